// Copies that sync tools leave: told by their names, read, brought in, put away.
#include "workbook/store/copies.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/unit/store/store_support.hpp"
#include "workbook/store/difference.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace copies_test {

namespace fs = std::filesystem;

namespace {

const Part november{PartKind::month, {2026, 11}};
const fs::path conflict = "checkins/2026-11.sync-conflict-20261121-201500-ABCDEF.toml";

// A journal, and a copy of its November as somebody else went on with it.
struct Desk {
    TemporaryFolder folder;
    Store store{folder.path()};
    Journal ours;

    Desk(const Journal& base, const Journal& here, const Journal& there) : ours(here) {
        save_all(store, {}, base);
        const TemporaryFolder elsewhere;
        Store other{elsewhere.path()};
        save_all(other, {}, there);
        put_bytes(folder / conflict, bytes_of(elsewhere / "checkins/2026-11.toml"));
        save_all(store, base, here);
    }
    ConflictCopy copy() const {
        auto read = read_copy(store, conflict);
        REQUIRE(read);
        return *read;
    }
};

std::optional<Part> part_of(const TemporaryFolder& folder, const char* name) {
    return part_of_copy(folder.path(), name);
}

}  // namespace

TEST_CASE("copies: which file one is a copy of is told by how its name begins") {
    const TemporaryFolder folder;
    for (const char* name :
         {"checkins/2026-11.sync-conflict-20261121-201500-ABCDEF.toml",
          "checkins/2026-11 (conflicted copy 2026-11-21 201500).toml",
          "checkins/2026-11 (Anna's conflicted copy 2026-11-21).toml", "checkins/2026-11(1).toml",
          "checkins/2026-11 (1).toml", "checkins/2026-11.toml~", "checkins/2026-11-DESKTOP.toml",
          "checkins/2026-11_conf(1).toml", "checkins/2026-11.toml.orig"}) {
        CAPTURE(name);
        CHECK(part_of(folder, name) == november);
    }
    CHECK(part_of(folder, "profile (1).toml") == Part{PartKind::profile});
    CHECK(part_of(folder, "practices.toml~") == Part{PartKind::practices});
    const Part steps{PartKind::answers, {}, "seven-steps"};
    CHECK(part_of(folder, "answers/seven-steps.sync-conflict-1.toml") == steps);
    CHECK(part_of(folder, "answers/seven-steps (1).toml") == steps);
    CHECK(part_of(folder, "answers/seven-steps-LAPTOP.toml") == steps);
}

TEST_CASE("copies: what is no copy of a file of the journal is none") {
    const TemporaryFolder folder;
    for (const char* name :
         {"checkins/2026-11.toml", "profile.toml", "answers/seven-steps.toml", "notes.toml",
          "checkins/2026-11-21.toml", "checkins/2026-13 (1).toml", "checkins/holiday (1).toml",
          "profiles (1).toml", "profile picture.png", "checkins/.2026-11.toml.812-0.new",
          "themes/profile (1).toml", "checkins/profile (1).toml", "2026-11 (1).toml"}) {
        CAPTURE(name);
        CHECK_FALSE(part_of(folder, name));
    }
}

TEST_CASE("copies: the workbook with the longest name that fits is meant") {
    const TemporaryFolder folder;
    put_bytes(folder / "answers/after.toml", as_file("format = 1\n", 0));
    put_bytes(folder / "answers/after-an-affair.toml", as_file("format = 1\n", 0));
    CHECK(part_of(folder, "answers/after-an-affair (1).toml")->workbook == "after-an-affair");
    CHECK(part_of(folder, "answers/after_conf(1).toml")->workbook == "after");
}

TEST_CASE("copies: what only the copy has is added, and nothing is taken out") {
    const CheckIn first = checkin_on(day(2026, 11, 1), "a", 1);
    const CheckIn here = checkin_on(day(2026, 11, 2), "b", 2);
    const CheckIn there = checkin_on(day(2026, 11, 3), "c", 3);
    const Desk desk{journal_of({first}), journal_of({first, here}), journal_of({there})};
    const ConflictCopy copy = desk.copy();
    CHECK(copy.part == november);
    CHECK_FALSE(copy.refused);
    const Journal both = with_copy(desk.ours, copy);
    CHECK(both == journal_of({first, here, there}));
    CHECK(difference(desk.ours, both).checkins == Counted{1, 0, 0});
    CHECK(both_have(desk.ours, copy).empty());
}

