#include "app/widgets/menu.hpp"

#include <doctest/doctest.h>

#include "app/widgets/button.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/single_widget.hpp"

namespace menu_test {

namespace {

using namespace rekindle;
using namespace rekindle::app;
using rekindle::tests::day;
using rekindle::tests::SingleWidget;

struct Menu {
    std::string chosen = "two";
    int times = 0;
    SingleWidget page{[this](const Pen& pen) {
        const std::vector<MenuEntry> entries{{"one", "One", chosen == "one"},
                                             {"two", "Two", chosen == "two"},
                                             {"no", "Not now", false, false},
                                             {"three", "Three", chosen == "three"}};
        const Rect row = pen.column.take(60);
        if (const auto id = menu_button(pen.canvas, row.x, row.y, "menu", chosen, entries)) {
            chosen = *id;
            ++times;
        }
        const Rect next = pen.column.take(400);
        button(pen.canvas, next.x + 250, next.y, {.name = "beside", .label = "Beside"});
    }};
};

// A month opened by a button `day`, with `today` as the last day that can be picked.
struct MonthPage {
    Date selected = day("2026-11-18");
    Date today = day("2026-11-21");
    Weekday week_start = Weekday::monday;
    std::optional<Date> picked;
    MonthPicker picker;
    SingleWidget page{[this](const Pen& pen) {
        const Rect row = pen.column.take(60);
        if (button(pen.canvas, row.x, row.y, {.name = "day", .label = "Day"})) {
            picker.shown = selected.year_month();
            open_popup("month");
        }
        const MonthSpec month{.name = "month",
                              .selected = selected,
                              .last = today,
                              .week_start = week_start,
                              .marked = [](Date date) { return date.day() % 2 == 0; }};
        const auto now = month_picker(pen.canvas, month, picker);
        if (now) picked = now;
    }};
};

}  // namespace

TEST_CASE("menu: opens below its button, and a click on an entry chooses it") {
    Menu menu;
    CHECK(menu.page.state("menu") == "closed");
    menu.page.click("menu");
    CHECK(menu.page.state("menu") == "open");
    CHECK(menu.page.control("menu.one").rect.y >= menu.page.control("menu").rect.bottom());
    CHECK(menu.page.state("menu.two") == "checked");
    menu.page.click("menu.three");
    CHECK(menu.chosen == "three");
    CHECK(menu.times == 1);
    CHECK_FALSE(menu.page.has("menu.one"));
    CHECK(menu.page.state("menu") == "closed");
}

TEST_CASE("menu: an entry that cannot be chosen is shown and is no control") {
    Menu menu;
    menu.page.click("menu");
    CHECK(menu.page.shows("Not now"));
    CHECK_FALSE(menu.page.has("menu.no"));
}

TEST_CASE("menu: arrows walk through it and around its ends, Enter chooses") {
    Menu menu;
    menu.page.key(Key::tab);
    menu.page.key(Key::enter);
    CHECK(menu.page.focused() == "menu.two");
    menu.page.key(Key::down);
    CHECK(menu.page.focused() == "menu.three");
    menu.page.key(Key::down);
    CHECK(menu.page.focused() == "menu.one");
    menu.page.key(Key::up);
    menu.page.key(Key::enter);
    CHECK(menu.chosen == "three");
    CHECK(menu.page.focused() == "menu");
    CHECK_FALSE(menu.page.has("menu.one"));
}

TEST_CASE("menu: Esc closes it and chooses nothing") {
    Menu menu;
    menu.page.click("menu");
    menu.page.key(Key::escape);
    menu.page.settle();
    CHECK_FALSE(menu.page.has("menu.one"));
    CHECK(menu.times == 0);
    CHECK(menu.page.focused() == "menu");
}

TEST_CASE("menu: a click beside it closes it, and so does the focus going elsewhere") {
    Menu menu;
    menu.page.click("menu");
    menu.page.click_at({350, 500});
    CHECK_FALSE(menu.page.has("menu.one"));
    menu.page.click("menu");
    for (int i = 0; i < 6 && menu.page.focused() != "beside"; ++i) menu.page.key(Key::tab);
    REQUIRE(menu.page.focused() == "beside");
    menu.page.settle();
    CHECK_FALSE(menu.page.has("menu.one"));
    CHECK(menu.times == 0);
}

TEST_CASE("month: shows its days in weeks, and a click picks one") {
    MonthPage month;
    month.page.click("day");
    CHECK(month.page.shows("November 2026"));
    CHECK(month.page.shows("Mo Tu We Th Fr Sa Su"));
    // 1 November 2026 was a Sunday: the last column of the first week.
    const Rect first = month.page.control("month.day.2026-11-01").rect;
    const Rect second = month.page.control("month.day.2026-11-02").rect;
    CHECK(first.x > second.x);
    CHECK(first.y < second.y);
    CHECK(month.page.state("month.day.2026-11-18") == "checked");
    month.page.click("month.day.2026-11-03");
    CHECK(month.picked == day("2026-11-03"));
    CHECK_FALSE(month.page.has("month.day.2026-11-01"));
}

TEST_CASE("month: weeks begin on the day chosen") {
    MonthPage month;
    month.week_start = Weekday::sunday;
    month.page.click("day");
    CHECK(month.page.shows("Su Mo Tu We Th Fr Sa"));
    CHECK(month.page.control("month.day.2026-11-01").rect.y ==
          month.page.control("month.day.2026-11-02").rect.y);
}

TEST_CASE("month: days that have not come yet are shown and cannot be picked") {
    MonthPage month;
    month.page.click("day");
    CHECK(month.page.has("month.day.2026-11-21"));
    CHECK_FALSE(month.page.has("month.day.2026-11-22"));
    CHECK(month.page.shows("30"));
    CHECK_FALSE(month.page.has("month.next"));
}

TEST_CASE("month: back and forward change the month on view") {
    MonthPage month;
    month.page.click("day");
    month.page.click("month.previous");
    CHECK(month.page.shows("October 2026"));
    CHECK(month.page.has("month.day.2026-10-31"));
    month.page.click("month.next");
    CHECK(month.page.shows("November 2026"));
    CHECK_FALSE(month.picked);
}

TEST_CASE("month: arrows walk from day to day over the month's edge, Enter picks") {
    MonthPage month;
    month.page.key(Key::tab);
    month.page.key(Key::enter);
    REQUIRE(month.page.focused() == "month.day.2026-11-18");
    month.page.key(Key::up);
    CHECK(month.page.focused() == "month.day.2026-11-11");
    month.page.key(Key::up);
    month.page.key(Key::up);
    CHECK(month.page.focused() == "month.day.2026-10-28");
    CHECK(month.page.shows("October 2026"));
    month.page.key(Key::right);
    month.page.key(Key::enter);
    CHECK(month.picked == day("2026-10-29"));
    CHECK(month.page.focused() == "day");
}

TEST_CASE("month: the walk stops at the last day that can be picked") {
    MonthPage month;
    month.page.key(Key::tab);
    month.page.key(Key::enter);
    for (int i = 0; i < 5; ++i) month.page.key(Key::right);
    CHECK(month.page.focused() == "month.day.2026-11-21");
    month.page.key(Key::escape);
    CHECK_FALSE(month.picked);
}

}  // namespace menu_test
