// Entries dated later than today, as after a flight to the west or under a clock that is behind:
// they are said, shown, reached and changed.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

using namespace rekindle;
using namespace rekindle::app;
using namespace rekindle::tests;

namespace later_days_test {

namespace {

HeadlessSetup setup_of(Journal journal, Page page) {
    HeadlessSetup setup{.content = shipped_content()};
    setup.journal = std::move(journal);
    setup.page = page;
    setup.height = 1600;
    return setup;
}

}  // namespace

TEST_CASE("later days: tomorrow's entry is said, reached with next, and changed") {
    Headless hand{setup_of(journal_of({rated("2026-11-22", 4, 3)}), Page::today)};
    CHECK(hand.shows("Some entries are dated later than today"));
    CHECK(hand.shows("22 November 2026"));
    hand.click("today.next");
    CHECK(hand.shows("Sunday, 22 November"));
    CHECK(hand.shows("this day is tomorrow"));
    CHECK(hand.state("today.mood") == "value=4");
    hand.click("today.mood");
    CHECK(hand.state("today.mood") != "value=none");
    CHECK(hand.has("today.delete"));
    CHECK(hand.has("today.another"));
    CHECK(hand.control("today.previous").name == "today.previous");
}

TEST_CASE("later days: where there are none today is the last day there is") {
    Headless hand{setup_of(journal_of({rated("2026-11-20", 4, 3)}), Page::today)};
    CHECK_FALSE(hand.shows("dated later than today"));
    hand.click("today.month");
    CHECK_FALSE(hand.has("today.month.day.2026-11-22"));
}

TEST_CASE("later days: a clock years behind hides nothing, and begins nothing new later") {
    auto setup = setup_of(weeks_before(day("2026-11-21"), 6), Page::today);
    setup.now = {day("2015-01-01"), {10}};
    Headless hand{std::move(setup)};
    hand.click("later.show");
    CHECK(hand.shows("20 November 2026"));
    CHECK(hand.has("today.mood"));
    CHECK_FALSE(hand.has("today.another"));
    hand.click("today.month");
    CHECK(hand.has("today.month.day.2026-11-18"));
    hand.key(Key::escape);
    hand.session().act(ShowDay{day("2020-06-01")});
    hand.settle();
    CHECK(hand.shows("has not come yet"));
    CHECK_FALSE(hand.has("today.mood"));
}

TEST_CASE("later days: the timeline's ranges end with them") {
    auto setup = setup_of(weeks_before(day("2026-11-21"), 6), Page::timeline);
    setup.now = {day("2015-01-01"), {10 * 60}};
    Headless hand{std::move(setup)};
    REQUIRE(hand.has("timeline.plot"));
    for (const char* range : {"2w", "6w", "12w", "year", "all"}) {
        hand.click(std::string("timeline.range.") + range);
        CHECK(hand.state("timeline.plot").find("to=2026-11-20") != std::string::npos);
        CHECK_FALSE(hand.shows("Nothing was rated in this time."));
    }
}

}  // namespace later_days_test
