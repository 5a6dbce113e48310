#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "app/commands/commands.hpp"
#include "app/commands/lock_accept.hpp"
#include "app/passphrase_source.hpp"
#include "app/standard_streams.hpp"
#include "workbook/store/convert_unsaved.hpp"
#include "workbook/store/lock_pin_change.hpp"

namespace rekindle::app {
namespace {

struct Options {
    std::string action = "status";
    bool recovery = false;
    bool new_key = false;
    std::optional<int> new_passphrase_fd;
    AcceptOptions accept;
};

constexpr const char* about_forgetting =
    "Nobody can open the journal without its passphrase: not we, not a repair shop. If it is "
    "forgotten, everything in it is gone.\n";
constexpr const char* about_the_disk =
    "What was on this disk before can still be there for a while, as it can in snapshots and in "
    "the copies of a sync tool.\n";

int say_status(const Context& context) {
    const auto lock = read_lock(context.data);
    if (!lock) return report(lock.error());
    if (!*lock) {
        fmt::print("This journal is not locked.\n");
        return 0;
    }
    fmt::print("This journal is locked{}.\n",
               (*lock)->recovery ? ", and there is a recovery code" : "");
    return 0;
}

// Typed twice where nobody sees what is typed.
Result<Secret> get_new_passphrase(std::optional<int> descriptor) {
    auto typed = get_passphrase(descriptor, "New passphrase: ");
    if (!typed) return typed;
    if (auto good = prepare_passphrase(*typed, true); !good) return fail(good.error());
    if (descriptor) return typed;
    const auto again = get_passphrase(std::nullopt, "The same once more: ");
    if (!again) return fail(again.error());
    if (typed->same_as(*again)) return typed;
    return fail(ErrorCode::usage, "The two are not the same.", "Nothing was changed.");
}

std::optional<Secret> new_code(const Options& options) {
    return options.recovery ? std::optional(make_recovery_code()) : std::nullopt;
}

// Shown before anything is changed: a code that nobody has seen would be lost for good.
Result<void> show_code(const std::optional<Secret>& code) {
    if (!code) return {};
    fmt::print(
        "The recovery code opens the journal like the passphrase. It is shown this once; keep it "
        "on paper, where nobody else looks:\n\n    {}\n\n",
        code->view());
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
    return fail(ErrorCode::system, "The recovery code cannot be shown: nothing can be printed.",
                "The lock was not changed.");
}

Result<void> carry_out(const Context& context, const LockChange& change) {
    for (const auto& folder : context.folders.unsaved)
        if (auto done = prepare_unsaved(folder, context.data, change.before, change.after); !done)
            return done;
    if (auto done =
            change_lock_pinned(context.data, context.folders.pins, change, context.now.date);
        !done)
        return done;
    // What cannot be put in place now is so when the journal is opened next.
    for (const auto& folder : context.folders.unsaved)
        if (auto settled = settle_unsaved(folder, context.data, change.after); !settled)
            report(settled.error());
    return {};
}

int set_lock(const Options& options, const Context& context) {
    const auto before = read_lock(context.data);
    if (!before) return report(before.error());
    if (*before)
        return usage("This journal is locked already; change gives it another passphrase.");
    say(about_forgetting);
    const auto descriptor =
        options.new_passphrase_fd ? options.new_passphrase_fd : context.passphrase_fd;
    const auto passphrase = get_new_passphrase(descriptor);
    if (!passphrase) return report(passphrase.error());
    const KeyRef fresh = make_key();
    const auto code = new_code(options);
    auto lock = make_lock(*fresh, *passphrase, code);
    if (!lock) return report(lock.error());
    if (auto shown = show_code(code); !shown) return report(shown.error());
    const auto done = carry_out(context, {nullptr, fresh, *std::move(lock)});
    if (!done) return report(done.error());
    fmt::print("The journal is locked.\n{}", about_the_disk);
    return 0;
}

int take_off(const Context& context) {
    const auto key = key_of_journal(context);
    if (!key) return report(key.error());
    if (!*key) return usage("This journal is not locked.");
    const auto done = carry_out(context, {*key, nullptr, std::nullopt});
    if (!done) return report(done.error());
    fmt::print("The lock is taken off: everything is plain text again.\n");
    return 0;
}

int change(const Options& options, const Context& context) {
    const auto key = key_of_journal(context);
    if (!key) return report(key.error());
    if (!*key) return usage("This journal is not locked.");
    const auto passphrase = get_new_passphrase(options.new_passphrase_fd ? options.new_passphrase_fd
                                                                         : context.passphrase_fd);
    if (!passphrase) return report(passphrase.error());
    const KeyRef next = options.new_key ? make_key() : *key;
    const auto code = new_code(options);
    auto lock = make_lock(*next, *passphrase, code);
    if (!lock) return report(lock.error());
    if (auto shown = show_code(code); !shown) return report(shown.error());
    const auto done = options.new_key ? carry_out(context, {*key, next, *lock})
                                      : change_passphrase(context.data, *key, *passphrase, *lock);
    if (!done) return report(done.error());
    fmt::print("The passphrase is changed.\n");
    if (!options.new_key)
        fmt::print(
            "Archives and copies made before still open with the one before. With --new-key "
            "everything is encrypted anew, so that nothing here does.\n");
    return 0;
}

int run(const Options& options, const Context& context) {
    if (options.action == "on") return set_lock(options, context);
    if (options.action == "off") return take_off(context);
    if (options.action == "accept") return accept_as_it_is(options.accept, context);
    if (options.action == "change") return change(options, context);
    return say_status(context);
}

}  // namespace

void add_lock(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("lock", "Encrypt the journal with a passphrase");
    auto options = std::make_shared<Options>();
    command
        ->add_option("ACTION", options->action,
                     "status, on, off, change (to another passphrase), or accept (what check "
                     "tells of older or exchanged files, as it is now)")
        ->check(CLI::IsMember({"status", "on", "off", "change", "accept"}));
    command->add_flag("--recovery-code", options->recovery,
                      "Make a code, too, that opens it when the passphrase is forgotten");
    command->add_flag("--new-key", options->new_key,
                      "With change: encrypt everything anew, so that older copies of lock.toml "
                      "and the passphrase before open nothing here");
    command
        ->add_option("--new-passphrase-fd", options->new_passphrase_fd,
                     "Read the new passphrase from this file descriptor")
        ->check(CLI::NonNegativeNumber);
    add_accept_options(*command, options->accept);
    command->callback([options, &context] { context.exit_code = run(*options, context); });
}

}  // namespace rekindle::app
