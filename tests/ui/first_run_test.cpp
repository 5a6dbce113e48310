// The first time someone is here: a few questions that can stay open, and a workbook to begin with.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace first_run_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;
using app::Key;

HeadlessSetup first_time(app::Page page = app::Page::today) {
    HeadlessSetup setup;
    setup.content = shipped_content();
    setup.page = page;
    return setup;
}

const Profile& profile_of(const Headless& screen) { return *screen.journal().profile; }

void walk_to(Headless& screen, std::string_view name) {
    for (int i = 0; i < 80 && screen.focused() != name; ++i) screen.key(Key::tab);
    REQUIRE(screen.focused() == name);
}

void press_by_key(Headless& screen, std::string_view name) {
    walk_to(screen, name);
    screen.key(Key::enter);
}

}  // namespace

TEST_CASE("first run: the questions are answered by mouse and lead to a workbook") {
    Headless screen{first_time()};
    CHECK(screen.has("today.mood"));  // nothing has to be answered first
    screen.click("today.welcome");
    CHECK(screen.shows("Five steps"));
    screen.click("welcome.people.two");
    REQUIRE(profile_of(screen).people.size() == 2);
    screen.click("welcome.person.me.name");
    screen.type("Ada");
    screen.click("welcome.person.me.role.hurt");
    screen.click("welcome.person.other.role.broke");
    CHECK(screen.shows("Second person"));
    screen.wheel(-30);
    screen.click("welcome.relationship.partner");
    CHECK(profile_of(screen).people ==
          std::vector<Person>{{"me", "Ada", Role::hurt}, {"other", {}, Role::broke}});
    CHECK(profile_of(screen).relationship == Relationship::partner);
    CHECK(screen.shows("It is written for two partners"));
    screen.click("welcome.begin");
    CHECK(screen.session().ui.page == app::Page::workbook);
    CHECK(profile_of(screen).workbook == "seven-steps");
    CHECK(screen.has("card.acknowledge-the-pain.header"));
}

TEST_CASE("first run: the whole of it on the keyboard alone") {
    Headless screen{first_time()};
    press_by_key(screen, "today.welcome");
    press_by_key(screen, "welcome.person.me.role.hurt");
    press_by_key(screen, "welcome.relationship.friend");
    walk_to(screen, "welcome.person.me.name");
    screen.type("Ada");
    CHECK(profile_of(screen).people == std::vector<Person>{{"me", "Ada", Role::hurt}});
    CHECK(profile_of(screen).relationship == Relationship::friendship);
    press_by_key(screen, "welcome.begin");
    CHECK(profile_of(screen).workbook == "twelve-steps");
    CHECK(screen.has("card.acknowledge-feelings.header"));
}

TEST_CASE("first run: all of it can be skipped, and nothing is written down by that") {
    Headless screen{first_time()};
    screen.click("today.welcome");
    screen.wheel(-30);
    screen.click("welcome.today");
    CHECK(screen.session().ui.page == app::Page::today);
    CHECK(screen.journal() == Journal{});
    screen.drag("today.mood", 0.1f, 0.5f);
    CHECK(latest_checkin(screen.journal(), day("2026-11-21"), "me"));
    CHECK_FALSE(screen.has("today.welcome"));
    screen.click("nav.workbook");
    CHECK(screen.has("card.acknowledge-the-pain.header"));
}

TEST_CASE("first run: another workbook than the proposed one can be chosen at once") {
    Headless screen{first_time(app::Page::welcome)};
    screen.wheel(-30);
    screen.click("welcome.choose");
    screen.click("welcome.choose.guide");
    CHECK(profile_of(screen).workbook == "guide");
    CHECK(screen.session().ui.page == app::Page::workbook);
}

TEST_CASE("first run: every answer can be taken back, by undo and in the settings") {
    Headless screen{first_time(app::Page::welcome)};
    screen.click("welcome.person.me.role.broke");
    screen.click("welcome.relationship.family");
    screen.key(Key::z, true);
    CHECK(profile_of(screen).relationship == Relationship::not_said);
    screen.click("nav.settings");
    screen.click("settings.person.me.role.neither");
    screen.click("settings.people.two");
    CHECK(profile_of(screen).people.size() == 2);
    screen.click("settings.people.one");
    CHECK(screen.journal() == Journal{});
}

TEST_CASE("first run: a journal in which both have written stays one for two") {
    Headless screen{first_time(app::Page::settings)};
    screen.click("settings.people.two");
    screen.session().act(app::SwitchPerson{"other"});
    screen.session().act(app::GoTo{app::Page::today});
    screen.drag("today.mood", 0.1f, 0.5f);
    screen.click("nav.settings");
    CHECK_FALSE(screen.has("settings.people.one"));
    CHECK(screen.shows("it stays a journal for two"));
}

TEST_CASE("first run: the safety panel stands beside the questions and leads to help") {
    Headless screen{first_time(app::Page::welcome)};
    CHECK(screen.shows("Where there is fear, threats, violence or control"));
    screen.click("welcome.help");
    CHECK(screen.session().ui.page == app::Page::help);
}

}  // namespace first_run_test
