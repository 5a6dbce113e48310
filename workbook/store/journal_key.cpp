#include "workbook/store/journal_key.hpp"

#include <sodium.h>

#include <array>
#include <string_view>
#include <utility>

namespace rekindle {
namespace {

std::string id_of(const Secret& key) {
    constexpr std::string_view purpose = "rekindle: the name of a key";
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size(),
                       key.data(), key.size());
    constexpr std::size_t shown = 8;  // bytes
    std::string id(2 * shown + 1, '\0');
    sodium_bin2hex(id.data(), id.size(), hash.data(), shown);
    id.pop_back();
    return id;
}

}  // namespace

JournalKey::JournalKey(Secret bytes) : bytes_(std::move(bytes)), id_(id_of(bytes_)) {}

KeyRef make_key() {
    Secret bytes;
    bytes.resize(JournalKey::size);
    randombytes_buf(bytes.data(), bytes.size());
    return std::make_shared<const JournalKey>(std::move(bytes));
}

}  // namespace rekindle
