// What the commands about the lock share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/commands/commands.hpp"
#include "app/commands/lock_accept.hpp"
#include "app/commands/output.hpp"
#include "workbook/store/lock_change.hpp"

namespace rekindle::app {

struct LockOptions {
    std::string action = "status";
    std::vector<std::string> what;  // after `add`, `remove` and `accept`
    bool recovery = false;
    bool new_key = false;
    std::string name;
    std::optional<int> price;
    std::optional<int> new_passphrase_fd;
    OutOption out;  // of a key file
    AcceptOptions accept;
};

// lock_change.cpp: to another passphrase.
int change_lock_passphrase(const LockOptions& options, const Context& context);
// lock_ways.cpp: ways in beside it.
int add_way_in(const LockOptions& options, const Context& context);
int remove_way_in(const LockOptions& options, const Context& context);

// --- lock.cpp ---

// From --new-passphrase-fd, else as passphrases are read; typed twice where nobody sees what is
// typed. Errors: those of a new passphrase.
Result<Secret> get_new_passphrase(const LockOptions& options, const Context& context);
// Shown before anything is changed: a code that nobody has seen would be lost for good.
Result<void> show_code(const std::optional<Secret>& code);
// Everything is written anew, drafts too.
Result<void> carry_out(const Context& context, const LockChange& change);
// How a passphrase that was just set is guarded, where there is something to say of it.
void say_guard(const Way& way, const LockOptions& options);

}  // namespace rekindle::app
