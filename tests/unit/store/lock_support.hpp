// A journal with a lock that opens quickly: the least cost that the reader accepts.
#pragma once

#include "tests/unit/store/store_support.hpp"
#include "workbook/store/lock_change.hpp"

namespace rekindle::test {

inline constexpr KdfCost quick{1, 8 * 1024};

inline LockFile quick_lock(const KeyRef& key, std::string_view passphrase,
                           std::optional<Secret> code = std::nullopt) {
    auto lock = make_lock(*key, Secret(passphrase), code, quick);
    REQUIRE(lock);
    return *std::move(lock);
}

// Sets a lock on a journal that has none and gives its key.
inline KeyRef set_lock(const std::filesystem::path& journal, std::string_view passphrase) {
    const KeyRef key = make_key();
    REQUIRE(change_lock(journal, {nullptr, key, quick_lock(key, passphrase)}, day(2026, 11, 21)));
    return key;
}

inline Store locked_store(const std::filesystem::path& journal, const KeyRef& key) {
    Store store(journal);
    store.use_key(key);
    return store;
}

// Every byte below a folder, hidden files as well.
inline std::string all_bytes(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) all += bytes_of(entry.path());
    return all;
}

}  // namespace rekindle::test