TEST_CASE("copies: of one entry told differently both texts are kept and the journal's rating") {
    const CheckIn base = checkin_on(day(2026, 11, 1), "a", 1);
    const CheckIn here = checkin_on(day(2026, 11, 1), "a", 7, "It rained.");
    const CheckIn there = checkin_on(day(2026, 11, 1), "a", 3, "We talked.");
    const Desk desk{journal_of({base}), journal_of({here}), journal_of({there})};
    const ConflictCopy copy = desk.copy();
    const Journal both = with_copy(desk.ours, copy);
    const CheckIn& merged = both.months.at({2026, 11})->checkins.at(0);
    CHECK(merged.note.find("It rained.") != std::string::npos);
    CHECK(merged.note.find("We talked.") != std::string::npos);
    CHECK(merged.ratings.at("mood") == 7);
    const auto asked = both_have(desk.ours, copy);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].day == here.date);
    CHECK(asked[0].texts == 1);
    CHECK(asked[0].ratings == std::vector<BothChanged::Rating>{{"mood", 7, 3}});
    // Bringing it in a second time adds nothing more.
    CHECK(with_copy(both, copy) == both);
}

TEST_CASE("copies: a month that the journal has not is taken whole") {
    const Desk desk{journal_of({checkin_on(day(2026, 10, 1), "o", 1)}),
                    journal_of({checkin_on(day(2026, 10, 1), "o", 1)}),
                    journal_of({checkin_on(day(2026, 11, 3), "c", 3)})};
    CHECK(with_copy(desk.ours, desk.copy()) ==
          journal_of({checkin_on(day(2026, 10, 1), "o", 1), checkin_on(day(2026, 11, 3), "c", 3)}));
}

TEST_CASE("copies: one that cannot be read says so and is listed all the same") {
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    Desk desk{base, base, base};
    put_bytes(desk.folder / conflict, "rubbish [");
    const auto copies = read_copies(desk.store);
    REQUIRE(copies.size() == 1);
    CHECK(copies[0].file == conflict);
    CHECK(copies[0].refused.has_value());
    put_bytes(desk.folder / "notes.txt", "mine");
    put_bytes(desk.folder / "profile (1).toml", as_file("format = 1\n", 0));
    CHECK(read_copies(desk.store).size() == 2);
    CHECK(read_copies(desk.store, 1).size() == 1);
}

TEST_CASE("copies: put away it lies in the history byte for byte, for its owner alone") {
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    Desk desk{base, base, base};
    const std::string bytes = bytes_of(desk.folder / conflict);
    fs::permissions(desk.folder / conflict, fs::perms{0644});
    const auto kept = put_away(Store(desk.folder.path()), desk.copy());
    REQUIRE(kept);
    CHECK(kept->parent_path() == desk.folder / ".history/merged");
    CHECK(bytes_of(*kept) == bytes);
    CHECK(fs::status(*kept).permissions() == fs::perms{0600});
    CHECK_FALSE(fs::exists(desk.folder / conflict));
    // A second one of the same name takes nobody's place.
    put_bytes(desk.folder / conflict, bytes);
    const auto second = put_away(Store(desk.folder.path()), desk.copy());
    REQUIRE(second);
    CHECK(*second != *kept);
    CHECK(bytes_of(*kept) == bytes);
}

TEST_CASE("copies: one that changed since it was read is left where it is") {
    const Journal base = journal_of({checkin_on(day(2026, 11, 1), "a", 1)});
    Desk desk{base, base, base};
    const ConflictCopy copy = desk.copy();
    put_bytes(desk.folder / conflict, "something newer");
    CHECK_FALSE(put_away(Store(desk.folder.path()), copy));
    CHECK(bytes_of(desk.folder / conflict) == "something newer");
    fs::remove(desk.folder / conflict);
    CHECK_FALSE(put_away(Store(desk.folder.path()), copy));
    CHECK_FALSE(read_copy(desk.store, conflict));
    CHECK_FALSE(read_copy(desk.store, "checkins/2026-11.toml"));
}

}  // namespace copies_test
