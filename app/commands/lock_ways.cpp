// `lock add` and `lock remove`: ways into the lock beside the first passphrase.
#include <fmt/format.h>

#include <algorithm>

#include "app/commands/lock_parts.hpp"
#include "app/standard_streams.hpp"
#include "workbook/store/key_file.hpp"
#include "workbook/store/lock_pin_change.hpp"
#include "workbook/store/recovery_code.hpp"

namespace rekindle::app {
namespace {

Result<void> keep(const Context& context, const UnlockedJournal& unlocked, const LockFile& lock,
                  const Opener& opener) {
    return keep_ways_pinned(context.data, context.folders.pins,
                            {unlocked.lock.key, unlocked.lock.lock, lock}, opener);
}

int add_another_passphrase(const LockOptions& options, const Context& context,
                           const UnlockedJournal& unlocked) {
    const auto passphrase = get_new_passphrase(options, context);
    if (!passphrase) return report(passphrase.error());
    const auto lock = add_passphrase(unlocked.lock.lock, *unlocked.lock.key, *passphrase,
                                     options.name, context.now.date);
    if (!lock) return report(lock.error());
    const auto done = keep(context, unlocked, *lock, Opener{Secret(passphrase->view())});
    if (!done) return report(done.error());
    fmt::print("The journal opens with this passphrase, too. It is called {} in the list.\n",
               for_terminal(label_of(lock->ways.back())));
    say_guard(lock->ways.back(), options);
    return 0;
}

int add_recovery_code(const LockOptions& options, const Context& context,
                      const UnlockedJournal& unlocked) {
    if (!options.name.empty()) return usage("A recovery code has no name.");
    const bool had_one = recovery_way(unlocked.lock.lock) != nullptr;
    if (had_one) say("The recovery code that was made before is void from now on.\n");
    const Secret code = make_recovery_code();
    const auto lock =
        set_recovery_code(unlocked.lock.lock, *unlocked.lock.key, code, context.now.date);
    if (!lock) return report(lock.error());
    if (auto shown = show_code(Secret(code.view())); !shown) return report(shown.error());
    const auto done = keep(context, unlocked, *lock, Opener{Secret(code.view())});
    if (!done) return report(done.error());
    fmt::print("The recovery code is {}.\n", had_one ? "a new one" : "set");
    return 0;
}

// The file first, read back: a way in that nobody can use is none.
int add_another_key_file(const LockOptions& options, const Context& context,
                         const UnlockedJournal& unlocked) {
    const auto file = output_of(options.out, context);
    if (!file) return report(file.error());
    const Secret secret = make_key_file_secret();
    const auto lock = add_key_file(unlocked.lock.lock, *unlocked.lock.key, secret, options.name,
                                   context.now.date);
    if (!lock) return report(lock.error());
    if (auto written = file->write(key_file_text(secret).view()); !written)
        return report(written.error());
    if (!file->is_stream())
        if (auto back = read_key_file(file->path()); !back) return report(back.error());
    const auto done = keep(context, unlocked, *lock, Opener{Secret(secret.view()), true});
    if (!done) return report(done.error());
    if (file->is_stream()) return 0;  // beside the key nothing else may stand there
    fmt::print(
        "The journal opens with {}, too: --key-file. Whoever has the file can read everything; "
        "keep "
        "it away from the journal, on a USB stick, for example. It is called {} in the list.\n",
        for_terminal(file->path().string()), for_terminal(label_of(lock->ways.back())));
    return 0;
}

}  // namespace

int add_way_in(const LockOptions& options, const Context& context) {
    const std::string what = options.what.size() == 1 ? options.what.front() : std::string{};
    const bool is_file = what == "key-file";
    if (what != "passphrase" && what != "recovery-code" && !is_file)
        return usage("Say what to add: passphrase, recovery-code or key-file.");
    if (is_file && options.out.file.empty())
        return usage("Say with --out which file is to become the key file.");
    const auto unlocked = unlock_journal(context);
    if (!unlocked) return report(unlocked.error());
    if (!unlocked->lock.key) return usage("This journal is not locked; lock it with on first.");
    if (is_file) return add_another_key_file(options, context, *unlocked);
    if (what == "recovery-code") return add_recovery_code(options, context, *unlocked);
    return add_another_passphrase(options, context, *unlocked);
}

int remove_way_in(const LockOptions& options, const Context& context) {
    if (options.what.size() != 1)
        return usage("Say which way in to remove; “rekindle lock status” lists them.");
    const auto unlocked = unlock_journal(context);
    if (!unlocked) return report(unlocked.error());
    if (!unlocked->lock.key) return usage("This journal is not locked.");
    const LockFile& before = unlocked->lock.lock;
    const auto way = find_way(before, options.what.front());
    if (!way) return usage("There is no way in of that name; “rekindle lock status” lists them.");
    const auto lock = remove_way(before, *unlocked->lock.key, *way);
    if (!lock) return report(lock.error());
    if (*way == unlocked->lock.way)
        return usage(
            "The journal was opened with this one just now. Open it with another one to "
            "take this one out.");
    if (auto done = keep(context, *unlocked, *lock, unlocked->opener); !done)
        return report(done.error());
    fmt::print(
        "It no longer opens the journal. Archives and copies made before still open with it; "
        "“rekindle "
        "lock change --new-key” encrypts everything here anew.\n");
    return 0;
}

}  // namespace rekindle::app
