#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <memory>

#include "app/commands/commands.hpp"
#include "app/words/backup_words.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/archive.hpp"
#include "workbook/store/damaged.hpp"
#include "workbook/store/difference.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/lock_change.hpp"
#include "workbook/store/lock_taking.hpp"
#include "workbook/store/own_folder.hpp"

namespace rekindle::app {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds patience{30};

struct RestoreOptions {
    std::string from;
    bool dry_run = false;
};

// The key of what is brought back: its own lock, or that of the journal it was taken from.
Result<KeyRef> key_of_state(const Context& context, const ArchivedFiles& files,
                            const fs::path& from) {
    const auto own = key_of_journal(context);
    if (!own) return own;
    const auto lock = lock_of(files, from);
    if (!lock) return fail(lock.error());
    if (!*lock || (*own && (*own)->id() == (*lock)->key)) return own;
    return key_of_lock(context, **lock, from / "lock.toml", "Passphrase of what is brought back: ");
}

// The earlier state in full. One from before the journal was locked is plain, whatever the journal
// is now.
Result<Journal> read_state(const Context& context, const ArchivedFiles& files,
                           const fs::path& from) {
    if (!is_locked(files)) return read_archived(files, from, nullptr);
    const auto key = key_of_state(context, files, from);
    if (!key) return fail(key.error());
    return read_archived(files, from, *key);
}

Result<ArchivedFiles> files_of(const fs::path& from) {
    std::error_code failed;
    return fs::is_directory(from, failed) ? collect_files(from) : read_tar(from);
}

// A damaged file goes into the history, byte for byte: what is brought back takes its place. What
// a later version wrote, or the system refuses, stays.
Result<Opened> open_for_restoring(const Context& context, bool dry_run) {
    const auto store = store_of(context);
    if (!store) return fail(store.error());
    auto opened = store->open();
    if (!opened || dry_run) return opened;
    bool moved = false;
    for (const auto& [part, error] : opened->read_only) {
        if (error.code != ErrorCode::invalid) return fail(error);
        const auto kept = set_aside(context.data, Store::file_of(part), store->key());
        if (!kept) return fail(kept.error());
        fmt::print("Set aside, as it was: {}\n", for_terminal(kept->string()));
        moved = true;
    }
    return moved ? store->open() : opened;
}

// Workbooks and themes of one's own that are not there; those that are there stay as they are.
Result<void> add_missing(const ArchivedFiles& files, const fs::path& data) {
    for (const auto& [name, bytes] : files) {
        const fs::path below = name.parent_path();
        if (below != "workbooks" && below != "themes") continue;
        const auto added = replace_file_of(data, name, bytes, std::nullopt);
        if (!added) return fail(added.error());
    }
    return {};
}

int save_state(const Journal& now, const Journal& then, const Context& context) {
    auto store = store_with_backups(context, BackupReason::restore);
    if (!store) return report(store.error());
    return report(store->save(now, with_all_parts(now, then)));
}

// One at a time: each goes from what the one before has made of the journal.
Result<FolderLock> wait_for_others(const fs::path& data) {
    const auto history = OwnFolder::make(data, ".history");
    if (!history) return fail(history.error());
    auto lock = FolderLock::take_folder(history->way(), patience);
    if (lock) return lock;
    Error error = lock.error();
    error.place.file = data.string();
    if (error.code == ErrorCode::busy)
        error.message = "Another program is bringing something back into this journal just now.";
    return fail(std::move(error));
}

// Puts `then` in the journal's place and says what that changes.
int bring_back(const ArchivedFiles& files, const Journal& then, const Context& context,
               bool dry_run) {
    const auto now = open_for_restoring(context, dry_run);
    if (!now) return report(now.error());
    const std::string words = difference_words(difference(now->journal, then));
    fmt::print("{}\n", words.empty() ? "It is the same as the journal is now." : words);
    if (dry_run) return 0;
    if (auto added = add_missing(files, context.data); !added) return report(added.error());
    if (words.empty()) return 0;
    if (const int code = save_state(now->journal, then, context)) return code;
    const auto backups = list_backups(context.data);
    if (backups && !backups->empty() && backups->front().reason == BackupReason::restore)
        fmt::print("The state before is kept; to go back to it, restore {}\n",
                   for_terminal(backups->front().folder.string()));
    return 0;
}

// What is brought back where there is no journal, or none any more: a locked archive gives it its
// lock before anything else lies there.
int bring_back_locked(const ArchivedFiles& files, const LockFile& lock,
                      const RestoreOptions& options, const Context& context) {
    const fs::path from = options.from;
    const auto key =
        key_of_lock(context, lock, from / "lock.toml", "Passphrase of what is brought back: ");
    if (!key) return report(key.error());
    const auto then = read_archived(files, from, *key);
    if (!then) return report(then.error());
    if (options.dry_run) {
        fmt::print("{}\nIt would be locked, as what is brought back is.\n",
                   difference_words(difference(Journal{}, *then)));
        return 0;
    }
    if (auto taken = take_lock(context.data, lock, context.folders.pins); !taken)
        return report(taken.error());
    *context.unlocked = *key;
    const auto alone = wait_for_others(context.data);
    if (!alone) return report(alone.error());
    if (const int code = bring_back(files, *then, context, false)) return code;
    fmt::print("It is locked, as what was brought back is: the same passphrase opens it.\n");
    return 0;
}

// The lock that what is brought back gives to a folder without a journal; nothing otherwise.
Result<std::optional<LockFile>> lock_to_take(const ArchivedFiles& files, const fs::path& from,
                                             const Context& context) {
    surroundings_of(context);
    if (auto settled = settle_lock_change(context.data); !settled) return fail(settled.error());
    const auto free = has_no_journal(context.data);
    if (!free) return fail(free.error());
    if (!*free || !is_locked(files)) return std::optional<LockFile>{};
    return lock_of(files, from);
}

int run_restore(const RestoreOptions& options, const Context& context) {
    const auto files = files_of(options.from);
    if (!files) return report(files.error());
    const auto lock = lock_to_take(*files, options.from, context);
    if (!lock) return report(lock.error());
    if (*lock) return bring_back_locked(*files, **lock, options, context);
    const auto then = read_state(context, *files, options.from);
    if (!then) return report(then.error());
    // Asked for before anything is held: somebody may take long over typing it.
    const auto key = key_of_journal(context);
    if (!key) return report(key.error());
    if (options.dry_run) return bring_back(*files, *then, context, true);
    const auto alone = wait_for_others(context.data);
    if (!alone) return report(alone.error());
    if (const int code = bring_back(*files, *then, context, false)) return code;
    if (!*key && is_locked(*files))
        fmt::print(
            "What was brought back is plain text here: this journal is not locked. "
            "“rekindle lock on” locks it.\n");
    return 0;
}

}  // namespace

void add_restore(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("restore", "Bring back what an archive holds");
    auto options = std::make_shared<RestoreOptions>();
    command.add_option("FILE", options->from, "An archive, or the folder of an earlier state")
        .required();
    command.add_flag("--dry-run", options->dry_run, "Only say what would change");
    command.when_asked([options, &context] { context.exit_code = run_restore(*options, context); });
}

}  // namespace rekindle::app
