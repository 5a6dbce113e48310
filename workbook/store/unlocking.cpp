#include "workbook/store/unlocking.hpp"

#include <array>
#include <chrono>
#include <utility>
#include <vector>

#include "workbook/files/folder.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/lock_attempt.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/lock_ways.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds short_patience{300};  // for what can as well be done next time

// The key of the first encrypted file there is; empty when there is none.
std::string key_of_files(const fs::path& journal) {
    std::vector<fs::path> files{"profile.toml", "practices.toml"};
    if (const auto months = list_months(journal))
        for (const YearMonth month : *months)
            files.push_back(Store::file_of(Part{PartKind::month, month}));
    if (const auto answers = list_answers(journal))
        for (const std::string& workbook : *answers)
            files.push_back(Store::file_of(Part{PartKind::answers, {}, workbook}));
    for (const fs::path& file : files)
        if (const auto bytes = read_file_of(journal, file); bytes && *bytes)
            if (std::string key = key_of_envelope(**bytes); !key.empty()) return key;
    return {};
}

// The two lock files of a journal, as they were read.
struct Copies {
    Result<std::optional<LockFile>> main;
    Result<std::optional<LockFile>> spare;
    const LockFile* find(bool of_history) const {
        const auto& one = of_history ? spare : main;
        return one && *one ? &**one : nullptr;
    }
};

Copies read_copies(const fs::path& journal) {
    return {read_lock_file(journal, "lock.toml"), read_lock_file(journal, ".history/lock.toml")};
}

// Which to try first: lock.toml, unless it is damaged or of another key than the journal's files.
bool begins_with_spare(const fs::path& journal, const Copies& copies) {
    const LockFile* main = copies.find(false);
    const LockFile* spare = copies.find(true);
    if (!main || !spare) return !main;
    if (main->key != spare->key)
        if (const std::string key = key_of_files(journal); main->key == key || spare->key == key)
            return spare->key == key;
    return main->changed_outside && !spare->changed_outside;
}

Error another_key(const fs::path& file) {
    return {ErrorCode::invalid, "This file holds another key than it says.",
            "Put lock.toml back from a copy.", Place{file.string(), 0, 0}};
}

Error ways_differ(const fs::path& file) {
    return {ErrorCode::invalid,
            "The ways into this lock are not those that were set here: something put one in, took "
            "one out or exchanged one.",
            "“rekindle lock status” and Settings list them: take out what is not yours, or give "
            "the journal a new key with “rekindle lock change --new-key”.",
            Place{file.string(), 0, 0}};
}

Error opened_by_spare(const fs::path& file, bool put_back) {
    return {ErrorCode::invalid,
            "This file was missing, damaged or not the journal’s own; its copy in the history "
            "opened the journal.",
            put_back ? "The copy was put in its place."
                     : "Put the copy, .history/lock.toml, in its place.",
            Place{file.string(), 0, 0}};
}

// Under the folder's lock, and only if the files are still as they were read.
bool write_while_as_read(const fs::path& journal, const Copies& copies, const LockFile& lock,
                         const SystemCalls& calls) {
    const auto held = FolderLock::take(journal, short_patience, calls);
    if (!held || !settle_while_held(journal, calls)) return false;
    const Copies now = read_copies(journal);
    for (const bool spare : {false, true}) {
        const LockFile* before = copies.find(spare);
        const LockFile* after = now.find(spare);
        if (!before != !after || (before && to_text(*before) != to_text(*after))) return false;
    }
    return write_lock(journal, lock, calls).has_value();
}

// The passphrase that opened it gets the usual guard, where there is the memory for it.
void raise_guard(const fs::path& journal, OpenedLock& opened, const Opener& opener,
                 const SystemCalls& calls) {
    const Way& way = opened.lock.ways[opened.way];
    if (!was_made_short(way) || !ways_fit(opened.lock, *opened.key)) return;
    auto forms = forms_of_passphrase(opener.secret);
    LockFile raised = opened.lock;
    if (!forms) return;
    for (const PassphraseForm& form : *forms) {
        const auto fits = open_box(raised.key, purpose_of(way.kind), way.box, form.text);
        if (!fits || !*fits) continue;
        auto box = box_key(*opened.key, purpose_of(way.kind), form.text, moderate_cost(),
                           WhenShort::refuse);
        if (!box) return;
        raised.ways[opened.way].box = *std::move(box);
        if (work_of(raised) > most_work()) return;
        sign_ways(raised, *opened.key);
        if (keep_ways(journal, opened.key, opened.lock, raised, opener, calls))
            opened.lock = std::move(raised);
        return;
    }
}

