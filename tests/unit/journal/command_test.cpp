#include "workbook/journal/command.hpp"

#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/generators.hpp"

using namespace rekindle;
using namespace rekindle::test;

TEST_CASE("command: each says in a few words what undo would take back") {
    CHECK(command_title(RateFeeling{}) == "rating");
    CHECK(command_title(WriteNote{}) == "words");
    CHECK(command_title(TickAction{}) == "tick");
    CHECK(rc::check([] { RC_ASSERT(!command_title(*any_command(Journal{})).empty()); }));
}

TEST_CASE("command: letters of one note are one step, those of two days are not") {
    const CheckInRef today{"c1", day("2026-11-21"), "me"};
    const CheckInRef yesterday{"c1", day("2026-11-20"), "me"};
    CHECK(merge_key(WriteNote{today, "a"}) == merge_key(WriteNote{today, "ab"}));
    CHECK_FALSE(merge_key(WriteNote{today, "a"}).empty());
    CHECK(merge_key(WriteNote{today, "a"}) != merge_key(WriteNote{yesterday, "a"}));
}

TEST_CASE("command: a slider that is dragged is one step, two sliders are two") {
    const CheckInRef today{"c1", day("2026-11-21"), "me"};
    CHECK(merge_key(RateFeeling{today, "mood", 3}) == merge_key(RateFeeling{today, "mood", 4}));
    CHECK(merge_key(RateFeeling{today, "mood", 3}) != merge_key(RateFeeling{today, "trust", 3}));
    CHECK(merge_key(RateCard{{"w", "c"}, "s", 1}) == merge_key(RateCard{{"w", "c"}, "s", 2}));
}

TEST_CASE("command: the first letter of an answer belongs to the same step as those after it") {
    const ExerciseRef prompt{"w", "c", "e"};
    CHECK(merge_key(WriteAnswer{prompt, "", "a1", "x"}) ==
          merge_key(WriteAnswer{prompt, "a1", "a2", "xy"}));
}

TEST_CASE("command: a tick, an event and a new line are always steps of their own") {
    CHECK(merge_key(TickAction{}).empty());
    CHECK(merge_key(AddEvent{}).empty());
    CHECK(merge_key(AddListItem{}).empty());
    CHECK(merge_key(DeleteCheckIn{}).empty());
}
