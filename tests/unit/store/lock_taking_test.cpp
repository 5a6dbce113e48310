// The lock of an archive, where it is brought back into a folder without a journal.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/unit/store/lock_support.hpp"
#include "tests/unit/store/store_support.hpp"
#include "workbook/store/lock_pin.hpp"
#include "workbook/store/lock_taking.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace lock_taking_test {

namespace fs = std::filesystem;

namespace {

LockFile some_lock() { return quick_lock(make_key(), "four plain garden words"); }

void put_pin(const fs::path& pins, const fs::path& journal, const std::string& key) {
    LockPin pin;
    pin.now.key = key;
    REQUIRE(write_pin(pins, journal, pin));
}

}  // namespace

TEST_CASE("lock taking: a folder has no journal until it has a lock or a file of one") {
    const TemporaryFolder folder;
    CHECK(*has_no_journal(folder / "none"));
    put_bytes(folder / "other/recipes.txt", "soup");
    CHECK(*has_no_journal(folder / "other"));
    put_bytes(folder / "plain/profile.toml", as_file("", 0));
    CHECK_FALSE(*has_no_journal(folder / "plain"));
}

TEST_CASE("lock taking: a folder that is known with another key does not take it") {
    const TemporaryFolder folder;
    const fs::path journal = folder / "journal";
    put_pin(folder / "pins", journal, "another");
    const auto taken = take_lock(journal, some_lock(), folder / "pins");
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == ErrorCode::lock_gone);
    CHECK_FALSE(fs::exists(journal));
}

TEST_CASE("lock taking: both places have it, and a journal that has come meanwhile stays") {
    const TemporaryFolder folder;
    const fs::path journal = folder / "journal";
    const LockFile lock = some_lock();
    put_pin(folder / "pins", journal, lock.key);
    REQUIRE(take_lock(journal, lock, folder / "pins"));
    const auto read = read_lock(journal);
    REQUIRE(read);
    REQUIRE(*read);
    CHECK(to_text(**read) == to_text(lock));
    CHECK(fs::is_regular_file(journal / "lock.toml"));
    CHECK(fs::is_regular_file(journal / ".history/lock.toml"));
    put_bytes(folder / "plain/profile.toml", as_file("", 0));
    REQUIRE(take_lock(folder / "plain", lock, {}));
    CHECK_FALSE(fs::exists(folder / "plain/lock.toml"));
}

}  // namespace lock_taking_test
