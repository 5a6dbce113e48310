// DIR/lock.toml, the one small file of a locked journal by which it opens: the journal's random key
// in one box or more (see key_box.hpp), each a way in. .history/lock.toml holds the same: without
// it the journal could not be opened by anyone. A file of the journal's frame (journal_file.hpp):
//   key           the id of the journal's key (see journal_key.hpp)
//   saves         how often the journal's lock was written, from 1; earlier versions wrote none
//   ways          base64 of 32 bytes: the keyed sum of all ways (below); earlier versions wrote
//   none [passphrase]  the first passphrase: a box, its purpose "passphrase" [recovery]    where
//   there is a recovery code (recovery_code.hpp): a box, "recovery", and
//                 check_signs = 2 when its last two signs are check signs
//   [[way]]       each further one: kind = "passphrase" or "key-file" (key_file.hpp), which is its
//                 purpose as well, and a box
// Each of these tables may have `name` (up to 40 characters, no two the same) and `added`, the day
// since which it is there. `format` is 1 without [[way]] and 2 with it: a version that knows
// format 1 alone would drop what it does not know.
//
// `ways` is BLAKE2b-256, keyed with the journal's key, of these lines with "\n" after each:
//   rekindle ways 1
//   key=ID
//   saves=SAVES
// and for each way, in the order of the file:
//   way=KIND            passphrase, recovery or key-file
//   name=NAME           empty where there is none
//   added=2026-11-28    empty where there is none
//   check_signs=2       0 without
//   kdf=argon2id13 PASSES MEMORY SALT     or blake2b SALT
//   nonce=NONCE
//   box=KEY             both base64, as in the file
// So nobody without the journal's key can put a way in, take one out or exchange one unseen.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/date.hpp"
#include "workbook/base/result.hpp"
#include "workbook/base/secret.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/journal_key.hpp"
#include "workbook/store/key_box.hpp"

namespace rekindle {

inline constexpr int lock_format = 2;  // the latest that is understood

enum class WayKind { passphrase, recovery_code, key_file };
// "passphrase", "recovery" or "key-file": in the file, and bound to the box.
std::string_view purpose_of(WayKind kind);

struct Way {
    WayKind kind = WayKind::passphrase;
    KeyBox box;
    std::string name;           // may be empty
    std::optional<Date> added;  // unknown where an earlier version made it
    bool check_signs = false;   // of a recovery code
    bool operator==(const Way&) const = default;
};

struct LockFile {
    std::string key;        // its id
    std::vector<Way> ways;  // a passphrase first, then the recovery code, then the others
    int saves = 0;          // grows by one with each change; 0 in what an earlier version wrote
    std::string sum;        // of the ways, 32 bytes; empty in what an earlier version wrote
    bool changed_outside = false;  // the mark at its end does not fit it
};

// Whether a way may be called that: 1 to 40 characters, no line ends, no blanks around it.
bool is_way_name(std::string_view name);
inline constexpr std::size_t most_ways = 16;

const Way* recovery_way(const LockFile& lock);  // null: there is none

// What one try may cost for a whole lock file, as `work_of` counts: two passphrases at the usual
// price and what little a recovery code and a third need. A file that asks for more is refused
// before any work is done.
std::int64_t most_work();
std::int64_t work_of(const LockFile& lock);

// Counts one save more and puts the sum of its ways into the lock. Every change ends with it.
void sign_ways(LockFile& lock, const JournalKey& key);
// Whether the ways are those that were signed with the key. An earlier version signed nothing; its
// lock fits as it is.
bool ways_fit(const LockFile& lock, const JournalKey& key);

std::string to_text(const LockFile& lock);
// Errors: `invalid`, for a lock that costs too much as well, and `later_format`.
Result<LockFile> parse_lock(std::string_view text, const std::string& file);

std::filesystem::path lock_file_of(const std::filesystem::path& journal);
std::filesystem::path spare_lock_file_of(const std::filesystem::path& journal);

// JOURNAL/RELATIVE, one of the two; nothing when it is not there. Errors: `system` and those of
// parse_lock.
Result<std::optional<LockFile>> read_lock_file(const std::filesystem::path& journal,
                                               const std::filesystem::path& relative);

// The lock of a journal; nothing when it has none. One that is missing or damaged is looked for in
// the history. Errors: as above.
Result<std::optional<LockFile>> read_lock(const std::filesystem::path& journal);

// Puts it in both places, read back before it replaces the one before. Errors: `system`.
Result<void> write_lock(const std::filesystem::path& journal, const LockFile& lock,
                        const SystemCalls& calls = {});

}  // namespace rekindle
