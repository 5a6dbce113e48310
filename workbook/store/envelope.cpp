#include "workbook/store/envelope.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "workbook/files/base64.hpp"
#include "workbook/files/toml_read.hpp"
#include "workbook/store/journal_file.hpp"

namespace rekindle {
namespace {

constexpr std::string_view cipher_name = "xchacha20-poly1305";
constexpr std::string_view table_name = "data";
constexpr std::string_view about_encrypted_file =
    "# Rekindle keeps this file, encrypted: lock.toml and its passphrase open it.\n";
constexpr std::string_view telling_key = "cipher";
constexpr std::size_t padded_to = 4096;  // bytes
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string additional_data(std::string_view key, std::string_view name, int generation) {
    return fmt::format("rekindle file 1\ncipher={}\nkey={}\ngeneration={}\nfile={}\n", cipher_name,
                       key, generation, name);
}

struct Header {
    std::string cipher;
    std::string key;
    std::string name;
    std::string nonce;
    std::string sealed;
    int generation = 0;
};

Result<Header> read_header(const TomlTable& document, const std::string& file) {
    Problems problems;
    const TomlReader reader{document, file, problems};
    const TomlReader data = *reader.table(table_name);
    Header header;
    header.cipher = data.require_text(telling_key);
    header.key = data.require_text("key");
    header.name = data.require_text("file");
    header.generation =
        data.require_whole("generation", 0, std::numeric_limits<int>::max()).value_or(0);
    const auto nonce = from_base64(data.require_text("nonce"));
    const auto sealed = from_base64(data.require_text("text"));
    if (header.cipher != cipher_name)
        data.problem("cipher", "This version of Rekindle does not know that method.",
                     "A newer version may.");
    if (!nonce || nonce->size() != crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
        data.problem("nonce", "This is not what Rekindle wrote here.");
    if (!sealed || sealed->size() < padded_to + tag_size || sealed->size() % padded_to != tag_size)
        data.problem("text", "This is not what Rekindle wrote here.");
    if (!problems.empty()) return fail(problems.front());
    header.nonce = *nonce;
    header.sealed = *sealed;
    return header;
}

// False only for what cannot be one, however it is written: TOML has no other way to write a key
// than its letters or an escape.
bool can_be_envelope(std::string_view bytes) {
    return bytes.find(telling_key) != bytes.npos || bytes.find("\\u") != bytes.npos ||
           bytes.find("\\U") != bytes.npos || bytes.find("\\x") != bytes.npos;
}

// The document, or, of one that was cut short or damaged, what stands above the line where it ends.
TomlTable as_far_as_it_reads(std::string_view bytes) {
    auto document = parse_toml(bytes, {}, bytes.size());
    if (document) return std::move(*document);
    std::size_t end = 0;
    for (int line = 1; line < document.error().place.line && end < bytes.size(); ++line)
        end = std::min(bytes.find('\n', end), bytes.size() - 1) + 1;
    document = parse_toml(bytes.substr(0, end), {}, bytes.size());
    return document ? std::move(*document) : TomlTable{};
}

std::string pad(std::string_view text) {
    std::string padded(text);
    const std::size_t size = (text.size() / padded_to + 1) * padded_to;
    padded.resize(size);
    std::size_t filled = 0;
    sodium_pad(&filled, bytes_of(padded), text.size(), padded_to, padded.size());
    return padded;
}

}  // namespace

bool is_envelope(const TomlTable& document) {
    const TomlValue* data = document.find(table_name);
    const auto* table = data ? data->as<TomlTable>() : nullptr;
    return table && table->find(telling_key);
}

bool is_envelope(std::string_view bytes) {
    return can_be_envelope(bytes) && is_envelope(as_far_as_it_reads(bytes));
}

std::string key_of_envelope(const TomlTable& document) {
    if (!is_envelope(document)) return {};
    const TomlValue* key = document.find(table_name)->as<TomlTable>()->find("key");
    const auto* id = key ? key->as<std::string>() : nullptr;
    return id ? *id : std::string{};
}

std::string key_of_envelope(std::string_view bytes) {
    if (!can_be_envelope(bytes)) return {};
    return key_of_envelope(as_far_as_it_reads(bytes));
}

std::string seal(std::string_view text, const JournalKey& key, const std::string& name,
                 int generation) {
    std::string nonce(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    const std::string data = additional_data(key.id(), name, generation);
    const std::string padded = pad(text);
    std::string sealed(padded.size() + tag_size, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed), nullptr, bytes_of(padded),
                                               padded.size(), bytes_of(data), data.size(), nullptr,
                                               bytes_of(nonce), key.bytes());
    return to_file_text(
        TomlTable{{std::string(table_name), TomlTable{{"cipher", std::string(cipher_name)},
                                                      {"key", key.id()},
                                                      {"file", name},
                                                      {"generation", generation},
                                                      {"nonce", to_base64(nonce)},
                                                      {"text", to_base64(sealed)}}}},
        about_encrypted_file);
}

Result<OpenedEnvelope> open_envelope(const TomlTable& document, const KeyRef& key,
                                     std::string_view name, const std::string& file) {
    const Place place{file, 0, 0};
    if (!key)
        return fail(ErrorCode::locked, "This file is locked.",
                    "Its journal’s lock.toml and passphrase open it.", place);
    auto header = read_header(document, file);
    if (!header) return fail(header.error());
    if (header->key != key->id())
        return fail(ErrorCode::locked, "This file is locked with another key.",
                    "It belongs to another journal, or to this one before its key was changed.",
                    place);
    const std::string data = additional_data(header->key, header->name, header->generation);
    OpenedEnvelope opened{std::string(header->sealed.size() - tag_size, '\0'), header->name,
                          header->generation};
    const int done = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes_of(opened.text), nullptr, nullptr, bytes_of(std::as_const(header->sealed)),
        header->sealed.size(), bytes_of(std::string_view(data)), data.size(),
        bytes_of(std::as_const(header->nonce)), key->bytes());
    std::size_t size = 0;
    if (done != 0 ||
        sodium_unpad(&size, bytes_of(std::as_const(opened.text)), opened.text.size(), padded_to))
        return fail(ErrorCode::invalid, "This file was damaged or changed: it no longer opens.",
                    "Bring back an earlier state, or put a copy of it in its place.", place);
    if (!name.empty() && header->name != name)
        return fail(ErrorCode::invalid,
                    fmt::format("This file belongs in the place of {}.", header->name),
                    "Put the right one back, from a copy or an earlier state.", place);
    opened.text.resize(size);
    return opened;
}

Result<std::optional<OpenedEnvelope>> open_file_text(std::string_view bytes, const KeyRef& key,
                                                     std::string_view name, const std::string& file,
                                                     std::uintmax_t most) {
    if (!can_be_envelope(bytes)) return std::optional<OpenedEnvelope>{};
    const JournalFile outer = parse_journal_file(bytes, file, most);
    if (!is_envelope(outer.document)) {
        if (outer.refused && is_envelope(bytes)) return fail(*outer.refused);
        return std::optional<OpenedEnvelope>{};
    }
    if (outer.refused) return fail(*outer.refused);
    auto opened = open_envelope(outer.document, key, name, file);
    if (!opened) return fail(opened.error());
    return std::optional{*std::move(opened)};
}

}  // namespace rekindle
