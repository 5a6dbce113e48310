#include "workbook/store/missing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "workbook/files/folder.hpp"
#include "workbook/store/damaged.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/part_files.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// A file without entries is shorter, unless it is a locked one, which no other program writes.
constexpr std::uintmax_t small_file = 4096;

const fs::path gone_below = fs::path{".history"} / "gone";

fs::path note_of(const fs::path& folder, const Part& part) {
    return folder / gone_below / Store::file_of(part);
}

void add_parts_of(const std::vector<fs::path>& files, std::set<Part>& parts) {
    for (const fs::path& file : files)
        if (auto part = Store::part_of(file)) parts.insert(std::move(*part));
}

// Versions lie in a folder for each file: versions/checkins/2026-11/000012.toml.
void add_parts_with_versions(const fs::path& folder, std::set<Part>& parts) {
    for (const fs::path below : {"", "answers", "checkins"}) {
        const auto names = names_of(folder, fs::path{".history"} / "versions" / below);
        if (!names) continue;
        for (const std::string& name : *names) {
            const fs::path file = below / (name + ".toml");
            if (auto part = Store::part_of(file)) parts.insert(std::move(*part));
        }
    }
}

Result<std::set<Part>> parts_ever_kept(const fs::path& folder) {
    std::set<Part> parts;
    const auto backups = list_backups(folder);
    if (!backups) return fail(backups.error());
    for (const Backup& backup : *backups) add_parts_of(files_of_journal(backup.folder), parts);
    add_parts_of(files_of_journal(folder / gone_below), parts);
    add_parts_with_versions(folder, parts);
    return parts;
}

// How the part's file stands in the journal.
enum class Now { absent, emptied, there };

// A file without entries that Rekindle wrote says that they were taken out; one that another
// program wrote does not.
Now state_of(const Store& store, const Part& part) {
    const fs::path file = store.folder() / Store::file_of(part);
    if (!is_there(file)) return Now::absent;
    std::error_code failed;
    if (fs::file_size(file, failed) >= small_file || failed) return Now::there;
    const PartFile read = read_part_file(store.folder(), part, Journal{}, store.key());
    return !read.refused && read.notice && read.document.empty() ? Now::emptied : Now::there;
}

std::optional<EarlierPart> noted(const Store& store, const Part& part) {
    const fs::path file = note_of(store.folder(), part);
    const auto bytes = read_file_of(store.folder(), gone_below / Store::file_of(part));
    if (!bytes || !*bytes) return std::nullopt;
    const auto profile = store.read(Part{PartKind::profile});
    const PartFile read =
        read_part_text(**bytes, file.string(), part, profile ? profile->journal : Journal{},
                       is_envelope(**bytes) ? store.key() : nullptr);
    if (read.refused) return std::nullopt;
    EarlierPart earlier{part, {}, 0, with_part(Journal{}, read.journal, part)};
    earlier.file = file;
    return earlier;
}

bool says_something(const Difference& difference) {
    return difference.checkins.added + difference.answers.added + difference.practices.added > 0 ||
           difference.settings;
}

Difference added_by(const Journal& journal, const EarlierPart& earlier) {
    return difference(journal, with_missing(journal, earlier));
}

std::optional<MissingPart> measured(const Journal& journal, EarlierPart earlier, bool begun_anew) {
    MissingPart missing{std::move(earlier), true, begun_anew, {}};
    missing.added = added_by(journal, missing.earlier);
    return says_something(missing.added) ? std::optional(std::move(missing)) : std::nullopt;
}

Result<std::optional<MissingPart>> look_for(const Store& store, const Part& part) {
    const Now now = state_of(store, part);
    const bool has_note = is_there(note_of(store.folder(), part));
    if (now == Now::there && !has_note) return std::optional<MissingPart>{};
    const auto opened = store.read(part);
    if (!opened) return fail(opened.error());
    // One that cannot be read is told as that, and has its own way back.
    if (opened->read_only.contains(part)) return std::optional<MissingPart>{};
    if (now != Now::there) {
        const auto earlier = find_earlier(store, part);
        if (!earlier) return fail(earlier.error());
        if (*earlier)
            if (auto missing = measured(opened->journal, **earlier, false)) return missing;
        if (!*earlier && !has_note)
            return std::optional{MissingPart{{part, {}, 0, {}}, false, false, {}}};
    }
    if (!has_note) return std::optional<MissingPart>{};
    auto note = noted(store, part);
    if (!note) return std::optional{MissingPart{{part, {}, 0, {}}, false, now == Now::there, {}}};
    return measured(opened->journal, std::move(*note), now == Now::there);
}

