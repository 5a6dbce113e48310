#include "workbook/store/earlier.hpp"

#include <chrono>

#include "workbook/files/folder.hpp"
#include "workbook/store/damaged.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/part_toml.hpp"
#include "workbook/store/versions.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// Something to go back to, and when its file was written.
struct Candidate {
    EarlierPart earlier;
    fs::file_time_type written;
};

fs::file_time_type time_of(const fs::path& file) {
    std::error_code failed;
    return fs::last_write_time(file, failed);
}

std::optional<Candidate> newest_in_backups(const std::vector<Backup>& backups, const KeyRef& key,
                                           const Part& part) {
    for (const Backup& backup : backups) {
        const fs::path file = backup.folder / Store::file_of(part);
        if (!is_file_in(backup.folder, Store::file_of(part))) continue;
        Store state(backup.folder);
        state.use_key(key);
        const auto read = state.read(part);
        if (!read || read->read_only.contains(part)) continue;
        return Candidate{{part, backup, 0, with_part(Journal{}, read->journal, part), file},
                         time_of(file)};
    }
    return std::nullopt;
}

std::optional<Candidate> newest_of_versions(const Store& store, const Part& part) {
    const auto now = store.read(Part{PartKind::profile});
    const Journal journal = now ? now->journal : Journal{};
    int changes = 0;
    for (const fs::path& file : list_kept_versions(store.folder(), Store::file_of(part))) {
        ++changes;
        const auto bytes = read_file_of(store.folder(), file.lexically_relative(store.folder()));
        if (!bytes || !*bytes) continue;
        const PartFile read = read_part_text(**bytes, file.string(), part, journal, store.key());
        if (read.refused) continue;
        return Candidate{{part, {}, changes, with_part(Journal{}, read.journal, part), file},
                         time_of(file)};
    }
    return std::nullopt;
}

// The part's file as it is to be, read back and compared with what was meant.
Result<std::string> text_of(const Store& store, const Journal& journal, const Part& part) {
    const fs::path file = store.folder() / Store::file_of(part);
    std::string text = to_file_text(to_toml(journal, part));
    if (const KeyRef& key = store.key()) {
        const std::string name = Store::file_of(part).generic_string();
        text = seal(text, *key, name, store.next_number(part));
    }
    const PartFile read = read_part_text(text, file.string(), part, journal, store.key());
    if (!read.refused && same_part(read.journal, as_read_back(journal, part), part)) return text;
    return fail(ErrorCode::invalid, "The earlier copy would not be read back as it is.",
                "Nothing was put in its place.", Place{file.string(), 0, 0});
}

Result<void> replace(const fs::path& folder, const fs::path& relative, const std::string& text,
                     const std::optional<std::string>& damaged, const SystemCalls& calls) {
    const auto replaced = replace_file_of(folder, relative, text, damaged, calls);
    if (!replaced) return fail(replaced.error());
    if (*replaced == Replaced::done) return {};
    return fail(ErrorCode::busy, "This file was changed meanwhile.",
                "Nothing was put in its place; look at what it says now.",
                Place{(folder / relative).string(), 0, 0});
}

}  // namespace

// Both candidates were what the file held until something newer was kept, so that of the two the
// one written later is the newer.
Result<std::optional<EarlierPart>> find_earlier(const Store& store, const Part& part) {
    const auto backups = list_backups(store.folder());
    if (!backups) return fail(backups.error());
    auto backup = newest_in_backups(*backups, store.key(), part);
    auto version = newest_of_versions(store, part);
    const bool take_version = version && (!backup || version->written > backup->written);
    auto& newest = take_version ? version : backup;
    if (!newest) return std::optional<EarlierPart>{};
    return std::optional{std::move(newest->earlier)};
}

Result<fs::path> use_earlier(const Store& store, const EarlierPart& earlier,
                             const SystemCalls& calls) {
    const fs::path& folder = store.folder();
    const Part& part = earlier.part;
    const fs::path file = folder / Store::file_of(part);
    if (auto fits = store.check_key(true); !fits) return fail(fits.error());
    const auto profile = store.read(Part{PartKind::profile});
    if (!profile) return fail(profile.error());
    const auto lock = FolderLock::take(folder, lock_patience, calls);
    if (!lock) return fail(lock.error());

    const PartFile now = read_part_file(folder, part, profile->journal, store.key());
    if (!now.refused)
        return fail(ErrorCode::invalid, "This file can be read again.",
                    "Nothing was put in its place.", Place{file.string(), 0, 0});
    // Without its bytes it is no file of the journal's kind: a folder, a pipe, something huge.
    if (now.refused->code != ErrorCode::invalid || !now.bytes) return fail(*now.refused);
    const auto text = text_of(store, with_part(now.journal, earlier.journal, part), part);
    if (!text) return fail(text.error());
    auto kept = keep_damaged(folder, Store::file_of(part), *now.bytes, store.key(), calls);
    if (!kept) return kept;
    const fs::path history = kept->lexically_relative(folder);
    if (auto replaced = replace(folder, Store::file_of(part), *text, now.bytes, calls); !replaced) {
        remove_own_file(folder, history);  // the damaged one is still in its place
        return fail(replaced.error());
    }
    make_own_file_private(folder, history);
    if (store.key()) store.note_written(part);
    return kept;
}

}  // namespace rekindle
