// A plan on its card: a day that is set, moved, done, or taken out.
#include <doctest/doctest.h>

#include "tests/ui/practice_content.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace plan_test {

using app::Key;

namespace {

const std::vector<Plan>& plans(const Headless& desk) { return plans_in(desk.journal(), day_list); }

Journal with_plan(const char* date) {
    return after({}, AddPlan{day_list, "a1", "Ring the centre", day(date)}, "2026-11-01");
}

}  // namespace

TEST_CASE("plan: a day is set with the mouse, with words and a month") {
    Headless desk{practice_setup()};
    open_cards(desk);
    desk.click("card.first.day");
    CHECK(desk.focused() == "card.first.day.1");
    desk.type("Read our agreement");
    CHECK_FALSE(desk.has("card.first.day.add"));  // no day yet
    desk.click("card.first.day.draft.date");
    desk.click("card.first.day.draft.date.next");
    desk.click("card.first.day.draft.date.day.2026-12-19");
    desk.click("card.first.day.add");
    REQUIRE(plans(desk).size() == 1);
    CHECK(plans(desk)[0].text == "Read our agreement");
    CHECK(plans(desk)[0].date == day("2026-12-19"));
    CHECK(desk.shows("Saturday, 19 December"));
}

TEST_CASE("plan: a day is set on the keyboard, without words and with the day typed") {
    Headless desk{practice_setup()};
    open_cards(desk);
    const auto walk_to = [&](const char* name) {
        for (int i = 0; i < 80 && desk.focused() != name; ++i) desk.key(Key::tab);
        REQUIRE(desk.focused() == name);
    };
    walk_to("card.first.day");
    desk.key(Key::enter);
    walk_to("card.first.day.draft.date.type");
    desk.key(Key::enter);
    desk.type("2028-02-30\n");
    CHECK(desk.shows("This is not a day yet. Write it like 2026-12-24."));
    desk.key(Key::a, true);
    desk.type("2028-02-29\n");
    walk_to("card.first.day.add");
    desk.key(Key::space);
    REQUIRE(plans(desk).size() == 1);
    CHECK(plans(desk)[0].date == day("2028-02-29"));
    CHECK(plans(desk)[0].text.empty());
}

TEST_CASE("plan: it is moved, its words change, and it is taken out") {
    Headless desk{practice_setup(app::Page::workbook, with_plan("2026-11-29"))};
    open_cards(desk);
    desk.click("card.first.day.1.date");
    desk.click("card.first.day.1.date.day.2026-11-30");
    CHECK(plans(desk)[0].date == day("2026-11-30"));
    desk.click("card.first.day.1");
    desk.key(Key::end, true);
    desk.type(" first");
    CHECK(plans(desk)[0].text == "Ring the centre first");
    desk.click("card.first.day.1.remove");
    CHECK(plans(desk).empty());
    desk.key(Key::z, true);
    CHECK(plans(desk).size() == 1);
}

TEST_CASE("plan: done, and not yet after all") {
    Headless desk{practice_setup(app::Page::workbook, with_plan("2026-11-20"))};
    open_cards(desk);
    CHECK(desk.shows("The day has come."));
    desk.click("card.first.day.1.done");
    CHECK(plans(desk)[0].done == day("2026-11-21"));
    CHECK(desk.shows("Done on 21 November 2026"));
    CHECK(desk.shows("Not done after all"));
    desk.click("card.first.day.1.done");
    CHECK_FALSE(plans(desk)[0].done);
}

TEST_CASE("plan: those done before are folded away, several stand in time") {
    Journal journal =
        after(with_plan("2026-11-10"), FinishPlan{day_list, "a1", true}, "2026-11-11");
    journal =
        after(journal, AddPlan{day_list, "a2", "Look again", day("2026-12-20")}, "2026-11-12");
    Headless desk{practice_setup(app::Page::workbook, journal)};
    open_cards(desk);
    CHECK_FALSE(desk.has("card.first.day.1"));
    CHECK(desk.has("card.first.day.2"));
    desk.click("card.first.day.over");
    CHECK(desk.shows("Done on 11 November 2026"));
}

}  // namespace plan_test
