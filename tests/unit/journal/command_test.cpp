#include "workbook/journal/command.hpp"

#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/generators.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace command_test {

namespace {

std::string run_key(const Command& command) { return command.run_key(); }

}  // namespace

TEST_CASE("command: each says in a few words what undo would take back") {
    CHECK(Command(RateFeeling{}).title() == "rating");
    CHECK(Command(WriteNote{}).title() == "words");
    CHECK(Command(TickAction{}).title() == "tick");
    CHECK(rc::check([] { RC_ASSERT(!(*any_command(Journal{})).title().empty()); }));
}

TEST_CASE("command: letters of one note are one step, those of two days are not") {
    const CheckInRef today{"c1", day("2026-11-21"), "me"};
    const CheckInRef yesterday{"c1", day("2026-11-20"), "me"};
    CHECK(run_key(WriteNote{today, "a"}) == run_key(WriteNote{today, "ab"}));
    CHECK_FALSE(run_key(WriteNote{today, "a"}).empty());
    CHECK(run_key(WriteNote{today, "a"}) != run_key(WriteNote{yesterday, "a"}));
}

TEST_CASE("command: a slider that is dragged is one step, two sliders are two") {
    const CheckInRef today{"c1", day("2026-11-21"), "me"};
    CHECK(run_key(RateFeeling{today, "mood", 3}) == run_key(RateFeeling{today, "mood", 4}));
    CHECK(run_key(RateFeeling{today, "mood", 3}) != run_key(RateFeeling{today, "trust", 3}));
    CHECK(run_key(RateCard{{"w", "c"}, "s", 1}) == run_key(RateCard{{"w", "c"}, "s", 2}));
}

TEST_CASE("command: the first letter of an answer belongs to the same step as those after it") {
    const ExerciseRef prompt{"w", "c", "e"};
    CHECK(run_key(WriteAnswer{prompt, "", "a1", "x"}) ==
          run_key(WriteAnswer{prompt, "a1", "a2", "xy"}));
}

TEST_CASE("command: a tick, an event and a new line are always steps of their own") {
    CHECK(run_key(TickAction{}).empty());
    CHECK(run_key(AddEvent{}).empty());
    CHECK(run_key(AddListItem{}).empty());
    CHECK(run_key(DeleteCheckIn{}).empty());
}

TEST_CASE("command: it is one of the structs and tells which") {
    const CheckInRef today{"c1", day("2026-11-21"), "me"};
    const Command note = WriteNote{today, "a"};
    REQUIRE(note.as<WriteNote>());
    CHECK(note.as<WriteNote>()->text == "a");
    CHECK_FALSE(note.as<RateFeeling>());
    // Is what is tested. NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
    const Command copy = note;
    REQUIRE(copy.as<WriteNote>());
    CHECK(copy.as<WriteNote>()->checkin == today);
}

TEST_CASE("command: the check-in it speaks of and what was typed are known of every kind") {
    const CheckInRef today{"c1", day("2026-11-21"), "me"};
    const Command note = WriteNote{today, "a"};
    REQUIRE(note.checkin());
    CHECK(*note.checkin() == today);
    REQUIRE(note.writing());
    CHECK(*note.writing() == "a");
    const Command about = NoteListItem{"list", "item", "b"};
    CHECK_FALSE(about.checkin());
    REQUIRE(about.writing());
    CHECK(*about.writing() == "b");
    CHECK_FALSE(Command(RateFeeling{today, "mood", 3}).writing());
    CHECK_FALSE(Command(WriteTalkTopic{}).writing());
}

}  // namespace command_test
