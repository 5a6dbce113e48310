#include "workbook/store/lock_attempt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace rekindle {
namespace {

// For lock.toml and its copy together, as `work_of` counts: two ways at the usual price of the one,
// and what a change since can have put into the other. Two seconds on a slow computer.
std::int64_t most_work_of_a_try() { return 3 * work_of(moderate_cost()); }

Error not_the_passphrase(std::string why, std::string remedy) {
    return {
        ErrorCode::locked, "That is not the passphrase." + std::move(why), std::move(remedy), {}};
}

// What is wrong with something that was meant for the recovery code. Says nothing about the code
// that would open.
std::string slip_in(const TypedCode& code) {
    if (code.has_other)
        return " It looks like the recovery code, but has a sign that no code has: there is no o, "
               "l, 0 or 1 in one.";
    if (!code.code)
        return fmt::format(
            " It looks like the recovery code, but has {} letters and digits instead of 30.",
            code.signs);
    return " It looks like the recovery code, but its last two characters, which check the others, "
           "do not fit: one is wrong, or two were swapped.";
}

Error refused_code(const TypedCode& code, const Way* way) {
    if (!way)
        return not_the_passphrase(" It looks like a recovery code, but this lock has none.",
                                  "Nothing was changed; the passphrase opens it.");
    if (code.code && !way->check_signs)  // of an earlier version: nothing checks it
        return not_the_passphrase(
            " It looks like a recovery code, but not the one that opens this.",
            "Compare it with the paper, group by group; nothing was changed.");
    if (code.code && code.check_fits)
        return not_the_passphrase(" It is a whole recovery code, but not the one that opens this.",
                                  "A newer one may have taken its place; nothing was changed.");
    return not_the_passphrase(slip_in(code),
                              "Compare it with the paper, group by group; nothing was changed.");
}

}  // namespace

Result<LockAttempt> LockAttempt::with(const Opener& opener) {
    LockAttempt attempt(opener);
    if (opener.is_key_file) return attempt;
    auto forms = forms_of_passphrase(opener.secret);
    if (!forms) return fail(forms.error());
    attempt.forms_ = *std::move(forms);
    attempt.code_ = read_recovery_code(opener.secret.view());
    return attempt;
}

Result<std::optional<Secret>> LockAttempt::try_box(const LockFile& lock, const Way& way,
                                                   const Secret& secret) {
    const bool fits = work_ + work_of(way.box) <= most_work_of_a_try();
    if (!fits) {
        left_out_ = true;
        return std::optional<Secret>{};
    }
    work_ += work_of(way.box);
    return open_box(lock.key, purpose_of(way.kind), way.box, secret);
}

Result<std::optional<Secret>> LockAttempt::try_way(const LockFile& lock, const Way& way) {
    if (opener_.is_key_file != (way.kind == WayKind::key_file)) return std::optional<Secret>{};
    // The same box of the same key opens no better in the copy.
    std::string box = lock.key + std::string(purpose_of(way.kind)) + kdf_words(way.box) +
                      way.box.nonce + way.box.boxed;
    if (std::find(tried_.begin(), tried_.end(), box) != tried_.end())
        return std::optional<Secret>{};
    tried_.push_back(std::move(box));
    if (way.kind == WayKind::key_file) return try_box(lock, way, opener_.secret);
    if (way.kind == WayKind::recovery_code) {
        const bool may_be_it = code_.code && (code_.check_fits || !way.check_signs);
        return may_be_it ? try_box(lock, way, *code_.code) : std::optional<Secret>{};
    }
    for (const PassphraseForm& form : forms_) {
        if (form.by_earlier_version && way.added) continue;  // this version set it
        auto opened = try_box(lock, way, form.text);
        if (!opened || *opened) return opened;
    }
    return std::optional<Secret>{};
}

Result<std::optional<OpenedWay>> LockAttempt::try_on(const LockFile& lock) {
    std::optional<Error> short_of_memory;
    std::vector<std::size_t> order(lock.ways.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (code_.code && code_.is_like_a_code)
        std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
            return lock.ways[i].kind == WayKind::recovery_code;
        });
    for (const std::size_t i : order) {
        auto opened = try_way(lock, lock.ways[i]);
        if (!opened) short_of_memory = opened.error();
        if (!opened || !*opened) continue;
        return std::optional(OpenedWay{std::make_shared<const JournalKey>(std::move(**opened)), i});
    }
    if (short_of_memory) return fail(*short_of_memory);
    return std::optional<OpenedWay>{};
}

Error LockAttempt::refusal(const LockFile& lock, const std::filesystem::path& file) const {
    if (lock.changed_outside)
        return {ErrorCode::invalid,
                "This file was changed or damaged: the journal’s key cannot be taken out of it.",
                "Put lock.toml back from a copy, such as .history/lock.toml or an archive.",
                Place{file.string(), 0, 0}};
    // It may be the passphrase all the same: of a copy that is not what stands in lock.toml.
    if (left_out_)
        return {ErrorCode::invalid,
                "What was typed does not open lock.toml, and its copy could not be tried as well: "
                "together they would take too long.",
                "If you did not change the passphrase, put the copy, .history/lock.toml, in the "
                "place of lock.toml, then try again.",
                Place{file.string(), 0, 0}};
    if (opener_.is_key_file)
        return {ErrorCode::locked,
                "This key file does not open the journal: it is of another journal, or was taken "
                "out of this lock.",
                "Nothing was changed; the passphrase opens it.",
                {}};
    if (code_.is_like_a_code) return refused_code(code_, recovery_way(lock));
    return not_the_passphrase({}, "Nothing was changed; try again.");
}

}  // namespace rekindle
