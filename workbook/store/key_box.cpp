#include "workbook/store/key_box.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

#include "workbook/files/base64.hpp"

namespace rekindle {
namespace {

constexpr std::string_view argon2id_name = "argon2id13";
constexpr std::string_view blake2b_name = "blake2b";
constexpr std::string_view cipher_name = "xchacha20-poly1305";
constexpr std::size_t boxed_size =
    JournalKey::size + crypto_aead_xchacha20poly1305_ietf_ABYTES;  // bytes

// What somebody else wrote into the file must not take hours or all memory.
constexpr int fewest_passes = 1;
constexpr int most_passes = 12;
constexpr int least_memory = 8 * 1024;    // KiB
constexpr int most_memory = 1024 * 1024;  // KiB

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes_of(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

KeyBox empty_box(Kdf kdf, KdfCost cost) {
    return {kdf,
            cost,
            random_bytes(crypto_pwhash_SALTBYTES),
            random_bytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES),
            {}};
}

}  // namespace

std::string kdf_words(const KeyBox& box) {
    if (box.kdf == Kdf::blake2b) return fmt::format("{} {}", blake2b_name, to_base64(box.salt));
    return fmt::format("{} {} {} {}", argon2id_name, box.cost.passes, box.cost.memory,
                       to_base64(box.salt));
}

namespace {

// Everything about a box that is not the key itself.
std::string additional_data(const std::string& key, std::string_view purpose, const KeyBox& box) {
    return fmt::format("rekindle key box 1\nkey={}\npurpose={}\nkdf={}\ncipher={}\n", key, purpose,
                       kdf_words(box), cipher_name);
}

std::optional<Secret> derive_fast(const Secret& secret, const KeyBox& box) {
    if (secret.size() != JournalKey::size) return std::nullopt;
    const std::string message = "rekindle key file 1\n" + box.salt;
    Secret derived;
    derived.resize(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    crypto_generichash(derived.data(), derived.size(), bytes_of(message), message.size(),
                       secret.data(), secret.size());
    return derived;
}

// Nothing when there is not enough memory.
std::optional<Secret> derive(const Secret& secret, const KeyBox& box) {
    if (box.kdf == Kdf::blake2b) return derive_fast(secret, box);
    Secret derived;
    derived.resize(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const int done = crypto_pwhash(
        derived.data(), derived.size(), reinterpret_cast<const char*>(secret.data()), secret.size(),
        bytes_of(box.salt), static_cast<unsigned long long>(box.cost.passes),
        static_cast<std::size_t>(box.cost.memory) * 1024, crypto_pwhash_ALG_ARGON2ID13);
    if (done != 0) return std::nullopt;
    return derived;
}

Error no_memory() {
    return {ErrorCode::system,
            "There is not enough free memory to use the passphrase.",
            "Close other programs, then try again; the journal is as it was.",
            {}};
}

void put_in(KeyBox& box, const JournalKey& key, std::string_view purpose, const Secret& derived) {
    const std::string data = additional_data(key.id(), purpose, box);
    box.boxed.resize(boxed_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(box.boxed), nullptr, key.bytes(),
                                               JournalKey::size, bytes_of(data), data.size(),
                                               nullptr, bytes_of(box.nonce), derived.data());
}

std::string read_bytes(const TomlReader& table, std::string_view key, std::size_t size) {
    const auto bytes = from_base64(table.require_text(key));
    if (bytes && bytes->size() == size) return *bytes;
    table.problem(key, "This is not what Rekindle wrote here.");
    return {};
}

void unknown_method(const TomlReader& table, std::string_view key) {
    table.problem(key, "This version of Rekindle does not know that method.",
                  "A newer version may.");
}

}  // namespace

KdfCost moderate_cost() {
    return {static_cast<int>(crypto_pwhash_OPSLIMIT_MODERATE),
            static_cast<int>(crypto_pwhash_MEMLIMIT_MODERATE / 1024)};
}

KdfCost least_cost() {
    return {static_cast<int>(crypto_pwhash_OPSLIMIT_INTERACTIVE),
            static_cast<int>(crypto_pwhash_MEMLIMIT_INTERACTIVE / 1024)};
}

KdfCost modest_cost() { return {3, 64 * 1024}; }

std::int64_t work_of(KdfCost cost) { return (std::int64_t{cost.passes} + 1) * cost.memory; }

std::int64_t work_of(const KeyBox& box) { return box.kdf == Kdf::argon2id ? work_of(box.cost) : 0; }

Result<KeyBox> box_key(const JournalKey& key, std::string_view purpose, const Secret& secret,
                       KdfCost cost, WhenShort when_short) {
    KeyBox box = empty_box(Kdf::argon2id, cost);
    auto derived = derive(secret, box);
    if (!derived && when_short == WhenShort::take_least && cost.memory > least_cost().memory) {
        box.cost = least_cost();
        derived = derive(secret, box);
    }
    if (!derived) return fail(no_memory());
    put_in(box, key, purpose, *derived);
    return box;
}

KeyBox box_key_for_file(const JournalKey& key, std::string_view purpose, const Secret& secret) {
    KeyBox box = empty_box(Kdf::blake2b, {});
    if (const auto derived = derive_fast(secret, box)) put_in(box, key, purpose, *derived);
    return box;
}

Result<std::optional<Secret>> open_box(const std::string& key, std::string_view purpose,
                                       const KeyBox& box, const Secret& secret) {
    if (box.kdf == Kdf::blake2b && secret.size() != JournalKey::size)
        return std::optional<Secret>{};
    const auto derived = derive(secret, box);
    if (!derived) return fail(no_memory());
    const std::string data = additional_data(key, purpose, box);
    Secret opened;
    opened.resize(JournalKey::size);
    const int done = crypto_aead_xchacha20poly1305_ietf_decrypt(
        opened.data(), nullptr, nullptr, bytes_of(box.boxed), box.boxed.size(), bytes_of(data),
        data.size(), bytes_of(box.nonce), derived->data());
    if (done != 0) return std::optional<Secret>{};
    return std::optional{std::move(opened)};
}

TomlTable to_toml(const KeyBox& box) {
    TomlTable table;
    if (box.kdf == Kdf::argon2id) {
        table.set("kdf", std::string(argon2id_name));
        table.set("passes", box.cost.passes);
        table.set("memory_kib", box.cost.memory);
    } else {
        table.set("kdf", std::string(blake2b_name));
    }
    table.set("salt", to_base64(box.salt));
    table.set("cipher", std::string(cipher_name));
    table.set("nonce", to_base64(box.nonce));
    table.set("key", to_base64(box.boxed));
    return table;
}

KeyBox read_box(const TomlReader& table) {
    KeyBox box;
    const std::string kdf = table.require_text("kdf");
    if (kdf == blake2b_name)
        box.kdf = Kdf::blake2b;
    else if (kdf != argon2id_name)
        unknown_method(table, "kdf");
    if (table.require_text("cipher") != cipher_name) unknown_method(table, "cipher");
    if (box.kdf == Kdf::argon2id) {
        box.cost.passes = table.require_whole("passes", fewest_passes, most_passes).value_or(0);
        box.cost.memory = table.require_whole("memory_kib", least_memory, most_memory).value_or(0);
    }
    box.salt = read_bytes(table, "salt", crypto_pwhash_SALTBYTES);
    box.nonce = read_bytes(table, "nonce", crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    box.boxed = read_bytes(table, "key", boxed_size);
    return box;
}

}  // namespace rekindle
