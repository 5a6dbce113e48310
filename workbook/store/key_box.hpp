// A box with the journal's key in it that one secret opens: how the secret is made into a key, and
// the journal's random key encrypted with that (XChaCha20-Poly1305, as libsodium has it). A table
// of lock.toml holds one:
//   kdf         "argon2id13": the key of the box is Argon2id (RFC 9106, version 1.3, one lane, 32
//               bytes) of the secret, with `passes`, `memory_kib` and `salt`; or
//               "blake2b": it is BLAKE2b-256 (RFC 7693) of "rekindle key file 1\n" followed by the
//               16 bytes of the salt, keyed with the secret. Only for a secret of 32 random bytes,
//               which no guessing finds; there is no `passes` and no `memory_kib` then.
//   passes      1 to 12
//   memory_kib  8192 to 1048576
//   salt        16 bytes, base64 (RFC 4648, section 4), as all bytes here
//   cipher      "xchacha20-poly1305"
//   nonce       24 bytes
//   key         48 bytes: the journal's key (32), encrypted, and the tag (16)
// All of it is bound to the box as the cipher's additional data, these lines with "\n" after each:
//   rekindle key box 1
//   key=ID                            of the journal's key (see journal_key.hpp)
//   purpose=PURPOSE                   "passphrase", "recovery" or "key-file"
//   kdf=argon2id13 PASSES MEMORY SALT     or kdf=blake2b SALT
//   cipher=xchacha20-poly1305
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/base/secret.hpp"
#include "workbook/files/toml_read.hpp"
#include "workbook/files/toml_value.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

// What it costs to try a passphrase.
struct KdfCost {
    int passes = 0;
    int memory = 0;  // KiB
    bool operator==(const KdfCost&) const = default;
};
// libsodium's MODERATE (some 0.5 s and 256 MiB), INTERACTIVE, below which none is made, and the
// second choice of RFC 9106, for a passphrase beside several others.
KdfCost moderate_cost();
KdfCost least_cost();
KdfCost modest_cost();
// (Passes + 1) × KiB: the time that a try takes goes with it. To be given the memory at all takes
// the system about as long as a pass over it.
std::int64_t work_of(KdfCost cost);

enum class Kdf { argon2id, blake2b };

struct KeyBox {
    Kdf kdf = Kdf::argon2id;
    KdfCost cost;       // nothing with blake2b
    std::string salt;   // 16 bytes
    std::string nonce;  // 24 bytes
    std::string boxed;  // 48 bytes
    bool operator==(const KeyBox&) const = default;
};

// "argon2id13 3 262144 SALT", as it is bound to the box.
std::string kdf_words(const KeyBox& box);

// What a box asks of whoever tries it.
std::int64_t work_of(const KeyBox& box);

enum class WhenShort { take_least, refuse };

// A box for `key`. Where there is not enough memory for `cost` the least cost is taken, unless that
// is refused; the box says which. Errors: `system` when there is not enough memory.
Result<KeyBox> box_key(const JournalKey& key, std::string_view purpose, const Secret& secret,
                       KdfCost cost, WhenShort when_short = WhenShort::take_least);
// With blake2b, for a secret of 32 random bytes.
KeyBox box_key_for_file(const JournalKey& key, std::string_view purpose, const Secret& secret);

// The journal's key; nothing when the box does not open with it. `key` is the id that it has to
// have. Errors: `system` when there is not enough memory to tell.
Result<std::optional<Secret>> open_box(const std::string& key, std::string_view purpose,
                                       const KeyBox& box, const Secret& secret);

TomlTable to_toml(const KeyBox& box);
KeyBox read_box(const TomlReader& table);  // what is wrong is among the reader's problems

}  // namespace rekindle
