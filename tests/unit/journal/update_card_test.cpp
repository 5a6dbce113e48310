#include "tests/unit/support/builders.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace update_card_test {

namespace {

const Stamp monday = at("2026-11-16T20:00");
const Stamp tuesday = at("2026-11-17T21:00");
const ExerciseRef prompt{"seven-steps", "boundaries", "write"};
const CardRef card{"seven-steps", "boundaries"};

const CardAnswers& answers(const Journal& journal) {
    return card_answers(journal, "seven-steps", "boundaries");
}
const std::vector<Written>& written(const Journal& journal) {
    return exercise_answers(answers(journal), "write").written;
}

}  // namespace

TEST_CASE("update: an answer keeps its day, its time and who wrote it") {
    const Journal journal = after({}, {WriteAnswer{prompt, "", "a1", "first"}}, monday);
    CHECK(written(journal) ==
          std::vector<Written>{{"a1", day("2026-11-16"), time_of("20:00"), "me", "first"}});
}

TEST_CASE("update: on its own day an answer is changed in place") {
    const Journal journal = after(
        {},
        {WriteAnswer{prompt, "", "a1", "first"}, WriteAnswer{prompt, "a1", "a2", "first, longer"}},
        monday);
    REQUIRE(written(journal).size() == 1);
    CHECK(written(journal).front().text == "first, longer");
    CHECK(written(journal).front().id == "a1");
}

TEST_CASE("update: an answer of an earlier day stays; the new words are an answer of today") {
    Journal journal = after({}, {WriteAnswer{prompt, "", "a1", "first"}}, monday);
    journal = after(journal, {WriteAnswer{prompt, "a1", "a2", "first, again"}}, tuesday);
    REQUIRE(written(journal).size() == 2);
    CHECK(written(journal)[0].text == "first");
    CHECK(written(journal)[1].text == "first, again");
    CHECK(written(journal)[1].date == day("2026-11-17"));
    // Whoever still names the old answer goes on with the one begun a moment ago.
    journal = after(journal, {WriteAnswer{prompt, "a1", "a2", "first, again."}}, tuesday);
    CHECK(written(journal).size() == 2);
    CHECK(written(journal)[1].text == "first, again.");
}

TEST_CASE("update: an answer emptied on its own day is gone, one of an earlier day is not") {
    Journal journal = after({}, {WriteAnswer{prompt, "", "a1", "first"}}, monday);
    CHECK(after(journal, {WriteAnswer{prompt, "a1", "a2", ""}}, monday) == Journal{});
    CHECK(changes_nothing(journal, WriteAnswer{prompt, "a1", "a2", ""}, tuesday));
    CHECK(changes_nothing(journal, WriteAnswer{prompt, "a1", "a2", "first"}, tuesday));
    CHECK(changes_nothing(journal, WriteAnswer{prompt, "", "a2", ""}, tuesday));
}

TEST_CASE("update: another person's answer of today is left alone") {
    Journal journal = after({}, {AddPerson{{"you", {}, Role::broke}}}, monday);
    journal = after(journal, {WriteAnswer{prompt, "", "a1", "mine"}}, monday);
    journal =
        after(journal, {WriteAnswer{prompt, "a1", "b1", "yours"}}, at("2026-11-16T20:05", "you"));
    REQUIRE(written(journal).size() == 2);
    CHECK(written(journal)[0].text == "mine");
    CHECK(written(journal)[1].person == "you");
}

TEST_CASE("update: a tick keeps its first day and can be taken back") {
    const Command tick = TickAction{prompt, "step-1", true};
    Journal journal = after({}, {tick}, monday);
    CHECK(changes_nothing(journal, tick, tuesday));
    CHECK(exercise_answers(answers(journal), "write").ticks ==
          std::vector<Tick>{{"step-1", day("2026-11-16"), "me"}});
    CHECK(after(journal, {TickAction{prompt, "step-1", false}}, tuesday) == Journal{});
    CHECK(changes_nothing({}, TickAction{prompt, "step-1", false}, monday));
}

TEST_CASE("update: a card is rated once a day, and every day is kept") {
    Journal journal = after({}, {RateCard{card, "clear", 2}, RateCard{card, "clear", 3}}, monday);
    journal = after(journal, {RateCard{card, "clear", 6}}, tuesday);
    CHECK(answers(journal).rated == std::vector<Rated>{{"clear", day("2026-11-16"), "me", 3},
                                                       {"clear", day("2026-11-17"), "me", 6}});
    CHECK(is_refused(journal, RateCard{card, "clear", 11}, tuesday));
}

TEST_CASE("update: emptying a card's slider takes the latest rating out, then the one before") {
    Journal journal = after({}, {RateCard{card, "clear", 3}, RateCard{card, "safe", 5}}, monday);
    journal = after(journal, {RateCard{card, "clear", 6}}, tuesday);
    const Command empty = RateCard{card, "clear", std::nullopt};
    journal = after(journal, {empty}, tuesday);
    CHECK(first_and_latest(answers(journal), "clear", "me").latest->value == 3);
    journal = after(journal, {empty}, tuesday);
    CHECK(first_and_latest(answers(journal), "clear", "me").latest == nullptr);
    CHECK(changes_nothing(journal, empty, tuesday));
    CHECK(answers(journal).rated.size() == 1);
}

TEST_CASE("update: a mark on a card can be set, changed and taken off") {
    Journal journal = after({}, {MarkCard{card, CardMark::worked_through}}, monday);
    CHECK(changes_nothing(journal, MarkCard{card, CardMark::worked_through}, tuesday));
    journal = after(journal, {MarkCard{card, CardMark::set_aside}}, tuesday);
    CHECK(answers(journal).marks ==
          std::vector<Marked>{{CardMark::set_aside, day("2026-11-17"), "me"}});
    CHECK(after(journal, {MarkCard{card, CardMark::none}}, tuesday) == Journal{});
    CHECK(changes_nothing({}, MarkCard{card, CardMark::none}, monday));
}

TEST_CASE("update: names that cannot be a file or a key are refused") {
    CHECK(is_refused({}, WriteAnswer{{"../x", "c", "e"}, "", "a1", "x"}, monday));
    CHECK(is_refused({}, WriteAnswer{{"w", "c d", "e"}, "", "a1", "x"}, monday));
    CHECK(is_refused({}, WriteAnswer{{"w", "c", ""}, "", "a1", "x"}, monday));
    CHECK(is_refused({}, WriteAnswer{prompt, "", "", "x"}, monday));
    CHECK(is_refused({}, WriteAnswer{prompt, "", "a1", "\xFF"}, monday));
    CHECK(is_refused({}, TickAction{prompt, "Step 1", true}, monday));
    CHECK(is_refused({}, MarkCard{{"", ""}, CardMark::set_aside}, monday));
    CHECK(is_refused({}, RateCard{card, "clear", 3}, at("2026-11-16T20:00", "nobody")));
}

}  // namespace update_card_test
