#include "workbook/store/lock_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/lock_files.hpp"
#include "workbook/store/lock_mark.hpp"
#include "workbook/store/lock_staging.hpp"
#include "workbook/store/other_files.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/removal.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view what_then =
    "Nothing was changed, and nothing can be saved here until it is complete: bring back the "
    "folder .locking from where it is whole, or the journal’s folder from a copy.";

Error incomplete(const fs::path& file) {
    return {ErrorCode::invalid,
            "A change of the lock was cut off, and this file of the new set is missing.",
            std::string(what_then), Place{file.string(), 0, 0}};
}

Error would_be_lost(const fs::path& file) {
    return {ErrorCode::invalid,
            "A change of the lock was cut off, and this file would never open again after it.",
            std::string(what_then), Place{file.string(), 0, 0}};
}

// The bytes of a file that is reached through no link, and is none.
std::optional<std::string> bytes_of(const fs::path& journal, const fs::path& relative) {
    auto bytes = read_own_file(journal, relative, largest_draft);
    return bytes ? std::move(*bytes) : std::nullopt;
}

std::string hash_of(const fs::path& journal, const fs::path& relative) {
    const auto bytes = bytes_of(journal, relative);
    return bytes ? whole_hash(*bytes) : std::string{};
}

std::string key_of_lock(const std::optional<std::string>& bytes) {
    const auto lock = bytes ? parse_lock(*bytes, {}) : fail(ErrorCode::invalid, "");
    return lock ? lock->key : std::string{};
}

// As whoever opens the journal finds it: by the copy where lock.toml itself is damaged or missing.
std::string key_of_lock_now(const fs::path& journal) {
    const std::string key = key_of_lock(bytes_of(journal, "lock.toml"));
    return key.empty() ? key_of_lock(bytes_of(journal, ".history/lock.toml")) : key;
}

// What a file of the set says, wherever it is by now.
std::optional<std::string> bytes_in_set(const fs::path& journal, const MarkedFile& file) {
    auto bytes = bytes_of(journal, fs::path{new_set} / file.name);
    if (bytes && whole_hash(*bytes) == file.hash) return bytes;
    return bytes_of(journal, file.name);
}

// A file of the set that is none of the key it leads to: a lock that would not open it, in the
// place of one that does, or a part of another.
std::optional<fs::path> of_another_key(const fs::path& journal, const LockMark& mark) {
    std::string lock = key_of_lock(bytes_of(journal, "lock.toml"));
    for (const MarkedFile& file : mark.files) {
        const bool is_lock = file.name == "lock.toml" || file.name == ".history/lock.toml";
        if (!is_lock && !Store::part_of(file.name)) continue;
        const auto bytes = bytes_in_set(journal, file);
        const std::string key = is_lock ? key_of_lock(bytes) : key_of_envelope(bytes.value_or(""));
        if (key != mark.after) return file.name;
        // One of this key that is there, and is not the one of the set, is no lock of before.
        const auto now = is_lock ? bytes_of(journal, file.name) : std::nullopt;
        if (now && whole_hash(*now) != file.hash && key_of_lock(now) == mark.after)
            return file.name;
        if (file.name == "lock.toml") lock = key;
    }
    if (!mark.after.empty() && lock != mark.after) return fs::path{"lock.toml"};
    return std::nullopt;
}

// Whose locks go when the set is in place.
std::set<std::string> keys_that_go(const fs::path& journal, const LockMark& mark) {
    std::set<std::string> keys{mark.before, key_of_lock(bytes_of(journal, "lock.toml")),
                               key_of_lock(bytes_of(journal, ".history/lock.toml"))};
    keys.erase("");
    keys.erase(mark.after);
    return keys;
}

std::set<fs::path> names_in(const std::vector<PlannedFile>& files) {
    std::set<fs::path> names;
    for (const PlannedFile& file : files) names.insert(file.name);
    return names;
}

