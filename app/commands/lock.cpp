#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "app/commands/lock_accept.hpp"
#include "app/commands/lock_parts.hpp"
#include "app/commands/lock_take.hpp"
#include "app/home_path.hpp"
#include "app/standard_streams.hpp"
#include "app/words/lock_words.hpp"
#include "workbook/store/convert_unsaved.hpp"
#include "workbook/store/lock_pin_change.hpp"
#include "workbook/store/passphrase.hpp"
#include "workbook/store/recovery_code.hpp"

namespace rekindle::app {
namespace {

constexpr const char* about_forgetting =
    "Nobody can open the journal without its passphrase: not we, not a repair shop. If it is "
    "forgotten, everything in it is gone.\n";
constexpr const char* about_the_disk =
    "What was on this disk before can still be there for a while, as it can in snapshots and in "
    "the copies of a sync tool.\n";

void say_ways(const LockFile& lock) {
    fmt::print("It opens with {}:\n", lock.ways.size() == 1 ? "this" : "each of these");
    std::size_t widest = 0;
    for (const Way& way : lock.ways) widest = std::max(widest, label_of(way).size());
    for (const Way& way : lock.ways) {
        fmt::print("  {:<{}}  {}\n", for_terminal(label_of(way)), widest, way_words(way));
        if (const std::string guard = guard_words(way); !guard.empty())
            fmt::print("  {:<{}}  {}\n", "", widest, guard);
    }
}

int say_status(const Context& context) {
    const auto lock = read_lock(context.data);
    if (!lock) return report(lock.error());
    if (!*lock) {
        if (auto fits = check_key(context.data, nullptr, false, context.folders.pins); !fits)
            return report(fits.error());
        fmt::print("This journal is not locked.\n");
        return 0;
    }
    fmt::print("This journal is locked{}.\n",
               recovery_way(**lock) ? ", and there is a recovery code" : "");
    say_ways(**lock);
    return 0;
}

int set_lock(const LockOptions& options, const Context& context) {
    const auto before = read_lock(context.data);
    if (!before) return report(before.error());
    if (*before)
        return usage("This journal is locked already; change gives it another passphrase.");
    if (const auto fits = check_key(context.data, nullptr, true, context.folders.pins);
        !fits && fits.error().code == ErrorCode::lock_gone &&
        check_key(context.data, nullptr, true))
        say("This computer remembers this journal as locked. What is here now is plain, perhaps "
            "from "
            "before it was locked, and is locked as it is.\n");
    say(about_forgetting);
    const auto passphrase = get_new_passphrase(options, context);
    if (!passphrase) return report(passphrase.error());
    const KeyRef fresh = make_key();
    const auto code = options.recovery ? std::optional(make_recovery_code()) : std::nullopt;
    auto lock = make_lock(*fresh, *passphrase, code, cost_of_price(options.price.value_or(1)),
                          context.now.date);
    if (!lock) return report(lock.error());
    if (auto shown = show_code(code); !shown) return report(shown.error());
    const auto done = carry_out(context, {nullptr, fresh, *lock});
    if (!done) return report(done.error());
    fmt::print("The journal is locked.\n{}", about_the_disk);
    say_guard(lock->ways.front(), options);
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

// The files that are named after `accept`, as whoever named them means them.
int accept_files(const LockOptions& options, const Context& context) {
    AcceptOptions accept = options.accept;
    for (const std::string& file : options.what) {
        const auto whole = expand_home(file);
        if (!whole) return report(whole.error());
        accept.files.emplace_back(*whole);
    }
    return accept_as_it_is(accept, context);
}

int run(const LockOptions& options, const Context& context) {
    const bool takes_more =
        options.action == "add" || options.action == "remove" || options.action == "accept";
    if (!takes_more && !options.what.empty())
        return usage(fmt::format("Nothing more can follow {}.", options.action));
    if (options.action == "on") return set_lock(options, context);
    if (options.action == "off") return take_off(context);
    if (options.action == "change") return change_lock_passphrase(options, context);
    if (options.action == "accept") return accept_files(options, context);
    if (options.action == "add") return add_way_in(options, context);
    if (options.action == "remove") return remove_way_in(options, context);
    return say_status(context);
}

void add_options(CommandLine& command, LockOptions& options) {
    command
        .add_option(
            "ACTION", options.action,
            "status, on, off, change (to another passphrase), add (another way in: "
            "passphrase, recovery-code or key-file), remove (one, by its name), or accept (what "
            "check tells of older or exchanged files, as it is now)")
        .one_of({"status", "on", "off", "change", "add", "remove", "accept"});
    command.add_option("WHAT", options.what,
                       "With add and remove: what; with accept: files, such as "
                       "checkins/2026-11.toml, else everything");
    add_accept_options(command, options.accept);
    command.add_flag("--recovery-code", options.recovery,
                     "With on and change: make a code, too, that opens it when the passphrase is "
                     "forgotten; one that is there stays good without this");
    command.add_flag("--new-key", options.new_key,
                     "With change: encrypt everything anew, so that older copies of lock.toml, the "
                     "passphrase before and every other way in open nothing here");
    command.add_option("--name", options.name,
                       "With add: what the new way in is called; with change: whose passphrase");
    command
        .add_option("--cost", options.price,
                    "With on and change: what a guess at the passphrase costs, 1 (as usual) or 2 "
                    "(twice that, and opening takes twice as long)")
        .between(usual_price, highest_price);
    command
        .add_option("--new-passphrase-fd", options.new_passphrase_fd,
                    "Read the new passphrase from this file descriptor")
        .type_name("N")
        .check(descriptor_problem);
    add_out(command, options.out, "With add key-file: the file to write");
}

}  // namespace

Result<Secret> get_new_passphrase(const LockOptions& options, const Context& context) {
    const auto descriptor =
        options.new_passphrase_fd ? options.new_passphrase_fd : context.opener.passphrase_fd;
    auto typed = get_passphrase(descriptor, "New passphrase: ");
    if (!typed) return typed;
    if (auto good = prepare_new_passphrase(*typed); !good) return fail(good.error());
    if (descriptor) return typed;
    const auto again = get_passphrase(std::nullopt, "The same again: ");
    if (!again) return fail(again.error());
    if (typed->same_as(*again)) return typed;
    return fail(ErrorCode::usage, "The two are not the same.", "Nothing was changed.");
}

Result<void> show_code(const std::optional<Secret>& code) {
    if (!code) return {};
    fmt::print(
        "The recovery code opens the journal like the passphrase. It is shown only once; keep it "
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
    auto done = change_lock_pinned(context.data, context.folders.pins, change, context.now.date);
    // What cannot be put in place now is so when the journal is opened next.
    for (const auto& folder : context.folders.unsaved)
        if (auto settled =
                settle_unsaved(folder, context.data, done ? change.after : change.before);
            !settled)
            report(settled.error());
    if (!done) return fail(done.error());
    if (change.after) say_other_files(*done);
    return {};
}

void say_guard(const Way& way, const LockOptions& options) {
    if (const std::string words = guard_words(way); !words.empty())
        fmt::print("{}\n", words);
    else if (options.price)
        fmt::print(
            "A try at the passphrase now takes {} and {} MiB of memory on a usual computer, for "
            "you and for whoever guesses.\n",
            price_of(way.box) == highest_price ? "about a second" : "half a second or so",
            way.box.cost.memory / 1024);
}

void add_lock(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("lock", "Encrypt the journal with a passphrase");
    auto options = std::make_shared<LockOptions>();
    add_options(command, *options);
    add_lock_take(command, context);
    command.when_asked([options, command, &context] {
        if (!command.has_command()) context.exit_code = run(*options, context);
    });
}

}  // namespace rekindle::app
