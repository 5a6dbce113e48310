#include "workbook/journal/both_changed.hpp"

#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/generators.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace both_changed_test {

namespace {

const Stamp now = at("2026-11-21T20:15");
const CheckInRef today{"c1", day("2026-11-21"), "me"};
const ExerciseRef prompt{"w", "c", "e"};

std::vector<BothChanged> both(const Journal& base, const std::vector<Command>& ours,
                              const std::vector<Command>& theirs) {
    return both_changed(base, after(base, ours, now), after(base, theirs, now));
}

}  // namespace

TEST_CASE("both changed: a note written on both sides is told with its day and its writer") {
    const Journal base = after({}, {WriteNote{today, "rain"}}, now);
    const auto found = both(base, {WriteNote{today, "rain at six"}}, {WriteNote{today, "sun"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].day == today.date);
    CHECK(found[0].person == "me");
    CHECK(found[0].texts == 1);
    CHECK(found[0].ratings.empty());
}

TEST_CASE("both changed: what one side alone changed, or both alike, is nobody's question") {
    const Journal base = after({}, {WriteNote{today, "rain"}}, now);
    CHECK(both(base, {WriteNote{today, "sun"}}, {RateFeeling{today, "mood", 4}}).empty());
    CHECK(both(base, {WriteNote{today, "sun"}}, {WriteNote{today, "sun"}}).empty());
    CHECK(both(base, {WriteNote{today, "sun"}}, {WriteNote{today, "sun and wind"}}).empty());
    CHECK(both(base, {RateFeeling{today, "mood", 4}}, {RateFeeling{today, "mood", 4}}).empty());
    CHECK(both(base, {RateFeeling{today, "mood", 4}}, {RateFeeling{today, "trust", 5}}).empty());
}

TEST_CASE("both changed: of a rating given on both sides both values are told") {
    const Journal base = after({}, {RateFeeling{today, "mood", 5}}, now);
    const auto found = both(base, {RateFeeling{today, "mood", 7}}, {RateFeeling{today, "mood", 3}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].texts == 0);
    CHECK(found[0].ratings == std::vector<BothChanged::Rating>{{"mood", 7, 3}});
    // The same one for the first time, on both sides.
    CHECK(both(base, {RateFeeling{today, "calm", 1}}, {RateFeeling{today, "calm", 2}})[0]
              .ratings[0] == BothChanged::Rating{"calm", 1, 2});
}

TEST_CASE("both changed: on a card answers, letters, conversations and ratings are looked at") {
    const ExerciseRef apology{"seven-steps", "take-responsibility", "apology"};
    const ExerciseRef turns{"seven-steps", "open-communication", "one-speaks"};
    const Journal base = after(
        {},
        {WriteAnswer{prompt, "", "a1", "one"}, WriteLetterPart{apology, "l1", "act", "I lied."},
         AddTalk{turns, "t1", "The holidays"}},
        now);
    const auto found = both(
        base,
        {WriteAnswer{prompt, "a1", "x", "two"},
         WriteLetterPart{apology, "l1", "act", "I was late."}, RateCard{{"w", "c"}, "s", 4}},
        {WriteAnswer{prompt, "a1", "x", "three"},
         WriteLetterPart{apology, "l1", "act", "I kept silent."}, RateCard{{"w", "c"}, "s", 6}});
    REQUIRE(found.size() == 2);
    CHECK(found[0].workbook == "seven-steps");
    CHECK(found[0].card == "take-responsibility");
    CHECK(found[0].texts == 1);
    CHECK(found[1].card == "c");
    CHECK(found[1].texts == 1);
    CHECK(found[1].ratings == std::vector<BothChanged::Rating>{{"s", 4, 6}});
}

TEST_CASE("both changed: a line of a list is told as one of the practices") {
    const Journal base = after({}, {AddListItem{"l", "i1", "one"}}, now);
    const auto found =
        both(base, {EditListItem{"l", "i1", "two"}}, {EditListItem{"l", "i1", "three"}});
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].day);
    CHECK(found[0].workbook.empty());
    CHECK(found[0].texts == 1);
}

TEST_CASE("both changed: a side that changed nothing never leads to a question") {
    CHECK(rc::check([] {
        const Journal base = *any_journal();
        const Journal other = *any_journal();
        RC_ASSERT(both_changed(base, other, base).empty());
        RC_ASSERT(both_changed(base, base, other).empty());
        RC_ASSERT(both_changed(base, other, other).empty());
    }));
}

}  // namespace both_changed_test
