// Keys that do something wherever one is: Help on the keys, the search, days one after the other.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "app/screens/pages.hpp"
#include "app/screens/shortcuts.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace rekindle::tests::shortcuts_test {
namespace {

using app::Key;
using app::Page;

Headless screen_at(Page page, float width = 1280, float height = 800, float scale = 1) {
    HeadlessSetup setup;
    setup.content = shipped_content();
    setup.journal = weeks_before(day("2026-11-21"), 6);
    setup.page = page;
    setup.width = width;
    setup.height = height;
    setup.scale = scale;
    return Headless{std::move(setup)};
}

void press_alt(Headless& screen, Key key) {
    screen.keys().events.push_back(app::KeyPress{key, false, false, true});
    screen.frame();
    screen.settle();
}

}  // namespace

TEST_CASE("shortcuts: F1 shows the keys from every page, opened at their place") {
    for (const float scale : {1.0f, 2.0f})
        for (const app::PageRow& row : app::pages) {
            const Page page = row.page;
            Headless screen = screen_at(page, 960, 600, scale);
            screen.key(Key::f1);
            CHECK(screen.session().ui.page == Page::help);
            CHECK(screen.shows("On the keyboard"));
            CHECK(screen.shows("Today, Workbook, Timeline, Practices"));
        }
}

TEST_CASE("shortcuts: F1 works again after one scrolled away") {
    Headless screen = screen_at(Page::help, 960, 600);
    screen.key(Key::f1);
    screen.key(Key::home);
    CHECK_FALSE(screen.shows("On the keyboard"));
    screen.key(Key::f1);
    CHECK(screen.shows("On the keyboard"));
}

TEST_CASE("shortcuts: F1 shows them from within a text, too") {
    Headless screen = screen_at(Page::today);
    screen.click("today.note");
    screen.key(Key::f1);
    CHECK(screen.session().ui.page == Page::help);
}

TEST_CASE("shortcuts: a question mark shows the keys, but in a text it is a question mark") {
    Headless screen = screen_at(Page::today);
    screen.click("today.note");
    screen.type("why?");
    CHECK(screen.session().ui.page == Page::today);
    CHECK(screen.shows("why?"));
    screen.key(Key::escape);
    screen.type("?");
    CHECK(screen.session().ui.page == Page::help);
    CHECK(screen.shows("On the keyboard"));
}

TEST_CASE("shortcuts: Ctrl F goes to the workbook's search from anywhere, and words go into it") {
    for (const app::PageRow& row : app::pages) {
        const Page page = row.page;
        Headless screen = screen_at(page);
        screen.key_with_ctrl(Key::f);
        CHECK(screen.session().ui.page == Page::workbook);
        CHECK(screen.focused() == "workbook.search.text");
        screen.type("letter");
        CHECK(screen.session().ui.workbook.search == "letter");
        // What was looked for before is replaced by what is typed next.
        screen.key_with_ctrl(Key::f);
        screen.type("anger");
        CHECK(screen.session().ui.workbook.search == "anger");
    }
}

TEST_CASE("shortcuts: Ctrl F on Practices goes to the search there, where there is one") {
    HeadlessSetup setup;
    setup.content = shipped_content();
    setup.journal = after({}, AddListItem{"boundaries", "b1", "no shouting"}, "2026-11-21");
    setup.page = Page::practices;
    Headless screen{std::move(setup)};
    REQUIRE(screen.has("practices.search"));
    screen.key_with_ctrl(Key::f);
    CHECK(screen.session().ui.page == Page::practices);
    CHECK(screen.focused() == "practices.search");
}

TEST_CASE("shortcuts: Alt with an arrow steps from day to day on Today, and only there") {
    Headless screen = screen_at(Page::today);
    press_alt(screen, Key::right);  // nothing has come after today
    CHECK_FALSE(screen.session().ui.today.date);
    press_alt(screen, Key::left);
    press_alt(screen, Key::left);
    CHECK(screen.session().ui.today.date == day("2026-11-19"));
    press_alt(screen, Key::right);
    CHECK(screen.session().ui.today.date == day("2026-11-20"));
    screen.key_with_ctrl(Key::digit_3);
    press_alt(screen, Key::left);
    CHECK(screen.session().ui.page == Page::timeline);
    CHECK(screen.session().ui.today.date == day("2026-11-20"));
}

TEST_CASE("shortcuts: a slider keeps the focus from day to day") {
    HeadlessSetup setup;
    setup.content = shipped_content();
    Headless screen{std::move(setup)};
    screen.key(Key::tab);
    screen.type("6");
    press_alt(screen, Key::left);
    CHECK(screen.focused() == "today.mood");
    CHECK(screen.state("today.mood") == "value=none");
    screen.type("3");
    press_alt(screen, Key::right);
    CHECK(screen.state("today.mood") == "value=6");
    press_alt(screen, Key::left);
    CHECK(screen.state("today.mood") == "value=3");
}

TEST_CASE("shortcuts: Alt steps out of a note without a letter or a word being lost") {
    HeadlessSetup setup;
    setup.content = shipped_content();
    Headless screen{std::move(setup)};
    screen.click("today.note");
    screen.type("of today");
    press_alt(screen, Key::left);
    screen.type("of yesterday");
    press_alt(screen, Key::right);
    CHECK(screen.shows("of today"));
    CHECK_FALSE(screen.shows("yesterday"));
    press_alt(screen, Key::left);
    CHECK(screen.shows("of yesterday"));
}

TEST_CASE("shortcuts: no press does two things at one place, and none is that of a page") {
    for (const app::ShortcutGroup& group : app::shortcut_groups) {
        std::vector<app::InputEvent> seen;
        for (const app::PageRow& page : app::pages)
            if (page.key) seen.emplace_back(app::KeyPress{*page.key, true, false, false});
        for (const app::Shortcut& shortcut : group.shortcuts)
            for (const app::Binding& binding : shortcut.bindings) {
                if (binding.does == app::Does::nothing) continue;
                CAPTURE(shortcut.keys);
                CHECK(std::find(seen.begin(), seen.end(), binding.event) == seen.end());
                seen.push_back(binding.event);
            }
    }
}

}  // namespace rekindle::tests::shortcuts_test
