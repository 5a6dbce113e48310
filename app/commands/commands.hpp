// The command line: one file per command. Each adds itself to the program and, when it was asked
// for, leaves its exit code: 0 done, 1 the journal or a file given has a problem, 2 usage, 3 the
// system refused.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/commands/options.hpp"
#include "app/passphrase_source.hpp"
#include "app/paths.hpp"
#include "workbook/base/date.hpp"
#include "workbook/base/result.hpp"
#include "workbook/content/read_content.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/store/journal_key.hpp"
#include "workbook/store/lock_file.hpp"
#include "workbook/store/store.hpp"
#include "workbook/store/surroundings.hpp"

namespace rekindle::app {

// What every command is given. Filled by `main` before a command runs.
struct Context {
    std::filesystem::path data;     // the journal's folder
    std::filesystem::path content;  // the shipped content
    std::filesystem::path assets;
    std::filesystem::path own_themes;  // may not exist
    Folders folders;                   // all of them
    LocalTime now;
    OpenerSource opener;
    // The journal's key once it was asked for; null when the journal is not locked.
    std::shared_ptr<std::optional<KeyRef>> unlocked = std::make_shared<std::optional<KeyRef>>();
    // What was told of its lock when it was opened.
    std::shared_ptr<Problems> told_of_lock = std::make_shared<Problems>();
    // What was found around the journal, once it was looked at.
    std::shared_ptr<std::optional<Surroundings>> surroundings =
        std::make_shared<std::optional<Surroundings>>();
    int exit_code = 0;
};

void add_checkin(CommandLine& app, Context& context);
void add_show(CommandLine& app, Context& context);
void add_export(CommandLine& app, Context& context);
void add_import(CommandLine& app, Context& context);
void add_backup(CommandLine& app, Context& context);
void add_restore(CommandLine& app, Context& context);
void add_lock(CommandLine& app, Context& context);
void add_merge(CommandLine& app, Context& context);
void add_where(CommandLine& app, Context& context);  // and `forget`
void add_check(CommandLine& app, Context& context);
void add_workbooks(CommandLine& app, Context& context);
void add_lint(CommandLine& app, Context& context);
void add_demo(CommandLine& app, Context& context);
void add_shot(CommandLine& app, Context& context);

// --- shared by the commands (common.cpp) ---

// Says the error on standard error, as `PATH:LINE: problem` where it has a place, and gives the
// exit code that belongs to it.
int report(const Error& error);
int report(const Problems& problems);  // each on its own line; 1 when there is one, else 0
int usage(const std::string& sentence);

// The same for a save that has ended; a backup that could not be made is said as well.
int report(const Result<Saved>& saved);

ReadContent content_of(const Context& context);

// The journal as a command may use it: read in full, or the first reason why not.
Result<Journal> whole_journal(const Context& context);

// A text as it may stand on a terminal: control characters, which could steer it, become marks.
// Line breaks stay.
std::string for_terminal(std::string_view text);

// The check-ins of one day in words, for people: one block each.
std::string day_in_words(const Journal& journal, const Content& content, Date date,
                         std::string_view person);

// A new id, [a-z0-9]{12}, from the system's source of randomness.
std::string new_id();

// --- unlocking.cpp ---

// Closes the journal's files to other accounts and says so on standard error, once; gives what is
// to be told besides. Every command that opens the journal does so first.
const Surroundings& surroundings_of(const Context& context);

// The journal's key, asked for once; null when it is not locked. Errors: `locked` for a wrong
// passphrase, `usage` when there is no way to ask, and those of a lock that cannot be read.
Result<KeyRef> key_of_journal(const Context& context);
// The same with the lock that it was taken out of and what opened it, for a change of the lock;
// asks each time. What is wrong with the lock is said.
struct UnlockedJournal {
    OpenedLock lock;  // without a key: the journal is not locked
    Opener opener;
};
Result<UnlockedJournal> unlock_journal(const Context& context);
// The key behind another lock, such as that of an archive; asks each time. `file` is where the lock
// was read.
Result<KeyRef> key_of_lock(const Context& context, const LockFile& lock,
                           const std::filesystem::path& file, const std::string& prompt);

// The journal's store, unlocked; and as every command that writes uses it: the state before is
// kept.
Result<Store> store_of(const Context& context);
Result<Store> store_with_backups(const Context& context, BackupReason reason = BackupReason::day);

}  // namespace rekindle::app
