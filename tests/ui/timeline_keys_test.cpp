// The timeline by keyboard: a day cursor, told in a line, that opens its day.
#include <doctest/doctest.h>

#include <string>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace rekindle::tests::timeline_keys_test {
namespace {

using app::Key;
using app::Page;

const char* const today = "2026-11-21";

Headless timeline_of(Journal journal, float width = 1280, float height = 800, float scale = 1) {
    HeadlessSetup setup{.content = shipped_content()};
    setup.journal = std::move(journal);
    setup.page = Page::timeline;
    setup.width = width;
    setup.height = height;
    setup.scale = scale;
    return Headless{std::move(setup)};
}

Journal four_days() {
    CheckIn told = rated("2026-11-20", 6, 4);
    told.events = {{EventKind::setback, "the letter"}};
    told.note = "We sat down after dinner\nand I asked.";
    CheckIn mood_alone = rated("2026-11-18", 5, {});
    return journal_of({rated("2026-10-17", 3, 2), mood_alone, told, rated("2026-11-21", 7, 5)});
}

std::string cursor(Headless& screen) {
    const std::string state = screen.state("timeline.plot");
    const std::size_t at = state.find("day=");
    return at == std::string::npos ? "" : state.substr(at + 4);
}

}  // namespace

TEST_CASE("timeline keys: arrows move a day cursor though nothing has the focus, Enter opens it") {
    Headless screen = timeline_of(four_days());
    CHECK(cursor(screen) == "");
    screen.key(Key::left);
    CHECK(screen.focused() == "timeline.plot");
    CHECK(cursor(screen) == "2026-11-20");
    screen.key(Key::left);
    screen.key(Key::left);
    screen.key(Key::right);
    CHECK(cursor(screen) == "2026-11-19");
    screen.key(Key::enter);
    CHECK(screen.session().ui.page == Page::today);
    CHECK(screen.session().ui.today.date == day("2026-11-19"));
}

TEST_CASE("timeline keys: the line tells date, values, event and note; what is open is said so") {
    Headless screen = timeline_of(four_days());
    screen.key(Key::left);
    CHECK(
        screen.shows("Friday, 20 November 2026 · Mood 6 · Trust 4 · Setback: the letter · “We sat "
                     "down after dinner and I asked.”"));
    screen.key(Key::left);
    CHECK(screen.shows("Thursday, 19 November 2026 · No entry"));
    screen.key(Key::left);
    CHECK(screen.shows("Wednesday, 18 November 2026 · Mood 5 · Trust not rated"));
    screen.session().ui.timeline.series = {"hurt"};
    screen.settle();
    CHECK(screen.shows("Mood 5 · Trust not rated · Hurt not rated"));
    screen.key(Key::escape);
    CHECK_FALSE(screen.shows("Trust not rated"));
}

TEST_CASE("timeline keys: a Tab to the plot shows the latest day at once") {
    Headless screen = timeline_of(four_days());
    for (int i = 0; i < 60 && screen.focused() != "timeline.plot"; ++i) screen.key(Key::tab);
    CHECK(cursor(screen) == today);
    CHECK(screen.shows("Saturday, 21 November 2026 · Mood 7 · Trust 5"));
}

TEST_CASE("timeline keys: weeks, months, the first day and the latest, and never beyond them") {
    Headless screen = timeline_of(weeks_before(day(today), 20));
    screen.key(Key::up);
    CHECK(cursor(screen) == "2026-11-14");
    screen.key(Key::page_up);
    CHECK(cursor(screen) == "2026-10-14");
    screen.key(Key::down);
    CHECK(cursor(screen) == "2026-10-21");
    screen.key(Key::page_down);
    CHECK(cursor(screen) == today);
    screen.key(Key::page_down);
    screen.key(Key::right);
    CHECK(cursor(screen) == today);
    screen.key(Key::home);
    CHECK(cursor(screen) == "2026-07-04");  // the first one with an entry
    for (int i = 0; i < 9; ++i) screen.key(Key::page_up);
    CHECK(cursor(screen) == "2025-11-22");  // a year can be looked at, and no more
    screen.key(Key::end);
    CHECK(cursor(screen) == today);
}

TEST_CASE("timeline keys: a month from its 31st goes to the last day of the shorter one") {
    Headless screen = timeline_of(weeks_before(day(today), 20));
    screen.session().ui.timeline.cursor = day("2026-10-31");
    for (int i = 0; i < 60 && screen.focused() != "timeline.plot"; ++i) screen.key(Key::tab);
    screen.key(Key::page_up);
    CHECK(cursor(screen) == "2026-09-30");
}

TEST_CASE("timeline keys: the view goes along with the cursor") {
    Headless screen = timeline_of(weeks_before(day(today), 20));
    screen.click("timeline.range.2w");
    screen.key(Key::escape);
    screen.key(Key::page_up);  // without the focus it scrolls the page
    CHECK(cursor(screen) == "");
    for (int i = 0; i < 14; ++i) screen.key(Key::left);
    CHECK(screen.state("timeline.plot") == "from=2026-11-07,to=2026-11-20,day=2026-11-07");
    screen.key(Key::page_up);
    CHECK(cursor(screen) == "2026-10-07");
    CHECK(screen.state("timeline.plot").starts_with("from=2026-10-07"));
}

TEST_CASE("timeline keys: plus and minus show fewer or more days around the cursor") {
    Headless screen = timeline_of(weeks_before(day(today), 20));
    for (int i = 0; i < 5; ++i) screen.key(Key::up);
    const std::string at = cursor(screen);
    const app::TimelineUi& ui = screen.session().ui.timeline;
    screen.key(Key::plus);
    const double span = ui.last_day - ui.first_day;
    CHECK(span == doctest::Approx(83 * 0.8));
    screen.key(Key::minus);
    CHECK(ui.last_day - ui.first_day == doctest::Approx(83));
    CHECK(cursor(screen) == at);
}

TEST_CASE("timeline keys: the line is in view at every size") {
    for (const float scale : {1.0f, 1.5f, 2.0f}) {
        Headless screen = timeline_of(four_days(), 960, 600, scale);
        for (int i = 0; i < 4; ++i) {
            screen.key(Key::left);
            CHECK_MESSAGE(screen.shows("November 2026 ·"), "at scale ", scale);
        }
    }
}

TEST_CASE("timeline keys: with two people it tells only what who is writing rated and may read") {
    Journal journal = four_days();
    journal = after(journal, RenamePerson{"me", "Ada"}, today);
    journal = after(journal, AddPerson{{"other", "Bo", Role::broke}}, today);
    CheckIn theirs = rated("2026-11-20", 1, 9);
    theirs.id = "theirs";
    theirs.person = "other";
    theirs.note = "Nobody else reads this.";
    theirs.events = {{EventKind::own, "a walk alone"}};
    journal = after(journal, AddCheckIns{{theirs}}, today);
    Headless screen = timeline_of(journal);
    screen.session().ui.timeline.both_people = true;
    screen.key(Key::left);
    CHECK(screen.shows("20 November 2026 · Mood 6 · Trust 4 · Setback: the letter"));
    CHECK_FALSE(screen.shows("Nobody else"));
    CHECK_FALSE(screen.shows("a walk alone"));
    screen.session().act(app::SwitchPerson{"other"});
    screen.settle();
    screen.key(Key::left);
    screen.key(Key::right);
    CHECK(cursor(screen) == "2026-11-20");
    CHECK(screen.shows("20 November 2026 · Mood 1 · Trust 9 · a walk alone"));
    CHECK_FALSE(screen.shows("We sat down"));
}

}  // namespace rekindle::tests::timeline_keys_test
