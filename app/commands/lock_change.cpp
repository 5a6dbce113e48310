// `lock change`: another passphrase in the place of one, with the same key or with a new one.
#include <fmt/format.h>

#include <algorithm>

#include "app/commands/lock_parts.hpp"
#include "app/standard_streams.hpp"
#include "workbook/store/lock_pin_change.hpp"
#include "workbook/store/recovery_code.hpp"

namespace rekindle::app {
namespace {

// The passphrase that is to be changed: the one named, else the one that was typed, else the only
// one there is.
Result<std::size_t> way_to_change(const LockOptions& options, const OpenedLock& opened) {
    const auto& ways = opened.lock.ways;
    const auto is_passphrase = [](const Way& way) { return way.kind == WayKind::passphrase; };
    if (!options.name.empty()) {
        const auto named = find_way(opened.lock, options.name);
        if (named && is_passphrase(ways[*named])) return *named;
        return fail(ErrorCode::usage, "There is no passphrase of that name.",
                    "“rekindle lock status” lists them.");
    }
    if (is_passphrase(ways[opened.way])) return opened.way;
    if (std::count_if(ways.begin(), ways.end(), is_passphrase) == 1) return std::size_t{0};
    return fail(ErrorCode::usage, "There are several passphrases.",
                "Say with --name which one is to be changed; “rekindle lock status” lists them.");
}

// The labels of all ways but one, as in a list.
std::string others_in_words(const LockFile& lock, std::size_t but) {
    std::string words;
    for (std::size_t i = 0; i < lock.ways.size(); ++i) {
        if (i == but) continue;
        if (!words.empty()) words += ", ";
        words += label_of(lock.ways[i]);
    }
    return for_terminal(words);
}

// Before anything is done: a paper that opens nothing must not be relied upon.
void say_what_ends(const LockOptions& options, const LockFile& before, std::size_t way) {
    if (options.new_key && before.ways.size() > 1)
        say("With a new key the other ways in open nothing any more: {}. {}\n",
            others_in_words(before, way),
            !recovery_way(before) ? "Make them anew with “rekindle lock add”."
            : options.recovery
                ? "The recovery code on paper is void; a new one takes its place."
                : "The recovery code on paper is void: --recovery-code makes a new one now, "
                  "“rekindle lock add recovery-code” afterwards.");
    else if (options.recovery && recovery_way(before))
        say("The recovery code that was made before is void from now on.\n");
}

void say_what_stays(const LockOptions& options, const LockFile& before, std::size_t way) {
    if (options.new_key) return;
    if (before.ways.size() > 1 && !(options.recovery && before.ways.size() == 2))
        fmt::print("The other ways in stay as they are: {}.\n", others_in_words(before, way));
    fmt::print(
        "Archives and copies made before still open with the old passphrase. With --new-key "
        "everything here is encrypted anew, and the old one opens none of it.\n");
}

struct Changed {
    std::size_t way = 0;  // whose passphrase it is
    KeyRef key;
    const Secret& passphrase;
    const std::optional<Secret>& code;
};

Result<LockFile> changed_lock(const LockOptions& options, const Context& context,
                              const LockFile& before, const Changed& changed) {
    const auto& [way, key, passphrase, code] = changed;
    if (options.new_key)
        return make_lock(*key, passphrase, code,
                         cost_of_price(options.price.value_or(price_of(before.ways[way].box))),
                         context.now.date, before.saves);
    if (!code)
        return change_passphrase_of(before, *key, way, passphrase, options.price, context.now.date);
    // The new code asks for less than one of an earlier version: that makes room.
    auto lock = set_recovery_code(before, *key, *code, context.now.date);
    if (!lock) return lock;
    const auto place = find_way(*lock, label_of(before.ways[way]));
    return change_passphrase_of(*std::move(lock), *key, place.value_or(0), passphrase,
                                options.price, context.now.date);
}

}  // namespace

int change_lock_passphrase(const LockOptions& options, const Context& context) {
    const auto unlocked = unlock_journal(context);
    if (!unlocked) return report(unlocked.error());
    const OpenedLock& opened = unlocked->lock;
    if (!opened.key) return usage("This journal is not locked.");
    const auto way = way_to_change(options, opened);
    if (!way) return report(way.error());
    say_what_ends(options, opened.lock, *way);
    const auto passphrase = get_new_passphrase(options, context);
    if (!passphrase) return report(passphrase.error());
    const KeyRef next = options.new_key ? make_key() : opened.key;
    const auto code = options.recovery ? std::optional(make_recovery_code()) : std::nullopt;
    const auto lock = changed_lock(options, context, opened.lock, {*way, next, *passphrase, code});
    if (!lock) return report(lock.error());
    if (auto shown = show_code(code); !shown) return report(shown.error());
    const Opener opener{Secret(passphrase->view())};
    const auto done = options.new_key ? carry_out(context, {opened.key, next, *lock})
                                      : keep_ways_pinned(context.data, context.folders.pins,
                                                         {opened.key, opened.lock, *lock}, opener);
    if (!done) return report(done.error());
    fmt::print("The passphrase is changed.\n");
    say_what_stays(options, opened.lock, *way);
    const auto place = find_way(*lock, label_of(opened.lock.ways[*way]));
    say_guard(lock->ways[place.value_or(0)], options);
    return 0;
}

}  // namespace rekindle::app
