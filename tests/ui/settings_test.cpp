// Settings, the welcome page and the practices: what a hand does there.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

using namespace rekindle;
using namespace rekindle::app;
using namespace rekindle::tests;

namespace settings_test {

TEST_CASE("settings: a theme is chosen by its chip") {
    Headless desk{{.content = small_content(), .page = Page::settings}};
    CHECK(desk.state("settings.theme.paper") == "checked");
    desk.click("settings.theme.evening");
    CHECK(desk.session().preferences().theme == "evening");
    CHECK(desk.state("settings.theme.evening") == "checked");
}

TEST_CASE("settings: the size of the text goes up, down and back") {
    Headless desk{{.content = small_content(), .page = Page::settings}};
    desk.click("settings.text.larger");
    CHECK(desk.shows("110 %"));
    desk.click("settings.text.smaller");
    CHECK(desk.shows("100 %"));
    desk.click("settings.text.larger");
    desk.click("settings.text.reset");
    CHECK(desk.session().preferences().text_scale == doctest::Approx(1.0));
}

TEST_CASE("settings: a name and a role are given and can be taken back") {
    Headless desk{{.content = small_content(), .page = Page::settings}};
    desk.click("settings.person.me.name");
    desk.type("Åsa");
    CHECK(desk.journal().profile->people.front().name == "Åsa");
    desk.click("settings.person.me.role.hurt");
    CHECK(desk.journal().profile->people.front().role == Role::hurt);
    desk.click("undo");
    CHECK(desk.journal().profile->people.front().role == Role::neither);
}

TEST_CASE("settings: a second person comes in, and goes again while nothing is theirs") {
    Headless desk{{.content = small_content(), .page = Page::settings}};
    CHECK(desk.state("settings.people.one") == "checked");
    desk.click("settings.people.two");
    REQUIRE(desk.journal().profile->people.size() == 2);
    CHECK(desk.has("nav.person"));
    CHECK(desk.state("settings.people.two") == "checked");
    desk.click("settings.people.one");
    CHECK(desk.journal().profile->people.size() == 1);
}

TEST_CASE("settings: someone who wrote something is not taken out") {
    Journal two = after({}, AddPerson{{"other", "Sam", Role::neither}}, "2026-11-20");
    CheckIn theirs = rated("2026-11-20", 3, {});
    theirs.person = "other";
    Headless desk{{.content = small_content(),
                   .journal = after(two, AddCheckIns{{theirs}}, "2026-11-20"),
                   .page = Page::settings}};
    CHECK_FALSE(desk.has("settings.people.one"));
}

TEST_CASE("settings: the hour a day ends and the first day of the week are picked") {
    Headless desk{{.content = small_content(), .page = Page::settings}};
    desk.click("settings.day-end");
    desk.click("settings.day-end.6");
    CHECK(desk.journal().profile->day_end == TimeOfDay{6 * 60});
    desk.click("settings.week-start");
    desk.click("settings.week-start.sunday");
    CHECK(desk.journal().profile->week_start == Weekday::sunday);
}

TEST_CASE("settings: a slider of one's own stands on Today and can be taken away") {
    Headless desk{{.content = small_content(), .page = Page::settings}};
    desk.click("settings.scale.title");
    desk.type("Slept well\nnot at all\nlike a stone\n");
    REQUIRE(desk.journal().profile->own_scales.size() == 1);
    CHECK(desk.journal().profile->own_scales.front() ==
          Scale{"slept-well", "Slept well", "not at all", "like a stone"});
    desk.key_with_ctrl(Key::digit_1);
    desk.click("today.feel.slept-well");
    CHECK(desk.state("today.feel.slept-well") == "value=5");
    desk.click("nav.settings");
    desk.click("settings.scale.slept-well.remove");
    CHECK(desk.journal().profile->own_scales.empty());
}

TEST_CASE("settings: a slider named like one there is gets an id of its own") {
    Headless desk{{.content = small_content(), .page = Page::settings}};
    desk.click("settings.scale.title");
    desk.type("Hurt\n\n\n");
    REQUIRE(desk.journal().profile->own_scales.size() == 1);
    CHECK(desk.journal().profile->own_scales.front().id == "hurt-2");
}

TEST_CASE("settings: a profile that could not be read is shown and not changed") {
    ReadOnlyParts read_only;
    read_only[{PartKind::profile, {}, {}}] =
        Error{ErrorCode::invalid, "This is not a name.", "", {"profile.toml", 3, 1}};
    Headless desk{{.content = small_content(), .page = Page::settings, .read_only = read_only}};
    CHECK(desk.shows("This is not a name."));
    CHECK_FALSE(desk.has("settings.people.two"));
    CHECK_FALSE(desk.has("settings.person.me.role.hurt"));
}

TEST_CASE("welcome: it leads to help and to today, and asks for nothing") {
    Headless desk{{.content = small_content(), .height = 2400, .page = Page::welcome}};
    CHECK(desk.shows("For people who are safe"));
    desk.click("welcome.help");
    CHECK(desk.session().ui.page == Page::help);
    desk.move_to({1000, 500});
    desk.wheel(-30);
    desk.click("help.welcome");
    desk.click("welcome.today");
    CHECK(desk.session().ui.page == Page::today);
    CHECK(desk.journal() == Journal{});
}

TEST_CASE("practices: a list of a card stands here and leads back to it") {
    Headless desk{
        {.content = small_content(),
         .journal = after({}, AddListItem{"lines", "l1", "No phones at dinner"}, "2026-11-20"),
         .page = Page::practices}};
    CHECK(desk.shows("No phones at dinner"));
    desk.click("practices.lines.lines.1.status");
    CHECK(list_items(desk.journal(), "lines").front().status == "agreed");
    desk.click("practices.lines.card.steps/pain");
    CHECK(desk.session().ui.page == Page::workbook);
    CHECK(desk.state("card.pain.header") == "open");
}

}  // namespace settings_test
