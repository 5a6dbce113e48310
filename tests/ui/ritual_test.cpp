// A ritual on its card: its words, its rhythm and its days.
#include <doctest/doctest.h>

#include "tests/ui/practice_content.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace ritual_test {

using app::Key;

namespace {

const Date today = *make_date(2026, 11, 21);  // a Saturday

const Ritual& walk(const Headless& desk) { return ritual_of(desk.journal(), "walk"); }

// Where a day stands in the strip: nine weeks, this one last, Monday at the top.
ImVec2 place_of(const Headless& desk, Date date) {
    const app::Rect strip = desk.control("card.first.walk.days").rect;
    const int days = date - (start_of_week(today, Weekday::monday) - 56);
    return {strip.x + strip.w * (static_cast<float>(days / 7) + 0.5f) / 9,
            strip.y + strip.h * (static_cast<float>(days % 7) + 0.5f) / 7};
}

}  // namespace

TEST_CASE("ritual: today is marked with a press and unmarked with another") {
    Headless desk{practice_setup()};
    open_cards(desk);
    desk.click("card.first.walk");
    CHECK(walk(desk).days == std::vector<RitualDay>{{today, "me"}});
    CHECK(desk.state("card.first.walk") == "checked");
    desk.click("card.first.walk");
    CHECK(walk(desk).days.empty());
}

TEST_CASE("ritual: a past day is marked and unmarked in the calendar with the mouse") {
    Headless desk{practice_setup()};
    open_cards(desk);
    const Date date = today - 11;
    desk.click_at(place_of(desk, date));
    CHECK(walk(desk).days == std::vector<RitualDay>{{date, "me"}});
    CHECK(desk.shows("Tuesday, 10 November 2026"));
    desk.click_at(place_of(desk, date));
    CHECK(walk(desk).days.empty());
}

TEST_CASE("ritual: days are marked on the keyboard, and none that has not come can be reached") {
    Headless desk{practice_setup()};
    open_cards(desk);
    for (int i = 0; i < 80 && desk.focused() != "card.first.walk.days"; ++i) desk.key(Key::tab);
    REQUIRE(desk.focused() == "card.first.walk.days");
    desk.key(Key::right);  // next week: not yet
    desk.key(Key::left);
    desk.key(Key::up);
    desk.key(Key::enter);
    CHECK(walk(desk).days == std::vector<RitualDay>{{day("2026-11-13"), "me"}});
    CHECK(desk.shows("Friday, 13 November 2026"));
    desk.key(Key::space);
    CHECK(walk(desk).days.empty());
}

TEST_CASE("ritual: its rhythm is the card's until another is chosen, and its words are kept") {
    Headless desk{practice_setup()};
    open_cards(desk);
    CHECK(desk.state("card.first.walk.daily") == "checked");
    desk.click("card.first.walk.none");
    CHECK(walk(desk).rhythm == Rhythm::none);
    CHECK(desk.state("card.first.walk.daily") == "-");
    desk.click("card.first.walk.words");
    desk.type("Round the lake");
    CHECK(walk(desk).text == "Round the lake");
}

TEST_CASE("ritual: two people have marks of their own, by name") {
    Journal journal = after({}, AddPerson{{"sam", "Sam", {}}}, "2026-11-01");
    journal = after(journal, RenamePerson{"me", "Ada"}, "2026-11-01");
    journal = after(journal, MarkRitual{"walk", today - 4, true}, "2026-11-21");
    Headless desk{practice_setup(app::Page::workbook, journal)};
    desk.session().act(app::SwitchPerson{"sam"});
    open_cards(desk);
    desk.click_at(place_of(desk, today - 4));
    CHECK(walk(desk).days == std::vector<RitualDay>{{today - 4, "me"}, {today - 4, "sam"}});
    CHECK(desk.shows("Ada and Sam"));
    desk.click_at(place_of(desk, today - 4));
    CHECK(walk(desk).days == std::vector<RitualDay>{{today - 4, "me"}});
}

TEST_CASE("ritual: days in a row are not counted anywhere") {
    Journal journal;
    for (int back = 0; back < 12; ++back)
        journal = after(journal, MarkRitual{"walk", today - back, true}, "2026-11-21");
    Headless desk{practice_setup(app::Page::workbook, journal)};
    open_cards(desk);
    CHECK_FALSE(desk.shows("12"));
    CHECK_FALSE(desk.shows("in a row"));
}

}  // namespace ritual_test
