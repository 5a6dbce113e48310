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

inline constexpr const char* passphrase = "four plain garden words";

// A journal of three files: two months and the profile that goes with them.
inline Journal two_months() {
    return journal_of({checkin_on(day(2026, 10, 3), "a", 4, "by the canal"),
                       checkin_on(day(2026, 11, 1), "b", 6, "the canal again")});
}

// The same in a folder of its own, locked or plain.
struct TwoMonths {
    TemporaryFolder folder;
    KeyRef key;

    explicit TwoMonths(bool locked = true) {
        Store store(folder.path());
        save_all(store, {}, two_months());
        if (locked) key = set_lock(folder.path(), passphrase);
    }
    std::filesystem::path path() const { return folder.path(); }
};

}  // namespace rekindle::test
