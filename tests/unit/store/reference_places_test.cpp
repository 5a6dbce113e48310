// Where references that lead nowhere stand, and that healthy old journals have none.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/support/builders.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/unit/store/store_support.hpp"
#include "workbook/store/reference_places.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace reference_places_test {

namespace {

Place first_place(const Store& store) {
    const auto opened = store.open();
    REQUIRE(opened);
    const auto all = dangling_references(opened->journal, tests::small_content());
    REQUIRE(all.size() == 1);
    return place_of(all[0], store);
}

}  // namespace

TEST_CASE("references: the first line that has one is named, whatever order the file is in") {
    const TemporaryFolder folder;
    const Store store{folder.path()};
    put_bytes(folder / "checkins/2026-11.toml",
              as_file("[[checkin]]\ndate = 2026-11-02\nid = \"a\"\nmood = 3\n\n"
                      "[[checkin]]\nperson = 'ann'\ndate = 2026-11-01\nid = \"b\"\nmood = 3\n",
                      2));
    const std::string text = bytes_of(folder / "checkins/2026-11.toml");
    const auto line =
        1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(text.find("ann")), '\n');
    CHECK(first_place(store).line == line);
    CHECK(first_place(store).file == (folder / "checkins/2026-11.toml").string());
}

TEST_CASE("references: a scale is found among the feelings, a card by its name") {
    const TemporaryFolder folder;
    const Store store{folder.path()};
    put_bytes(folder / "checkins/2026-11.toml",
              as_file("[[checkin]]\ndate = 2026-11-02\nid = \"a\"\n"
                      "feelings = { calm = 3, sleep = 4 }\n",
                      1));
    CHECK(first_place(store).line > 1);
    std::filesystem::remove_all(folder / "checkins");
    put_bytes(
        folder / "answers/steps.toml",
        as_file("[[rating]]\ncard = \"none\"\nscale = \"a\"\nvalue = 3\ndate = 2026-11-02\n", 1));
    const std::string text = bytes_of(folder / "answers/steps.toml");
    const auto line =
        1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(text.find("card = ")), '\n');
    CHECK(first_place(store).line == line);
}

TEST_CASE("references: journals of every format lead nowhere that is not there") {
    const Content shipped = tests::shipped_content();
    for (const auto& format :
         std::filesystem::directory_iterator(tests::source_folder() / "tests/data/journals")) {
        const Journal journal = open_all(format.path());
        for (const Dangling& each : dangling_references(journal, shipped))
            FAIL_CHECK(in_words(each, *journal.profile).message);
    }
}

}  // namespace reference_places_test