// What the history's `file` holds, noted as gone from the journal: a second name where there can
// be one, since nothing is ever written in place. All relative to the journal.
Result<void> keep_as(const fs::path& folder, const fs::path& file, const fs::path& note,
                     const SystemCalls& calls) {
    const auto place = OwnFolder::make(folder, note.parent_path(), calls);
    if (!place) return fail(place.error());
    if (link_in(folder, file, note) != 0) {
        const auto bytes = read_file_of(folder, file);
        if (!bytes) return fail(bytes.error());
        if (!*bytes) return {};
        if (auto written = place->write(note.filename().string(), **bytes, calls); !written)
            return written;
    }
    return place->sync(calls);
}

}  // namespace

Journal with_missing(const Journal& journal, const EarlierPart& earlier) {
    const Part& part = earlier.part;
    return merge(with_part(journal, Journal{}, part), journal,
                 with_part(journal, earlier.journal, part));
}

Result<std::vector<MissingPart>> find_missing(const Store& store) {
    const auto parts = parts_ever_kept(store.folder());
    if (!parts) return fail(parts.error());
    std::vector<MissingPart> all;
    for (const Part& part : *parts) {
        auto missing = look_for(store, part);
        if (!missing) return fail(missing.error());
        if (*missing) all.push_back(std::move(**missing));
    }
    return all;
}

Error in_words(const MissingPart& missing, const fs::path& folder) {
    const fs::path file = Store::file_of(missing.earlier.part);
    const Place place{(folder / file).string(), 1, 0};
    if (!missing.readable)
        return {
            ErrorCode::invalid, "This file is gone. Something is kept of it that cannot be read.",
            "It is kept in .history inside the journal’s folder; put the file back from a copy of "
            "the folder if you have one.",
            place};
    const std::string what = entries_in_words(missing.added);
    const std::string from = missing.earlier.file.lexically_relative(folder).generic_string();
    if (missing.begun_anew)
        return {ErrorCode::invalid,
                fmt::format("What stood here before is gone: {} of the file that was here.", what),
                fmt::format("The window offers to bring it in, or to leave it out. By hand: copy "
                            "{} beside this file as “{} (copy).toml”, then “rekindle merge” it.",
                            from, file.stem().string()),
                place};
    return {
        ErrorCode::invalid,
        fmt::format("This file is gone, or was emptied. An earlier state holds {} of it.", what),
        fmt::format("The window offers it back, or to leave it out. By hand: copy {} here.", from),
        place};
}

bool note_gone(const Store& store, const Part& part, const Journal& ours,
               const SystemCalls& calls) {
    if (is_there(note_of(store.folder(), part))) return true;
    const auto earlier = find_earlier(store, part);
    if (!earlier || !*earlier || (*earlier)->file.empty()) return false;
    if (!says_something(added_by(ours, **earlier))) return false;
    const fs::path file = (*earlier)->file.lexically_relative(store.folder());
    return keep_as(store.folder(), file, gone_below / Store::file_of(part), calls).has_value();
}

void note_all_gone(const fs::path& folder, const fs::path& state_before, const SystemCalls& calls) {
    for (const fs::path& file : files_of_journal(state_before)) {
        if (!Store::part_of(file) || is_there(folder / file)) continue;
        const fs::path note = gone_below / file;
        if (!is_there(folder / note))
            (void)keep_as(folder, state_before.lexically_relative(folder) / file, note, calls);
    }
}

Result<void> settle_missing(const Store& store, const Part& part, const SystemCalls& calls) {
    if (!is_there(note_of(store.folder(), part))) return {};
    const auto kept = move_into_history(store.folder(), gone_below / Store::file_of(part), "merged",
                                        store.key(), calls);
    if (!kept) return fail(kept.error());
    return {};
}

Result<void> leave_out(const Store& store, const Part& part, const SystemCalls& calls) {
    const fs::path file = store.folder() / Store::file_of(part);
    const Now now = state_of(store, part);
    if (now != Now::there) {
        if (auto fits = store.check_key(true); !fits) return fail(fits.error());
        const auto lock = FolderLock::take(store.folder(), lock_patience, calls);
        if (!lock) return fail(lock.error());
        std::string text = to_file_text(TomlTable{});
        const std::string name = Store::file_of(part).generic_string();
        if (const KeyRef& key = store.key()) text = seal(text, *key, name, store.next_number(part));
        const auto before = read_file_of(store.folder(), name);
        if (!before) return fail(before.error());
        const auto replaced = replace_file_of(store.folder(), name, text, *before, calls);
        if (!replaced) return fail(replaced.error());
        if (*replaced != Replaced::done)
            return fail(ErrorCode::busy, "This file was changed meanwhile.", {},
                        Place{file.string(), 1, 0});
        if (store.key()) store.note_written(part);
    }
    return settle_missing(store, part, calls);
}

}  // namespace rekindle
