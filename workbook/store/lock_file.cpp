#include "workbook/store/lock_file.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <utf8proc.h>

#include <cstdlib>

#include "workbook/store/base64.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/toml_read.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kdf_name = "argon2id13";
constexpr std::string_view cipher_name = "xchacha20-poly1305";
constexpr std::string_view for_passphrase = "passphrase";
constexpr std::string_view for_recovery = "recovery";
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

// Everything about a box that is not the key itself.
std::string additional_data(const std::string& key, std::string_view purpose, const KeyBox& box) {
    return fmt::format("rekindle key box 1\nkey={}\npurpose={}\nkdf={} {} {} {}\ncipher={}\n", key,
                       purpose, kdf_name, box.cost.passes, box.cost.memory, to_base64(box.salt),
                       cipher_name);
}

// Nothing when there is not enough memory.
std::optional<Secret> derive(const Secret& passphrase, const KeyBox& box) {
    Secret derived;
    derived.resize(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const int done = crypto_pwhash(
        derived.data(), derived.size(), reinterpret_cast<const char*>(passphrase.data()),
        passphrase.size(), bytes_of(box.salt), static_cast<unsigned long long>(box.cost.passes),
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

// Nothing when the box does not open with it.
Result<std::optional<Secret>> open_box(const std::string& key, std::string_view purpose,
                                       const KeyBox& box, const Secret& passphrase) {
    const auto derived = derive(passphrase, box);
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
    return {{"kdf", std::string(kdf_name)},       {"passes", box.cost.passes},
            {"memory_kib", box.cost.memory},      {"salt", to_base64(box.salt)},
            {"cipher", std::string(cipher_name)}, {"nonce", to_base64(box.nonce)},
            {"key", to_base64(box.boxed)}};
}

std::string read_bytes(const TomlReader& table, std::string_view key, std::size_t size) {
    const auto bytes = from_base64(table.require_text(key));
    if (bytes && bytes->size() == size) return *bytes;
    table.problem(key, "This is not what Rekindle wrote here.");
    return {};
}

void require_name(const TomlReader& table, std::string_view key, std::string_view name) {
    if (table.require_text(key) != name)
        table.problem(key, "This version of Rekindle does not know that method.",
                      "A newer version may.");
}

KeyBox read_box(const TomlReader& table) {
    KeyBox box;
    require_name(table, "kdf", kdf_name);
    require_name(table, "cipher", cipher_name);
    box.cost.passes = table.require_whole("passes", fewest_passes, most_passes).value_or(0);
    box.cost.memory = table.require_whole("memory_kib", least_memory, most_memory).value_or(0);
    box.salt = read_bytes(table, "salt", crypto_pwhash_SALTBYTES);
    box.nonce = read_bytes(table, "nonce", crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    box.boxed = read_bytes(table, "key", boxed_size);
    return box;
}

Result<std::optional<LockFile>> read_one(const fs::path& journal, const fs::path& relative) {
    const fs::path file = journal / relative;
    const auto bytes = read_file_of(journal, relative);
    if (!bytes) return fail(bytes.error());
    if (!*bytes) return std::optional<LockFile>{};
    auto lock = parse_lock(**bytes, file.string());
    if (!lock) return fail(lock.error());
    return std::optional{*std::move(lock)};
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

namespace {

// The CR of a CR LF behind a line, which nobody types.
std::string_view without_cr(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// The mark that some editors put before a text.
std::string_view without_mark(std::string_view line) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    return line.starts_with(byte_order_mark) ? line.substr(byte_order_mark.size()) : line;
}

// In normal form C, so that it is the same from every keyboard.
Result<Secret> composed(const Secret& typed) {
    utf8proc_uint8_t* mapped = nullptr;
    const utf8proc_ssize_t size =
        utf8proc_map(typed.data(), static_cast<utf8proc_ssize_t>(typed.size()), &mapped,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (size < 0)
        return fail(ErrorCode::usage, "This passphrase is not UTF-8 text.",
                    "Type it on the keyboard.");
    const auto bytes = static_cast<std::size_t>(size);
    Secret prepared(std::string_view(reinterpret_cast<const char*>(mapped), bytes));
    sodium_memzero(mapped, bytes);
    std::free(mapped);
    return prepared;
}

// Signs that no keyboard types and no eye sees: a passphrase with one opens from the file it came
// from and from nowhere else.
bool cannot_be_typed(utf8proc_int32_t character) {
    constexpr utf8proc_int32_t byte_order_mark = 0xFEFF;
    const utf8proc_category_t category = utf8proc_category(character);
    return character == byte_order_mark || category == UTF8PROC_CATEGORY_CC ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

std::optional<Error> problem_with_new(const Secret& passphrase) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < passphrase.size(); ++characters) {
        utf8proc_int32_t character = -1;
        const auto left = static_cast<utf8proc_ssize_t>(passphrase.size() - at);
        const utf8proc_ssize_t taken = utf8proc_iterate(passphrase.data() + at, left, &character);
        if (taken <= 0 || cannot_be_typed(character))
            return Error{ErrorCode::usage,
                         "There is a sign in this passphrase that cannot be typed.",
                         "Leave out control characters, such as a tab, and the mark that some "
                         "editors put before a text.",
                         {}};
        at += static_cast<std::size_t>(taken);
    }
    if (characters >= shortest_passphrase) return std::nullopt;
    return Error{ErrorCode::usage,
                 fmt::format("A passphrase needs {} characters or more.", shortest_passphrase),
                 "Four or five words that nobody would guess are easy to keep in mind.",
                 {}};
}

}  // namespace

Result<Secret> prepare_passphrase(const Secret& typed, bool new_one) {
    const std::string_view line = without_cr(typed.view());
    auto prepared = composed(Secret(new_one ? line : without_mark(line)));
    if (!prepared || !new_one) return prepared;
    if (auto problem = problem_with_new(*prepared)) return fail(*std::move(problem));
    return prepared;
}

Result<KeyBox> box_key(const JournalKey& key, std::string_view purpose, const Secret& passphrase,
                       KdfCost cost) {
    KeyBox box{cost,
               random_bytes(crypto_pwhash_SALTBYTES),
               random_bytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES),
               {}};
    auto derived = derive(passphrase, box);
    if (!derived && cost.memory > least_cost().memory) {
        box.cost = least_cost();
        derived = derive(passphrase, box);
    }
    if (!derived) return fail(no_memory());
    const std::string data = additional_data(key.id(), purpose, box);
    box.boxed.resize(boxed_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(box.boxed), nullptr, key.bytes(),
                                               JournalKey::size, bytes_of(data), data.size(),
                                               nullptr, bytes_of(box.nonce), derived->data());
    return box;
}

Result<LockFile> make_lock(const JournalKey& key, const Secret& passphrase,
                           const std::optional<Secret>& recovery_code, KdfCost cost) {
    const auto prepared = prepare_passphrase(passphrase, true);
    if (!prepared) return fail(prepared.error());
    auto box = box_key(key, for_passphrase, *prepared, cost);
    if (!box) return fail(box.error());
    LockFile lock{key.id(), *std::move(box), std::nullopt};
    if (!recovery_code) return lock;
    const auto code = parse_recovery_code(recovery_code->view());
    if (!code) return fail(ErrorCode::usage, "This is no recovery code.");
    auto recovery = box_key(key, for_recovery, *code, cost);
    if (!recovery) return fail(recovery.error());
    lock.recovery = *std::move(recovery);
    return lock;
}

Result<KeyRef> unlock(const LockFile& lock, const Secret& typed, const fs::path& file) {
    const auto prepared = prepare_passphrase(typed, false);
    if (!prepared) return fail(prepared.error());
    auto opened = open_box(lock.key, for_passphrase, lock.passphrase, *prepared);
    if (!opened) return fail(opened.error());
    if (!*opened && without_mark(without_cr(typed.view())) != typed.view()) {
        // Earlier versions took the CR at a line's end, and a mark before it, for part of it.
        const auto whole = composed(typed);
        if (!whole) return fail(whole.error());
        opened = open_box(lock.key, for_passphrase, lock.passphrase, *whole);
        if (!opened) return fail(opened.error());
    }
    const auto code = parse_recovery_code(prepared->view());
    if (!*opened && lock.recovery && code) {
        opened = open_box(lock.key, for_recovery, *lock.recovery, *code);
        if (!opened) return fail(opened.error());
    }
    if (!*opened && lock.changed_outside)
        return fail(ErrorCode::invalid,
                    "This file was changed or damaged: the journal’s key "
                    "cannot be taken out of it.",
                    "Put lock.toml back from a copy, such as .history/lock.toml or an archive.",
                    Place{file.string(), 0, 0});
    if (!*opened)
        return fail(ErrorCode::locked, "That is not the passphrase.",
                    "Nothing was changed; try again.");
    auto key = std::make_shared<const JournalKey>(std::move(**opened));
    if (key->id() == lock.key) return KeyRef(std::move(key));
    return fail(ErrorCode::invalid, "This file holds another key than it says.",
                "Put lock.toml back from a copy.", Place{file.string(), 0, 0});
}

std::string to_text(const LockFile& lock) {
    TomlTable document{{"key", lock.key}, {"passphrase", to_toml(lock.passphrase)}};
    if (lock.recovery) document.set("recovery", to_toml(*lock.recovery));
    return to_file_text(document,
                        "# Rekindle keeps this file. Without it and its passphrase nothing of the "
                        "journal can be read.\n");
}

Result<LockFile> parse_lock(std::string_view text, const std::string& file) {
    const JournalFile parsed = parse_journal_file(text, file);
    if (parsed.refused) return fail(*parsed.refused);
    Problems problems;
    const TomlReader reader{parsed.document, file, problems};
    LockFile lock;
    lock.changed_outside = parsed.notice.has_value();
    lock.key = reader.require_text("key");
    const auto passphrase = reader.table("passphrase");
    if (passphrase)
        lock.passphrase = read_box(*passphrase);
    else
        reader.problem("passphrase", "What the passphrase opens is missing here.");
    if (const auto recovery = reader.table("recovery")) lock.recovery = read_box(*recovery);
    if (!problems.empty()) return fail(problems.front());
    return lock;
}

fs::path lock_file_of(const fs::path& journal) { return journal / "lock.toml"; }
fs::path spare_lock_file_of(const fs::path& journal) { return journal / ".history" / "lock.toml"; }

Result<std::optional<LockFile>> read_lock(const fs::path& journal) {
    auto lock = read_one(journal, "lock.toml");
    if (lock && *lock && !(*lock)->changed_outside) return lock;
    auto spare = read_one(journal, ".history/lock.toml");
    if (spare && *spare && !(*spare)->changed_outside) return spare;
    return lock;
}

Result<void> write_lock(const fs::path& journal, const LockFile& lock, const SystemCalls& calls) {
    const std::string text = to_text(lock);
    for (const char* file : {".history/lock.toml", "lock.toml"})
        if (auto written = write_own_file(journal, file, text, calls); !written) return written;
    return {};
}

}  // namespace rekindle
