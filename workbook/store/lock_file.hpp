// DIR/lock.toml, the one small file of a locked journal that the passphrase opens: how the
// passphrase is made into a key (Argon2id, RFC 9106), and the journal's random key encrypted with
// that (XChaCha20-Poly1305, as libsodium has it), once more for a recovery code where there is one.
// Every parameter is bound to the box as its additional data. .history/lock.toml holds the same:
// without it the journal could not be opened by anyone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/base/secret.hpp"
#include "workbook/store/journal_key.hpp"
#include "workbook/store/system_calls.hpp"

namespace rekindle {

// What it costs to try a passphrase.
struct KdfCost {
    int passes = 0;
    int memory = 0;  // KiB
    bool operator==(const KdfCost&) const = default;
};
// libsodium's MODERATE (some 0.5 s and 256 MiB) and INTERACTIVE, below which none is made.
KdfCost moderate_cost();
KdfCost least_cost();

// The journal's key in a box that one passphrase opens.
struct KeyBox {
    KdfCost cost;
    std::string salt;   // 16 bytes
    std::string nonce;  // 24 bytes
    std::string boxed;  // 48 bytes
    bool operator==(const KeyBox&) const = default;
};

struct LockFile {
    std::string key;  // its id
    KeyBox passphrase;
    std::optional<KeyBox> recovery;
    bool changed_outside = false;  // the mark at its end does not fit it
};

inline constexpr std::size_t shortest_passphrase = 8;  // characters

// The passphrase as it is used: UTF-8 in normal form C, so that it is the same from every keyboard;
// nothing is trimmed but the CR and the byte order mark that an editor put around a line. Errors:
// `usage` for what is no UTF-8 or, when `new_one`, too short or not to be typed.
Result<Secret> prepare_passphrase(const Secret& typed, bool new_one);

// A box for `key`. Where there is not enough memory for `cost` the least cost is taken. Errors:
// `system` when there is not enough for that either.
Result<KeyBox> box_key(const JournalKey& key, std::string_view purpose, const Secret& passphrase,
                       KdfCost cost);
Result<LockFile> make_lock(const JournalKey& key, const Secret& passphrase,
                           const std::optional<Secret>& recovery_code,
                           KdfCost cost = moderate_cost());

// The key, given the passphrase or the recovery code as typed. Takes as long whatever is wrong with
// it. Errors: `locked` when it is not the passphrase, `invalid` when the file is damaged, `system`
// when there is not enough memory to tell: three things that are never said of each other.
Result<KeyRef> unlock(const LockFile& lock, const Secret& typed, const std::filesystem::path& file);

std::string to_text(const LockFile& lock);
Result<LockFile> parse_lock(std::string_view text, const std::string& file);

std::filesystem::path lock_file_of(const std::filesystem::path& journal);
std::filesystem::path spare_lock_file_of(const std::filesystem::path& journal);

// The lock of a journal; nothing when it has none. One that is missing or damaged is looked for in
// the history. Errors: `system`, `invalid` and `later_format`.
Result<std::optional<LockFile>> read_lock(const std::filesystem::path& journal);

// Puts it in both places, read back before it replaces the one before. Errors: `system`.
Result<void> write_lock(const std::filesystem::path& journal, const LockFile& lock,
                        const SystemCalls& calls = {});

// Codes for when the passphrase is forgotten: 30 letters and figures that are hard to confuse, 150
// random bits, in groups of five ("k7w2m-…").
Secret make_recovery_code();
// The 30 signs of a code however it was typed; nothing when it is none.
std::optional<Secret> parse_recovery_code(std::string_view typed);

}  // namespace rekindle
