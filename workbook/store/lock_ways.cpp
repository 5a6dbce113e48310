#include "workbook/store/lock_ways.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "workbook/store/passphrase.hpp"
#include "workbook/store/recovery_code.hpp"

namespace rekindle {
namespace {

// 140 random bits are found by no guessing, however little a guess costs; so they leave the room to
// the passphrases.
KdfCost cost_for_code(KdfCost of_passphrase) {
    return work_of(of_passphrase) < work_of(least_cost()) ? of_passphrase : least_cost();
}

Error no_room() {
    return {ErrorCode::usage,
            "There is no room for this beside the other ways in: to try them all would take too "
            "long.",
            "“rekindle lock status” lists them; take one out first, or, where "
            "the lock was set at price 2, lower it with “rekindle lock change --cost 1”.",
            {}};
}

std::int64_t room_in(const LockFile& lock) { return most_work() - work_of(lock); }

// The most that fits beside the others, from `wanted` downwards.
std::optional<KdfCost> fitting_cost(const LockFile& lock, KdfCost wanted) {
    const KdfCost moderate = moderate_cost();
    for (const KdfCost cost :
         {wanted, moderate, KdfCost{moderate.passes - 1, moderate.memory}, modest_cost()})
        if (work_of(cost) <= work_of(wanted) && work_of(cost) <= room_in(lock)) return cost;
    return std::nullopt;
}

Result<Way> passphrase_way(const JournalKey& key, const Secret& passphrase, KdfCost cost,
                           std::string name, std::optional<Date> added) {
    const auto prepared = prepare_new_passphrase(passphrase);
    if (!prepared) return fail(prepared.error());
    auto box = box_key(key, purpose_of(WayKind::passphrase), *prepared, cost);
    if (!box) return fail(box.error());
    return Way{WayKind::passphrase, *std::move(box), std::move(name), added};
}

Result<Way> code_way(const JournalKey& key, const Secret& code, KdfCost cost,
                     std::optional<Date> added) {
    const TypedCode read = read_recovery_code(code.view());
    if (!read.code || !read.check_fits) return fail(ErrorCode::usage, "This is no recovery code.");
    auto box = box_key(key, purpose_of(WayKind::recovery_code), *read.code, cost);
    if (!box) return fail(box.error());
    return Way{WayKind::recovery_code, *std::move(box), {}, added, true};
}

// Names are what a way is taken out by: no two are the same, and none is one of the program's own.
Result<std::string> name_for(const LockFile& lock, WayKind kind, std::string name) {
    const std::string plain = label_of(Way{kind, {}, {}, {}});
    if (name.empty()) {
        name = plain;
        for (int i = 2; find_way(lock, name) || name == "passphrase"; ++i)
            name = fmt::format("{}-{}", plain, i);
        return name;
    }
    if (!is_way_name(name))
        return fail(ErrorCode::usage, "A way in cannot be called that.",
                    "Give it 1 to 40 characters in one line.");
    if (find_way(lock, name) || name == "passphrase" || name == "recovery-code")
        return fail(ErrorCode::usage, "There is a way in of that name already.",
                    "Give it another name.");
    return name;
}

Result<LockFile> signed_lock(LockFile lock, const JournalKey& key) {
    if (lock.ways.size() > most_ways || room_in(lock) < 0) return fail(no_room());
    // A passphrase comes first, then the recovery code, as the file holds them.
    const auto code = std::find_if(lock.ways.begin(), lock.ways.end(), [](const Way& way) {
        return way.kind == WayKind::recovery_code;
    });
    if (code != lock.ways.end()) std::rotate(lock.ways.begin(), code, code + 1);
    const auto first = std::find_if(lock.ways.begin(), lock.ways.end(),
                                    [](const Way& way) { return way.kind == WayKind::passphrase; });
    if (first != lock.ways.end()) std::rotate(lock.ways.begin(), first, first + 1);
    sign_ways(lock, key);
    return lock;
}

}  // namespace

KdfCost cost_of_price(int price) {
    const KdfCost usual = moderate_cost();
    return {usual.passes * std::clamp(price, usual_price, highest_price), usual.memory};
}

int price_of(const KeyBox& box) {
    return work_of(box) >= work_of(cost_of_price(highest_price)) ? highest_price : usual_price;
}

bool was_made_short(const Way& way) {
    return way.kind == WayKind::passphrase && way.box.cost == least_cost();
}

Result<LockFile> make_lock(const JournalKey& key, const Secret& passphrase,
                           const std::optional<Secret>& recovery_code, KdfCost cost,
                           std::optional<Date> added, int saves) {
    LockFile lock{key.id(), {}, saves, {}};
    auto first = passphrase_way(key, passphrase, cost, {}, added);
    if (!first) return fail(first.error());
    lock.ways.push_back(*std::move(first));
    if (recovery_code) {
        auto code = code_way(key, *recovery_code, cost_for_code(cost), added);
        if (!code) return fail(code.error());
        lock.ways.push_back(*std::move(code));
    }
    return signed_lock(std::move(lock), key);
}

std::string label_of(const Way& way) {
    if (!way.name.empty()) return way.name;
    return way.kind == WayKind::recovery_code ? "recovery-code" : std::string(purpose_of(way.kind));
}

std::optional<std::size_t> find_way(const LockFile& lock, std::string_view label) {
    for (std::size_t i = 0; i < lock.ways.size(); ++i)
        if (label_of(lock.ways[i]) == label) return i;
    return std::nullopt;
}

Result<LockFile> add_passphrase(LockFile lock, const JournalKey& key, const Secret& passphrase,
                                std::string name, Date today) {
    auto called = name_for(lock, WayKind::passphrase, std::move(name));
    if (!called) return fail(called.error());
    const auto cost = fitting_cost(lock, moderate_cost());
    if (!cost) return fail(no_room());
    auto way = passphrase_way(key, passphrase, *cost, *std::move(called), today);
    if (!way) return fail(way.error());
    lock.ways.push_back(*std::move(way));
    return signed_lock(std::move(lock), key);
}

Result<LockFile> change_passphrase_of(LockFile lock, const JournalKey& key, std::size_t way,
                                      const Secret& passphrase, std::optional<int> price,
                                      Date today) {
    const Way before = std::move(lock.ways.at(way));
    lock.ways.erase(lock.ways.begin() + static_cast<std::ptrdiff_t>(way));
    const KdfCost wanted = cost_of_price(price.value_or(price_of(before.box)));
    const auto cost = fitting_cost(lock, wanted);
    if (!cost || (price && *cost != wanted)) return fail(no_room());
    auto changed = passphrase_way(key, passphrase, *cost, before.name, today);
    if (!changed) return fail(changed.error());
    lock.ways.insert(lock.ways.begin() + static_cast<std::ptrdiff_t>(way), *std::move(changed));
    return signed_lock(std::move(lock), key);
}

Result<LockFile> set_recovery_code(LockFile lock, const JournalKey& key, const Secret& code,
                                   Date today) {
    std::erase_if(lock.ways, [](const Way& way) { return way.kind == WayKind::recovery_code; });
    auto way = code_way(key, code, least_cost(), today);
    if (!way) return fail(way.error());
    lock.ways.push_back(*std::move(way));
    return signed_lock(std::move(lock), key);
}

Result<LockFile> add_key_file(LockFile lock, const JournalKey& key, const Secret& secret,
                              std::string name, Date today) {
    auto called = name_for(lock, WayKind::key_file, std::move(name));
    if (!called) return fail(called.error());
    lock.ways.push_back(Way{WayKind::key_file,
                            box_key_for_file(key, purpose_of(WayKind::key_file), secret),
                            *std::move(called), today});
    return signed_lock(std::move(lock), key);
}

Result<LockFile> remove_way(LockFile lock, const JournalKey& key, std::size_t way) {
    const auto passphrases = std::count_if(lock.ways.begin(), lock.ways.end(), [](const Way& one) {
        return one.kind == WayKind::passphrase;
    });
    if (lock.ways.at(way).kind == WayKind::passphrase && passphrases == 1)
        return fail(ErrorCode::usage,
                    "This is the last passphrase: without one the lock would open only with what "
                    "can be lost.",
                    "Change it, or take the whole lock off.");
    lock.ways.erase(lock.ways.begin() + static_cast<std::ptrdiff_t>(way));
    return signed_lock(std::move(lock), key);
}

}  // namespace rekindle
