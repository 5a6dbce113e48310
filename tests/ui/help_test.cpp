// Where to turn: the help page, the line on a very low day, and a person's own people.
#include <doctest/doctest.h>

#include "app/screens/pages.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace rekindle::tests::help_test {
namespace {

Headless page(app::Page page, Journal journal = {}) {
    HeadlessSetup setup;
    setup.content = shipped_content();
    setup.journal = std::move(journal);
    setup.page = page;
    return Headless{std::move(setup)};
}

CheckIn low(const char* scale, int value) {
    CheckIn checkin = rated("2026-11-21", std::nullopt, std::nullopt);
    checkin.ratings[scale] = value;
    return checkin;
}

}  // namespace

TEST_CASE("help: what is said about safety comes first, one click away from every page") {
    for (const app::PageRow& from : app::pages) {
        if (from.page == app::Page::help) continue;
        Headless screen = page(from.page);
        screen.click("nav.help");
        CHECK(screen.shows("For people who are safe"));
        CHECK(screen.shows("fear, threats, violence or control, repair is not the task"));
        CHECK(screen.shows("call your local emergency services"));
    }
}

TEST_CASE("help: the first page of all says it too, for fear and for low mood") {
    Headless screen = page(app::Page::welcome);
    CHECK(screen.shows("fear, threats, violence or control, repair is not the task"));
    CHECK(screen.shows("emergency services"));
    CHECK(screen.shows("someone you trust or to a professional"));
    CHECK(screen.shows("not wanting to live"));
}

TEST_CASE("help: whoever comes back to it begins at its top") {
    Headless screen = page(app::Page::help);
    screen.move_to({700, 500});
    screen.wheel(-30);
    CHECK_FALSE(screen.shows("For people who are safe"));
    screen.click("nav.today");
    screen.click("nav.help");
    CHECK(screen.shows("For people who are safe"));
}

TEST_CASE("help: a contact of the content is shown with the day it was checked") {
    CHECK_FALSE(page(app::Page::help).shows("last checked"));
    HeadlessSetup setup;
    setup.content = shipped_content();
    setup.content.contacts = {{"Anywhere", "Someone to talk to", "0123", "2026-03-09"}};
    setup.page = app::Page::help;
    Headless screen{std::move(setup)};
    CHECK(screen.shows("Someone to talk to: 0123"));
    CHECK(screen.shows("Anywhere · last checked 2026-03-09"));
}

TEST_CASE("help: a person's own people are added, changed, taken out, and undo brings them back") {
    Headless screen = page(app::Page::help);
    CHECK_FALSE(screen.has("help.new.add"));
    screen.click("help.new.name");
    screen.type("Anna\n");
    CHECK(screen.focused() == "help.new.reach");
    screen.type("next door");
    screen.click("help.new.add");
    REQUIRE(screen.journal().profile->supporters.size() == 1);
    const Supporter anna = screen.journal().profile->supporters.front();
    CHECK(anna.name == "Anna");
    CHECK(anna.reach == "next door");
    CHECK_FALSE(screen.has("help.new.add"));
    const std::string base = "help.supporter." + anna.id;
    screen.click(base + ".reach");
    screen.key(app::Key::end);
    screen.type(", ring twice");
    CHECK(screen.journal().profile->supporters.front().reach == "next door, ring twice");
    screen.click("help.new.name");
    screen.type("Bo\n\n");
    CHECK(screen.journal().profile->supporters.size() == 2);
    screen.click(base + ".remove");
    CHECK(screen.journal().profile->supporters.size() == 1);
    screen.click("undo");
    CHECK(screen.journal().profile->supporters.size() == 2);
    CHECK(screen.journal().profile->supporters.front().name == "Anna");
}

TEST_CASE("today: a very low mood or hope shows one quiet line with the way to the help page") {
    for (const char* scale : {"mood", "hope"}) {
        for (const int value : {0, 1}) {
            Headless screen = page(app::Page::today, journal_of({low(scale, value)}));
            screen.click("today.low.help");
            CHECK(screen.session().ui.page == app::Page::help);
            CHECK(screen.shows("For people who are safe"));
        }
    }
}

TEST_CASE("today: nothing else brings that line, and no words do") {
    const auto has_line = [](const CheckIn& checkin) {
        return page(app::Page::today, journal_of({checkin})).has("today.low.help");
    };
    CHECK_FALSE(has_line(low("mood", 2)));
    CHECK_FALSE(has_line(low("hope", 2)));
    for (const char* other : {"trust", "calm", "relief", "hope-for-us", "self-trust"})
        CHECK_FALSE(has_line(low(other, 0)));
    CheckIn words = rated("2026-11-21", 5, 5);
    words.note = "I do not want to live like this.";
    CHECK_FALSE(has_line(words));
    CHECK_FALSE(page(app::Page::today).has("today.low.help"));
}

TEST_CASE("today: that line belongs to the day shown, and rating it does not move the sliders") {
    Headless screen = page(app::Page::today, journal_of({rated("2026-11-20", 0, 3)}));
    CHECK_FALSE(screen.has("today.low.help"));
    screen.click("today.previous");
    CHECK(screen.has("today.low.help"));
    screen.click("today.now");
    const app::Rect before = screen.control("today.mood").rect;
    screen.drag("today.mood", 0.5f, 0.0f);
    CHECK(screen.has("today.low.help"));
    CHECK(screen.control("today.mood").rect == before);
}

}  // namespace rekindle::tests::help_test
