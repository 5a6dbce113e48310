// A month in which more is written than one file holds: it is said, and nothing of it is lost.
#include <doctest/doctest.h>

#include "tests/unit/store/store_support.hpp"
#include "workbook/files/file.hpp"
#include "workbook/journal/checks.hpp"
#include "workbook/store/find_unsaved.hpp"

namespace rekindle::test::full_file_test {
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

// Encrypted it is a third larger, and what stands around it.
static_assert(fullest_file / 3 * 4 + 64 * 1024 < largest_file);

}  // namespace

TEST_CASE("store: a month that is full is refused with a remedy, and all of it is kept") {
    const TemporaryFolder folder;
    Store store{folder / "journal"};
    store.keep_what_is_refused({folder / "kept/one.toml"}, {});
    const Journal some = long_days(1);
    save_all(store, {}, some);
    const Journal more = long_days(12);
    const auto refused = store.save(some, more);
    REQUIRE(refused);
    REQUIRE(refused->refused.size() == 1);
    const Error& error = refused->refused.begin()->second;
    CHECK(error.message == "This is more than one file of a journal holds (11 MiB).");
    CHECK(error.remedy.find((folder / "kept/one.toml").string()) != std::string::npos);
    CHECK(open_all(folder / "journal") == some);
    const auto draft = read_unsaved(folder / "kept", folder / "journal");
    REQUIRE(draft.size() == 1);
    CHECK(draft.front().ours.months == more.months);
}

}  // namespace rekindle::test::full_file_test