// What is to be said of the lock that opened, and put right.
void look_after(const fs::path& journal, const Copies& copies, OpenedLock& opened,
                const Opener& opener, const SystemCalls& calls) {
    const fs::path file = lock_file_of(journal);
    const LockFile* spare = copies.find(true);
    const bool fits = ways_fit(opened.lock, *opened.key);
    // Of two locks of one key the one that was signed with it is the right one.
    const bool spare_is_right = !opened.by_spare && !fits && spare &&
                                spare->key == opened.lock.key && !spare->sum.empty() &&
                                ways_fit(*spare, *opened.key);
    if (spare_is_right) {
        opened.notices.push_back(ways_differ(file));
        if (write_while_as_read(journal, copies, *spare, calls))
            opened.notices.push_back(opened_by_spare(file, true));
        return;
    }
    if (!fits) opened.notices.push_back(ways_differ(file));
    if (opened.by_spare) {
        const bool put_back = fits && write_while_as_read(journal, copies, opened.lock, calls);
        opened.notices.push_back(opened_by_spare(file, put_back));
    } else if (!spare && copies.spare && fits) {
        write_while_as_read(journal, copies, opened.lock, calls);  // the copy was lost
    }
    if (!opener.is_key_file) raise_guard(journal, opened, opener, calls);
}

Result<OpenedWay> checked(OpenedWay opened, const LockFile& lock, const fs::path& file) {
    if (opened.key->id() != lock.key) return fail(another_key(file));
    return opened;
}

}  // namespace

Result<OpenedWay> unlock(const LockFile& lock, const Opener& opener, const fs::path& file) {
    auto attempt = LockAttempt::with(opener);
    if (!attempt) return fail(attempt.error());
    auto opened = attempt->try_on(lock);
    if (!opened) return fail(opened.error());
    if (!*opened) return fail(attempt->refusal(lock, file));
    return checked(std::move(**opened), lock, file);
}

Result<KeyRef> unlock(const LockFile& lock, const Secret& typed, const fs::path& file) {
    const Opener opener{Secret(typed.view())};
    auto opened = unlock(lock, opener, file);
    if (!opened) return fail(opened.error());
    return opened->key;
}

Result<OpenedLock> open_lock(const fs::path& journal, const Opener& opener,
                             const SystemCalls& calls) {
    const Copies copies = read_copies(journal);
    if (!copies.main && copies.main.error().code == ErrorCode::later_format)
        return fail(copies.main.error());
    const bool spare_first = begins_with_spare(journal, copies);
    if (!copies.find(spare_first)) {
        if (!copies.main) return fail(copies.main.error());
        if (!copies.spare) return fail(copies.spare.error());
        return OpenedLock{};
    }
    auto attempt = LockAttempt::with(opener);
    if (!attempt) return fail(attempt.error());
    std::optional<Error> refused;
    for (const bool spare : {spare_first, !spare_first}) {
        const LockFile* lock = copies.find(spare);
        if (!lock) continue;
        const fs::path file = spare ? spare_lock_file_of(journal) : lock_file_of(journal);
        auto opened = attempt->try_on(*lock);
        auto way = !opened    ? Result<OpenedWay>(fail(opened.error()))
                   : !*opened ? Result<OpenedWay>(fail(attempt->refusal(*lock, file)))
                              : checked(std::move(**opened), *lock, file);
        if (!way) {
            // The last word is what was not tried at all.
            if (!refused || attempt->left_something_out()) refused = way.error();
            continue;
        }
        OpenedLock done{way->key, *lock, way->way, spare, opener.notices};
        look_after(journal, copies, done, opener, calls);
        return done;
    }
    return fail(*refused);
}

Result<void> keep_ways(const fs::path& journal, const KeyRef& key, const LockFile& before,
                       const LockFile& lock, const Opener& opener, const SystemCalls& calls) {
    const auto held = FolderLock::take(journal, lock_patience, calls);
    if (!held) return fail(held.error());
    if (auto settled = settle_while_held(journal, calls); !settled) return fail(settled.error());
    if (auto fits = check_key(journal, key, true); !fits) return fits;
    const auto now = read_lock(journal);
    if (!now) return fail(now.error());
    if (!*now || to_text(**now) != to_text(before))
        return fail(ErrorCode::busy, "The lock was changed by another program meanwhile.",
                    "Nothing was changed here; try again.");
    const std::string file = lock_file_of(journal).string();
    const auto back = parse_lock(to_text(lock), file);
    if (!back) return fail(back.error());
    const auto opened = unlock(*back, opener, file);
    if (!opened) return fail(opened.error());
    if (opened->key->id() != key->id() || !ways_fit(*back, *key))
        return fail(ErrorCode::invalid, "The new lock would not open this journal.",
                    "Nothing was changed.");
    return write_lock(journal, lock, calls);
}

}  // namespace rekindle
