// What is told of a locked journal whose files are not those that were saved last: older ones,
// exchanged ones, one that is gone, all of them at once.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/unit/store/trust_support.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/generations.hpp"
#include "workbook/store/missing.hpp"

using namespace rekindle;
using namespace rekindle::test;
using namespace rekindle::test::trust;

namespace trust_files_test {

namespace fs = std::filesystem;

TEST_CASE("trust: an older file is shown, refused byte for byte, and the newest once accepted") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    const std::string old = bytes_of(diary.file(november));
    diary.write_well(day(2026, 11, 3));
    const int newest = diary.number(november);
    const char* computer = "pins";
    SUBCASE("on the computer that saved it") {}
    SUBCASE("on another one") { computer = "other"; }
    SUBCASE("on one that remembers nothing") { computer = nullptr; }
    put_bytes(diary.file(november), old);
    const Opened opened = diary.open(computer);
    REQUIRE(opened.distrust.size() == 1);
    CHECK(opened.distrust[0].kind == DistrustKind::older_file);
    CHECK(opened.distrust[0].part == november_part);
    CHECK(opened.read_only.at(november_part).code == ErrorCode::distrusted);
    CHECK(checkins_on(opened.journal, day(2026, 11, 2), "me").size() == 1);

    const auto saved = diary.write(day(2026, 11, 4), computer);
    REQUIRE(saved);
    CHECK(saved->refused.contains(november_part));
    CHECK(bytes_of(diary.file(november)) == old);
    diary.write_well(day(2026, 10, 4), computer);  // everything else is saved as always
    CHECK(diary.told(computer) == Told{DistrustKind::older_file});

    REQUIRE(diary.store(computer).accept(opened.distrust));
    CHECK(diary.told(computer).empty());
    CHECK(diary.number(november) == newest + 1);
    diary.write_well(day(2026, 11, 4), computer);
    CHECK(diary.number(november) == newest + 2);
    put_bytes(diary.file(november), old);
    CHECK(diary.told(computer) == Told{DistrustKind::older_file});
}

TEST_CASE("trust: a file exchanged for one of the same number is told") {
    Diary diary;
    const auto before = diary.state();
    diary.write_well(day(2026, 11, 2), nullptr);
    const std::string other = bytes_of(diary.file(november));
    diary.put_back(before);
    diary.write_well(day(2026, 11, 3));
    put_bytes(diary.file(november), other);
    const Opened opened = diary.open();
    REQUIRE(opened.distrust.size() == 1);
    CHECK(opened.distrust[0].kind == DistrustKind::exchanged_file);
    const auto saved = diary.write(day(2026, 11, 4));
    REQUIRE(saved);
    CHECK(saved->refused.contains(november_part));
    CHECK(bytes_of(diary.file(november)) == other);
    REQUIRE(diary.store().accept(opened.distrust));
    CHECK(diary.told().empty());
}

TEST_CASE("trust: line ends and comments around an envelope are no exchange") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    std::string text = "# a comment\r\n";
    for (const char each : bytes_of(diary.file(november)))
        text += each == '\n' ? std::string("\r\n") : std::string{each};
    put_bytes(diary.file(november), text);
    for (const DistrustKind kind : diary.told()) CHECK(kind != DistrustKind::exchanged_file);
}

TEST_CASE("trust: a file that is gone is told, and its numbers go on when it is written anew") {
    Diary diary;
    diary.write_well(day(2026, 10, 2));
    const int newest = diary.number(october);
    fs::remove(diary.file(october));
    CHECK(diary.told() == Told{DistrustKind::file_gone});
    CHECK(diary.told(nullptr) == Told{DistrustKind::file_gone});
    SUBCASE("written anew") {
        diary.write_well(day(2026, 10, 3));
        CHECK(diary.number(october) == newest + 1);
    }
    SUBCASE("written anew, with the list gone as well") {
        fs::remove(list_of(diary.journal()));
        diary.write_well(day(2026, 10, 3));
        CHECK(diary.number(october) == newest + 1);
    }
    SUBCASE("accepted") {
        REQUIRE(diary.store().accept(diary.open().distrust));
        CHECK(diary.number(october) == newest + 1);
        const auto missing = find_missing(diary.store());
        REQUIRE(missing);
        CHECK(missing->empty());
    }
    CHECK(diary.told().empty());
}

