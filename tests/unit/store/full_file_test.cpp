// A month in which more is written than one file holds: it is said, and nothing of it is lost.
#include <doctest/doctest.h>

#include "tests/unit/store/lock_support.hpp"
#include "workbook/journal/checks.hpp"
#include "workbook/store/file.hpp"
#include "workbook/store/unsaved.hpp"

namespace rekindle::test {
namespace {

namespace fs = std::filesystem;

// So many days of one month, each with as long a note as there can be.
Journal long_days(int count) {
    Journal journal;
    for (int i = 1; i <= count; ++i)
        journal = with_checkin(journal, checkin_on(day(2026, 11, i), "c" + std::to_string(i), 5,
                                                   std::string(most_text, 'x')));
    return journal;
}

void check_full(const fs::path& journal, const fs::path& kept, const KeyRef& key) {
    Store store = locked_store(journal, key);
    store.keep_what_is_refused({kept / "one.toml"}, {});
    const Journal some = long_days(9);
    save_all(store, {}, some);
    const Journal more = long_days(17);
    const auto refused = store.save(some, more);
    REQUIRE(refused);
    REQUIRE(refused->refused.size() == 1);
    const Error& error = refused->refused.begin()->second;
    CHECK(error.message == "This is more than one file of a journal holds (11 MiB).");
    CHECK(error.remedy.find((kept / "one.toml").string()) != std::string::npos);

    CHECK(fs::file_size(journal / "checkins/2026-11.toml") < largest_file);
    const auto read = locked_store(journal, key).open();
    REQUIRE(read);
    CHECK(read->journal.months.at({2026, 11}) == some.months.at({2026, 11}));
    const auto draft = read_unsaved(kept, journal, key);
    REQUIRE(draft.size() == 1);
    CHECK(draft.front().ours.months == more.months);

    save_all(store, some, long_days(10));
    CHECK_FALSE(fs::exists(kept / "one.toml"));
}

}  // namespace

TEST_CASE("store: a month that is full is refused with a remedy, and all of it is kept") {
    const TemporaryFolder folder;
    check_full(folder / "journal", folder / "kept", nullptr);
}

TEST_CASE("lock: a month that is full can still be read when it is encrypted") {
    const TemporaryFolder folder;
    Store store(folder / "journal");
    save_all(store, {}, journal_of({checkin_on(day(2026, 10, 1), "a", 1, "before")}));
    check_full(folder / "journal", folder / "kept", set_lock(folder / "journal", "four words"));
}

}  // namespace rekindle::test
