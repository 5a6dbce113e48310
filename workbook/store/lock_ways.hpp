// The ways into a lock: a passphrase or several, a recovery code, key files. Each is made, changed
// and taken out while the others stay as they are. These functions only work out what lock.toml is
// to hold; keep_ways writes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/store/lock_file.hpp"
#include "workbook/store/unlocking.hpp"

namespace rekindle {

// The price of one try at a passphrase: 1 is the usual one, 2 twice as much.
inline constexpr int usual_price = 1;
inline constexpr int highest_price = 2;
KdfCost cost_of_price(int price);
int price_of(const KeyBox& box);
// Memory was short when the passphrase was set, and it is guarded less than is usual. It is raised
// when the journal is opened with it and there is enough.
bool was_made_short(const Way& way);

// A lock with one passphrase and, perhaps, a recovery code. `saves` is how often the lock before it
// was written, where there was one: its number goes on. Errors: as for a new passphrase, and
// `system` without enough memory.
Result<LockFile> make_lock(const JournalKey& key, const Secret& passphrase,
                           const std::optional<Secret>& recovery_code,
                           KdfCost cost = moderate_cost(), std::optional<Date> added = std::nullopt,
                           int saves = 0);

// What a way is called, for people and for `lock remove`: its name, else "passphrase",
// "recovery-code" or "key-file".
std::string label_of(const Way& way);
// The place of the way of that label; nothing when there is none.
std::optional<std::size_t> find_way(const LockFile& lock, std::string_view label);

// The lock with one way more, or another. Errors: `usage` for a passphrase that cannot be set, for
// a name that is taken or cannot be, where there is no room for one more; `system` without enough
// memory. A further passphrase gets the price that is left beside the others; one that is changed
// keeps its own where no other is given, its name and its place. The recovery code that was there
// before is void.
Result<LockFile> add_passphrase(LockFile lock, const JournalKey& key, const Secret& passphrase,
                                std::string name, Date today);
Result<LockFile> change_passphrase_of(LockFile lock, const JournalKey& key, std::size_t way,
                                      const Secret& passphrase, std::optional<int> price,
                                      Date today);
Result<LockFile> set_recovery_code(LockFile lock, const JournalKey& key, const Secret& code,
                                   Date today);
Result<LockFile> add_key_file(LockFile lock, const JournalKey& key, const Secret& secret,
                              std::string name, Date today);
// Errors: `usage` where there is no such way, and for the last passphrase.
Result<LockFile> remove_way(LockFile lock, const JournalKey& key, std::size_t way);

}  // namespace rekindle