// A file that is encrypted with a key that goes and that the set does not replace.
Result<std::optional<fs::path>> left_behind(const fs::path& journal, const LockMark& mark,
                                            const std::vector<PlannedFile>& files) {
    const std::set<std::string> keys = keys_that_go(journal, mark);
    const std::set<fs::path> replaced = names_in(files);
    if (keys.empty()) return std::optional<fs::path>{};
    const auto locked = list_locked_files(journal);
    if (!locked) return fail(locked.error());
    std::vector<fs::path> looked_at = find_other_files(journal).envelopes;
    for (const LockedFile& file : *locked) looked_at.push_back(file.file);
    for (const fs::path& file : looked_at) {
        if (replaced.contains(file)) continue;
        const auto bytes = bytes_of(journal, file);
        if (!bytes || keys.contains(key_of_envelope(*bytes))) return std::optional{file};
    }
    return std::optional<fs::path>{};
}

std::vector<LeavingFile> to_be_removed(const fs::path& journal, const LockMark& mark) {
    std::vector<LeavingFile> gone;
    // One that was written since stays: it is not what was taken in. A run that was cut off may
    // have left one under the name that it has while it is removed.
    for (const MarkedFile& file : mark.gone)
        for (const fs::path& name : {fs::path{file.name}, name_while_removed(file.name)})
            if (hash_of(journal, name) == file.hash) gone.push_back({name, file.hash});
    if (!mark.after.empty()) return gone;
    for (const char* own : {list_of_files, "lock.toml", ".history/lock.toml"})
        gone.push_back({own});
    return gone;
}

Result<void> list_set(const fs::path& journal, const fs::path& below,
                      std::vector<fs::path>& files) {
    const auto folder = OwnFolder::open(journal, new_set / below);
    if (!folder) return fail(folder.error());
    if (!*folder) return {};
    const auto names = (*folder)->names();
    if (!names) return fail(names.error());
    for (const std::string& name : *names) {
        if ((*folder)->has_folder(name)) {
            if (auto listed = list_set(journal, below / name, files); !listed) return listed;
        } else if ((*folder)->has_file(name)) {
            files.push_back(below / name);
        } else {
            return fail(link_refused(journal / new_set / below / name));
        }
    }
    return {};
}

// The keys that a set leads to, by its locks and all of its files; "" for plain text.
std::set<std::string> keys_of_set(const fs::path& journal) {
    std::set<std::string> keys;
    std::vector<fs::path> staged;
    (void)list_set(journal, {}, staged);  // as far as it can be looked into
    for (const fs::path& file : staged) {
        const auto bytes = bytes_of(journal, fs::path{new_set} / file);
        const bool is_lock = file == "lock.toml" || file == ".history/lock.toml";
        if (bytes) keys.insert(is_lock ? key_of_lock(bytes) : key_of_envelope(*bytes));
    }
    return keys;
}

// No change has begun to put its set in place: no file is under a key that the set leads to and the
// lock that is there does not hold. Such a file needs what is still in the set.
bool is_as_before(const fs::path& journal, const std::optional<std::string>& after = {}) {
    std::set<std::string> keys = keys_of_set(journal);
    if (after) keys.insert(*after);
    keys.erase(key_of_lock_now(journal));
    if (keys.empty()) return true;
    const auto locked = list_locked_files(journal);
    return locked && std::none_of(locked->begin(), locked->end(), [&](const LockedFile& file) {
               const auto bytes = bytes_of(journal, file.file);
               const std::string key = bytes ? key_of_envelope(*bytes) : std::string{};
               // In the history of a locked journal something plain may have been left before.
               return bytes && keys.contains(key) &&
                      (file.kind == LockedKind::part || !key.empty());
           });
}

// How one file of a mark stands.
struct Standing {
    bool is_staged = false;
    bool is_placed = false;
    bool is_as_before = false;
};

Standing standing_of(const fs::path& journal, const MarkedFile& file) {
    const std::string now = hash_of(journal, file.name);
    return {hash_of(journal, fs::path{new_set} / file.name) == file.hash, now == file.hash,
            now == file.before};
}

