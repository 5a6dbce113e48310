#include "tests/unit/support/builders.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace update_ritual_test {

namespace {

const Stamp friday = at("2026-11-20T20:00");
const Stamp after_midnight = at("2026-11-21T01:00");  // still Friday's evening

Journal two_people() { return after({}, {AddPerson{{"sam", "Sam", {}}}}, friday); }

}  // namespace

TEST_CASE("update: a ritual's day is marked once and unmarked again") {
    const MarkRitual mark{"self-care", day("2026-11-20"), true};
    const Journal journal = after({}, {mark}, friday);
    CHECK(ritual_of(journal, "self-care").days ==
          std::vector<RitualDay>{{day("2026-11-20"), "me"}});
    CHECK(changes_nothing(journal, mark, friday));
    CHECK(after(journal, {MarkRitual{"self-care", day("2026-11-20"), false}}, friday) == Journal{});
    CHECK(changes_nothing({}, MarkRitual{"self-care", day("2026-11-20"), false}, friday));
}

TEST_CASE("update: a ritual's days stand by date and person, each person's own") {
    Journal journal = two_people();
    journal = after(journal, {MarkRitual{"walk", day("2026-11-20"), true}},
                    at("2026-11-20T20:00", "sam"));
    journal = after(
        journal,
        {MarkRitual{"walk", day("2026-11-20"), true}, MarkRitual{"walk", day("2026-11-18"), true}},
        friday);
    CHECK(ritual_of(journal, "walk").days == std::vector<RitualDay>{{day("2026-11-18"), "me"},
                                                                    {day("2026-11-20"), "me"},
                                                                    {day("2026-11-20"), "sam"}});
    journal = after(journal, {MarkRitual{"walk", day("2026-11-20"), false}}, friday);
    CHECK(ritual_of(journal, "walk").days.back() == RitualDay{day("2026-11-20"), "sam"});
}

TEST_CASE("update: a day to come cannot be marked, one left there can be unmarked") {
    CHECK(is_refused({}, MarkRitual{"walk", day("2026-11-21"), true}, friday));
    CHECK(is_refused({}, MarkRitual{"walk", day("2026-11-21"), true}, after_midnight));
    CHECK(is_refused({}, MarkRitual{"walk", day("1900-01-01") - 1, true}, friday));
    const Journal journal =
        after({}, {MarkRitual{"walk", day("2026-11-22"), true}}, at("2026-11-22T20:00"));
    CHECK(after(journal, {MarkRitual{"walk", day("2026-11-22"), false}}, friday) == Journal{});
}

TEST_CASE("update: a ritual has words and a rhythm of one's own, and neither leaves nothing") {
    Journal journal = after(
        {}, {DescribeRitual{"walk", "Round the lake"}, SetRitualRhythm{"walk", Rhythm::weekly}},
        friday);
    CHECK(ritual_of(journal, "walk").text == "Round the lake");
    CHECK(ritual_of(journal, "walk").rhythm == Rhythm::weekly);
    journal = after(journal, {SetRitualRhythm{"walk", Rhythm::none}}, friday);
    CHECK(ritual_of(journal, "walk").rhythm == Rhythm::none);
    CHECK(after(journal, {SetRitualRhythm{"walk", std::nullopt}, DescribeRitual{"walk", ""}},
                friday) == Journal{});
    CHECK(changes_nothing(journal, DescribeRitual{"walk", "Round the lake"}, friday));
}

TEST_CASE("update: a ritual that cannot be kept in a file is refused") {
    CHECK(is_refused({}, DescribeRitual{"walk", "\xFF"}, friday));
    CHECK(is_refused({}, DescribeRitual{"../walk", "x"}, friday));
    CHECK(is_refused({}, SetRitualRhythm{"", Rhythm::daily}, friday));
    CHECK(is_refused({}, MarkRitual{"walk", day("2026-11-20"), true},
                     at("2026-11-20T20:00", "nobody")));
}

}  // namespace update_ritual_test
