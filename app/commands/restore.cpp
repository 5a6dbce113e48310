#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/backup_words.hpp"
#include "app/commands/commands.hpp"
#include "workbook/store/archive.hpp"
#include "workbook/store/damaged.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/file.hpp"
#include "workbook/store/folder.hpp"
#include "workbook/store/lock_file.hpp"

namespace rekindle::app {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string from;
    bool dry_run = false;
};

// A folder inside the journal's own for as long as this lives: nothing private lies elsewhere.
struct Scratch {
    fs::path folder;
    explicit Scratch(fs::path where) : folder(std::move(where)) {}
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code failed;
        fs::remove_all(folder, failed);
    }
};

// The key of what is brought back: its own lock, or that of the journal it was taken from.
Result<KeyRef> key_of_state(const Context& context, const fs::path& folder) {
    const auto own = key_of_journal(context);
    const auto lock = read_lock(folder);
    if (!own || !lock) return fail(own ? lock.error() : own.error());
    if (!*lock || (*own && (*own)->id() == (*lock)->key)) return own;
    return key_of_folder(context, folder, "Passphrase of what is brought back: ");
}

// The earlier state in full: all of it can be read, or none of it is used.
Result<Journal> read_state(const Context& context, const ArchivedFiles& files,
                           const fs::path& folder) {
    Store store(folder);
    // One from before the journal was locked is plain, whatever the journal is now.
    const bool locked = std::any_of(files.begin(), files.end(),
                                    [](const auto& file) { return is_envelope(file.second); });
    if (locked) {
        const auto key = key_of_state(context, folder);
        if (!key) return fail(key.error());
        store.use_key(*key);
    }
    auto opened = store.open();
    if (!opened) return fail(opened.error());
    if (!opened->read_only.empty()) return fail(opened->read_only.begin()->second);
    return opened->journal;
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
        const auto kept = set_aside(context.data, Store::file_of(part));
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
        std::error_code failed;
        if ((below != "workbooks" && below != "themes") || fs::exists(data / name, failed))
            continue;
        if (auto made = make_folder(data / below); !made) return made;
        if (auto written = write_file(data / name, bytes); !written) return written;
    }
    return {};
}

int save_state(const Journal& now, const Journal& then, const Context& context) {
    auto store = store_with_backups(context, BackupReason::restore);
    if (!store) return report(store.error());
    return report(store->save(now, with_all_parts(now, then)));
}

int run(const Options& options, const Context& context) {
    const auto files = files_of(options.from);
    if (!files) return report(files.error());
    const Scratch scratch(context.data / ".history" / ".restoring");
    std::error_code failed;
    fs::remove_all(scratch.folder, failed);
    if (auto unpacked = unpack(*files, scratch.folder); !unpacked) return report(unpacked.error());
    const auto then = read_state(context, *files, scratch.folder);
    if (!then) return report(then.error());
    const auto now = open_for_restoring(context, options.dry_run);
    if (!now) return report(now.error());

    const std::string words = difference_words(difference(now->journal, *then));
    fmt::print("{}\n", words.empty() ? "It says the same as the journal does now." : words);
    if (options.dry_run) return 0;
    if (auto added = add_missing(*files, context.data); !added) return report(added.error());
    if (words.empty()) return 0;
    if (const int code = save_state(now->journal, *then, context)) return code;
    const auto backups = list_backups(context.data);
    if (backups && !backups->empty() && backups->front().reason == BackupReason::restore)
        fmt::print("The state before is kept; to go back to it, restore {}\n",
                   for_terminal(backups->front().folder.string()));
    return 0;
}

}  // namespace

void add_restore(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("restore", "Bring back what an archive holds");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->from, "An archive, or the folder of an earlier state")
        ->required();
    command->add_flag("--dry-run", options->dry_run, "Only say what would change");
    command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace rekindle::app