Result<PlacingPlan> plan_listed(const fs::path& journal, const LockMark& mark) {
    PlacingPlan plan;
    bool as_before = true;
    std::optional<Error> wrong;
    for (const MarkedFile& file : mark.files) {
        const Standing stands = standing_of(journal, file);
        const bool placed = stands.is_placed;
        if (!stands.is_staged && !placed && !wrong) wrong = incomplete(journal / file.name);
        as_before = as_before && stands.is_as_before;
        plan.files.push_back({file.name, !placed, file.hash, file.before});
    }
    if (mark.files.empty() || mark.locked == mark.after.empty())
        wrong = incomplete(journal / new_set);
    if (!wrong)
        if (const auto other = of_another_key(journal, mark))
            wrong = would_be_lost(journal / *other);
    if (!wrong) {
        const auto left = left_behind(journal, mark, plan.files);
        if (!left) wrong = left.error();
        if (left && *left) wrong = would_be_lost(journal / **left);
    }
    if (wrong && !as_before && !is_as_before(journal, mark.after)) return fail(*wrong);
    plan.holds = !wrong;
    plan.gone = to_be_removed(journal, mark);
    return plan;
}

// --- marks of earlier versions, which list nothing ---

// The key's id that every part is encrypted with once the set is in place; "" for plain text.
// Nothing where they differ, or where there is no part.
std::optional<std::string> key_of_parts(const fs::path& journal, const std::set<fs::path>& staged) {
    const auto locked = list_locked_files(journal);
    if (!locked) return std::nullopt;
    std::set<fs::path> parts;
    for (const LockedFile& file : *locked)
        if (file.kind == LockedKind::part) parts.insert(file.file);
    for (const fs::path& file : staged)
        if (Store::part_of(file)) parts.insert(file);
    std::optional<std::string> key;
    for (const fs::path& file : parts) {
        const auto bytes =
            bytes_of(journal, staged.contains(file) ? fs::path{new_set} / file : file);
        if (!bytes) return std::nullopt;
        std::string each = key_of_envelope(*bytes);
        if (key && *key != each) return std::nullopt;
        key = std::move(each);
    }
    return key;
}

// What such a set is worth is told by what the journal would be with it: every part under the key
// of the lock that would be there.
Result<PlacingPlan> plan_unlisted(const fs::path& journal, LockMark mark) {
    const std::string lock_now = key_of_lock_now(journal);
    PlacingPlan plan;
    std::vector<fs::path> staged;
    const auto listed = list_set(journal, {}, staged);
    const std::set<fs::path> names(staged.begin(), staged.end());
    const fs::path lock_of_set = fs::path{new_set} / "lock.toml";
    if (mark.locked)
        mark.after =
            names.contains("lock.toml") ? key_of_lock(bytes_of(journal, lock_of_set)) : lock_now;
    for (const fs::path& file : staged) plan.files.push_back({file.generic_string(), true});
    std::optional<Error> wrong;
    if (!listed) wrong = listed.error();
    if (!wrong && (mark.locked == mark.after.empty() || key_of_parts(journal, names) != mark.after))
        wrong = incomplete(journal / new_set);
    if (!wrong) {
        const auto left = left_behind(journal, mark, plan.files);
        if (!left) wrong = left.error();
        if (left && *left) wrong = would_be_lost(journal / **left);
    }
    if (wrong && !is_as_before(journal, mark.after)) return fail(*wrong);
    plan.holds = !wrong;
    plan.gone = to_be_removed(journal, mark);
    const auto list = bytes_of(journal, list_of_files);
    if (list && key_of_envelope(*list) != mark.after) plan.gone.push_back({list_of_files});
    return plan;
}

}  // namespace

Result<PlacingPlan> plan_placing(const fs::path& journal) {
    const fs::path file = journal / mark_file;
    const auto bytes = read_own_file(journal, mark_file, largest_draft);
    if (!bytes && is_as_before(journal)) return PlacingPlan{};
    if (!bytes) return fail(bytes.error());
    const auto mark = parse_mark(*bytes ? **bytes : std::string{}, file.string());
    if (!mark && is_as_before(journal)) return PlacingPlan{};
    if (!mark) return fail(incomplete(file));
    return mark->is_listed ? plan_listed(journal, *mark) : plan_unlisted(journal, *mark);
}

}  // namespace rekindle
