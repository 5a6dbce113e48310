// Where Tab goes: from another page to its first control, on in the order the eye reads, column by
// column, and through the rail last.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/screens/pages.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"
#include "tests/support/written_journal.hpp"

namespace rekindle::tests::tab_order_test {
namespace {

using app::Key;
using app::Page;
using app::Rect;

struct Size {
    float width;
    float height;
    float scale;
};
constexpr Size sizes[] = {{1280, 800, 1}, {960, 600, 1}, {960, 600, 2}};

struct Stop {
    std::string name;
    Rect rect;  // on the page as it is unscrolled
};

bool is_in_rail(const std::string& name) {
    return name.starts_with("nav.") || name == "undo" || name == "redo" || name == "hide";
}

// They stand above the day and belong to what is beside it: whoever comes to Today begins with it.
bool leads_to_other_days(const std::string& name) {
    return name == "today.previous" || name == "today.month" || name == "today.next" ||
           name == "today.now";
}

Journal some_journal() {
    Journal journal = weeks_before(day("2026-11-21"), 6);
    journal = after(journal, AddCheckIns{{rated("2026-11-21", 6, 4)}}, "2026-11-21");
    return after(journal, AddSupporter{{"p1", "Anna", "next door"}}, "2026-11-21");
}

Headless screen_at(Page page, const Size& size = sizes[0]) {
    HeadlessSetup setup;
    setup.content = shipped_content();
    setup.journal = some_journal();
    setup.width = size.width;
    setup.height = size.height;
    setup.scale = size.scale;
    setup.page = page;
    return Headless{std::move(setup)};
}

std::vector<Stop> walk(Headless& screen) {
    constexpr int most = 300;
    std::vector<Stop> stops;
    for (int i = 0; i < most; ++i) {
        screen.key(Key::tab);
        const app::Control& control = screen.control(screen.focused());
        if (!stops.empty() && control.name == stops.front().name) return stops;
        Stop stop{control.name, control.rect};
        app::UiState& ui = screen.session().ui;
        if (!is_in_rail(stop.name)) stop.rect.y += ui.scroll[ui.page];
        stops.push_back(stop);
    }
    FAIL("Tab does not come round.");
    return stops;
}

// True where somebody who reads meets `b` before `a`: above it, or beside it on the left, unless
// it stands in a column of its own on the right.
bool is_read_before(const Rect& b, const Rect& a, float slack) {
    const bool beside_right = b.x >= a.right() - slack;
    if (b.bottom() <= a.y + slack) return !beside_right;
    const bool same_row = b.y < a.bottom() - slack && a.y < b.bottom() - slack;
    return same_row && b.right() <= a.x + slack;
}

void check_order(const std::vector<Stop>& stops, const Size& size) {
    const float slack = 6 * size.scale;  // what is low is larger to the mouse than to the eye
    for (std::size_t i = 0; i < stops.size(); ++i) {
        if (is_in_rail(stops[i].name)) continue;
        for (std::size_t j = i + 1; j < stops.size(); ++j) {
            if (is_in_rail(stops[j].name) || leads_to_other_days(stops[j].name)) continue;
            CHECK_MESSAGE(!is_read_before(stops[j].rect, stops[i].rect, slack), stops[i].name,
                          " comes before ", stops[j].name);
        }
    }
}

// What Tab would walk along, as it stands in one frame: while a key is pressed nothing is left out
// for being scrolled away.
std::vector<Stop> stops_at_once(Headless& screen) {
    screen.settle();
    screen.keys().events.push_back(app::KeyPress{Key::minus});
    screen.frame();
    std::vector<Stop> stops;
    for (const app::Control& control : screen.controls().all())
        if (control.focusable) stops.push_back({control.name, control.rect});
    return stops;
}

void check_rail_is_last(const std::vector<Stop>& stops) {
    const auto rail = std::find_if(stops.begin(), stops.end(),
                                   [](const Stop& stop) { return is_in_rail(stop.name); });
    REQUIRE(rail != stops.end());
    CHECK(rail != stops.begin());
    CHECK(rail->name == "nav.today");
    CHECK(std::all_of(rail, stops.end(), [](const Stop& stop) { return is_in_rail(stop.name); }));
    CHECK(stops.back().name == "hide");
}

void click_in_rail(Headless& screen, const std::string& name) {
    screen.click(name);
    screen.move_to({900, 780});
}

}  // namespace

TEST_CASE("tab: every page is walked in the order the eye reads, the rail last") {
    for (const app::PageRow& row : app::pages)
        for (const Size& size : sizes) {
            const Page page = row.page;
            INFO("page ", static_cast<int>(page), " at ", size.width, " @", size.scale);
            Headless screen = screen_at(page, size);
            if (page == Page::workbook) {
                const Workbook first = shipped_content().workbooks.front();
                screen.session().ui.workbook.open.insert(first.id + '/' + first.cards[0].id);
            }
            const std::vector<Stop> stops = walk(screen);
            check_rail_is_last(stops);
            check_order(stops, size);
        }
}

TEST_CASE("tab: every card, all of them written upon, is walked in the order the eye reads") {
    const Content content = shipped_content();
    const Journal journal = written_journal(content);
    for (const Size& size : sizes) {
        HeadlessSetup setup;
        setup.content = content;
        setup.journal = journal;
        setup.width = size.width;
        setup.height = size.height;
        setup.scale = size.scale;
        setup.page = Page::workbook;
        Headless screen{std::move(setup)};
        INFO("at ", size.width, " @", size.scale);
        for (const Workbook& workbook : content.workbooks) {
            screen.session().act(Command{ChooseWorkbook{workbook.id}});
            for (const Card& card : workbook.cards)
                screen.session().ui.workbook.open.insert(workbook.id + '/' + card.id);
            const std::vector<Stop> stops = stops_at_once(screen);
            CHECK(stops.size() > 100);
            check_order(stops, size);
        }
        screen.session().act(app::GoTo{Page::practices});
        check_order(stops_at_once(screen), size);
    }
}

TEST_CASE(
    "tab: Today begins with Mood at every size, and Shift+Tab goes from it to the rail's end") {
    for (const Size& size : sizes) {
        Headless screen = screen_at(Page::today, size);
        screen.key(Key::tab);
        CHECK(screen.focused() == "today.mood");
        screen.key(Key::tab);
        CHECK(screen.focused() == "today.trust");
        screen.key_with_shift(Key::tab);
        screen.key_with_shift(Key::tab);
        CHECK(screen.focused() == "hide");
    }
}

TEST_CASE(
    "tab: after a change of page it begins anew, by mouse, by Enter and by Ctrl with a digit") {
    Headless screen = screen_at(Page::today);
    const auto first_of = [&](const char* page) {
        screen.key(Key::tab);
        const std::string first = screen.focused();
        CHECK_MESSAGE(first.starts_with(page), first, " is the first of ", page);
        return first;
    };
    click_in_rail(screen, "nav.timeline");
    const std::string timeline = first_of("timeline.");
    click_in_rail(screen, "nav.practices");
    first_of("practices.");
    screen.key_with_ctrl(Key::digit_3);
    CHECK(first_of("timeline.") == timeline);
    for (int i = 0; i < 100 && screen.focused() != "nav.settings"; ++i) screen.key(Key::tab);
    screen.key(Key::enter);
    REQUIRE(screen.session().ui.page == Page::settings);
    first_of("settings.");
    screen.key_with_ctrl(Key::digit_1);
    CHECK(first_of("today.") == "today.mood");
    click_in_rail(screen, "nav.today");  // where one is already
    CHECK(first_of("today.") == "today.mood");
    screen.type("7");
    CHECK(screen.state("today.mood") == "value=7");
}

TEST_CASE("tab: a day opened from elsewhere begins with its Mood, a card with what is in it") {
    Headless screen = screen_at(Page::timeline);
    screen.session().act(app::ShowDay{day("2026-11-10")});
    screen.settle();
    screen.key(Key::tab);
    CHECK(screen.focused() == "today.mood");
    screen.click("today.continue");
    REQUIRE(screen.session().ui.page == Page::workbook);
    const std::string header = screen.focused();
    CHECK(header.ends_with(".header"));
    screen.key(Key::tab);
    const std::string card = header.substr(0, header.rfind('.') + 1);
    CHECK_MESSAGE(screen.focused().starts_with(card), screen.focused(), " is not in ", card);
    CHECK(screen.focused() != header);
}

TEST_CASE("tab: a menu gives the focus back to what opened it, however it is closed") {
    Headless screen = screen_at(Page::workbook);
    const auto opens = [&] {
        screen.click("workbook.switch");
        REQUIRE(screen.focused().starts_with("workbook.switch."));
    };
    opens();
    screen.key(Key::escape);
    CHECK(screen.focused() == "workbook.switch");
    opens();
    screen.click_at({800, 700});
    CHECK(screen.focused() == "workbook.switch");
    opens();
    screen.key(Key::enter);
    CHECK(screen.focused() == "workbook.switch");
    screen.key(Key::tab);
    CHECK(screen.focused() == "workbook.search");
}

TEST_CASE("tab: a month gives the focus back to the button that opened it") {
    Headless screen = screen_at(Page::today);
    for (const bool by_click : {true, false}) {
        screen.click("today.month");
        REQUIRE(screen.focused().starts_with("today.month.day."));
        if (by_click)
            screen.click_at({400, 780});
        else
            screen.key(Key::escape);
        CHECK(screen.focused() == "today.month");
        screen.key_with_shift(Key::tab);
        CHECK(screen.focused() == "today.previous");
    }
}

}  // namespace rekindle::tests::tab_order_test