TEST_CASE("trust: all put back at once is told by what this computer remembers") {
    Diary diary;
    diary.write_well(day(2026, 10, 2));
    const auto before = diary.state();
    diary.write_well(day(2026, 11, 2));
    diary.write_well(day(2026, 11, 3));
    diary.put_back(before);
    CHECK(diary.told(nullptr).empty());  // by nothing else
    CHECK(diary.told("other").empty());
    CHECK(diary.told() == Told{DistrustKind::older_file, DistrustKind::older_state});
    const auto saved = diary.write(day(2026, 11, 4));
    REQUIRE(saved);
    CHECK(saved->refused.contains(november_part));
    CHECK(bytes_of(diary.file(november)) == before.at(november));
    diary.write_well(day(2026, 10, 4));  // writes the list anew; the file stays what it is
    CHECK(diary.told() == Told{DistrustKind::older_file});
    REQUIRE(diary.store().accept(diary.open().distrust));
    CHECK(diary.told().empty());
}

TEST_CASE("trust: a list that is gone is told, and written with the next save") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    const std::string old = bytes_of(diary.file(november));
    diary.write_well(day(2026, 11, 3));
    fs::remove(list_of(diary.journal()));
    CHECK(diary.told() == Told{DistrustKind::older_state});
    put_bytes(diary.file(november), old);
    CHECK(diary.told() == Told{DistrustKind::older_file, DistrustKind::older_state});
    CHECK(diary.told(nullptr).empty());
    diary.write_well(day(2026, 10, 2));
    CHECK(diary.told() == Told{DistrustKind::older_file});
}

TEST_CASE("trust: a file from another computer whose list has not come yet is fine") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    const std::string list = bytes_of(list_of(diary.journal()));
    diary.write_well(day(2026, 11, 3), "other");
    const std::string others = bytes_of(list_of(diary.journal()));
    put_bytes(list_of(diary.journal()), list);
    CHECK(diary.told().empty());
    diary.write_well(day(2026, 11, 4));
    CHECK(diary.told().empty());
    // Then the other's list comes over this one.
    put_bytes(list_of(diary.journal()), others);
    for (const DistrustKind kind : diary.told()) CHECK(kind == DistrustKind::older_state);
    diary.write_well(day(2026, 11, 5));
    CHECK(diary.told().empty());
}

TEST_CASE("trust: where two computers wrote at the same time it is told, and nothing is lost") {
    Diary diary;
    diary.write_well(day(2026, 11, 2));
    diary.write_well(day(2026, 10, 2), "other");
    const auto before = diary.state();
    diary.write_well(day(2026, 11, 3));
    const auto ours = diary.state();
    diary.put_back(before);
    diary.write_well(day(2026, 11, 4), "other");
    const auto theirs = diary.state();
    SUBCASE("their file and our list") {
        put_bytes(list_of(diary.journal()), ours.at(".history/generations.toml"));
        CHECK(diary.told() == Told{DistrustKind::exchanged_file});
        REQUIRE(diary.store().accept(diary.open().distrust));
    }
    SUBCASE("all of theirs") {}
    SUBCASE("our file and their list") {
        put_bytes(diary.file(november), ours.at(november));
        CHECK(diary.told("other") == Told{DistrustKind::exchanged_file});
    }
    CHECK(diary.told().empty());
    diary.write_well(day(2026, 11, 5));
    CHECK(diary.told().empty());
    CHECK(diary.told("other").empty());
}

}  // namespace trust_files_test
