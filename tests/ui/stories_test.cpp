// Short stories of one person at the screen, through a session.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace stories_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;
using app::Key;

HeadlessSetup beginning(app::Page page = app::Page::today, Journal journal = {}) {
    HeadlessSetup setup;
    setup.content = small_content();
    setup.journal = std::move(journal);
    setup.page = page;
    return setup;
}

const CheckIn* today_of(const Headless& screen) {
    return latest_checkin(screen.journal(), day("2026-11-21"), "me");
}

void open_card(Headless& screen) {
    screen.click("card.pain.header");
    REQUIRE(screen.has("card.pain.write"));
}

std::string answer_of(const Headless& screen) {
    const auto& card = card_answers(screen.journal(), "steps", "pain");
    const auto& written = exercise_answers(card, "write").written;
    return written.empty() ? std::string{} : written.back().text;
}

}  // namespace

TEST_CASE("today: rating the day with the mouse is in the journal, and what was left is not") {
    Headless screen{beginning()};
    CHECK(screen.state("today.mood") == "value=none");
    screen.drag("today.mood", 0.1f, 0.7f);
    REQUIRE(today_of(screen));
    CHECK(today_of(screen)->ratings.at("mood") == 7);
    CHECK_FALSE(today_of(screen)->ratings.contains("trust"));
    CHECK(screen.state("today.mood") == "value=7");
}

TEST_CASE("today: a drag over many values is one step for undo") {
    Headless screen{beginning()};
    screen.drag("today.mood", 0.1f, 0.9f);
    screen.key(Key::z, true);
    CHECK(screen.state("today.mood") == "value=none");
    screen.key(Key::z, true, true);
    CHECK(screen.state("today.mood") == "value=9");
}

TEST_CASE("today: words are in the journal letter by letter, exactly as typed") {
    Headless screen{beginning()};
    screen.click("today.note");
    screen.type("Größer als gestern, très bien\n— \U0001F600");
    REQUIRE(today_of(screen));
    CHECK(today_of(screen)->note == "Größer als gestern, très bien\n— \U0001F600");
    screen.key(Key::escape);
    CHECK(today_of(screen)->note == "Größer als gestern, très bien\n— \U0001F600");
    CHECK(screen.shows("Größer als gestern, très bien"));
}

TEST_CASE("today: undo under a focused field shows the old text and typing goes on from there") {
    Headless screen{beginning()};
    screen.click("today.note");
    screen.type("first");
    screen.wait(10);
    screen.type(" second");
    screen.key(Key::z, true);
    CHECK(today_of(screen)->note == "first");
    CHECK(screen.shows("first"));
    CHECK_FALSE(screen.shows("second"));
    if (screen.focused() != "today.note") screen.click("today.note");
    screen.key(Key::end, true);
    screen.type(" third");
    CHECK(today_of(screen)->note == "first third");
}

TEST_CASE("today: an event is marked with a click and taken away with another") {
    Headless screen{beginning()};
    screen.click("today.event.setback");
    REQUIRE(today_of(screen));
    CHECK(today_of(screen)->events.size() == 1);
    CHECK(screen.state("today.event.setback") == "checked");
    screen.click("today.event.setback");
    CHECK((!today_of(screen) || today_of(screen)->events.empty()));
}

TEST_CASE("today: a day before can be filled in, and tomorrow cannot be reached") {
    Headless screen{beginning()};
    CHECK_FALSE(screen.has("today.next"));
    screen.click("today.previous");
    screen.drag("today.trust", 0.1f, 0.4f);
    const CheckIn* before = latest_checkin(screen.journal(), day("2026-11-20"), "me");
    REQUIRE(before);
    CHECK(before->ratings.at("trust") == 4);
    CHECK_FALSE(today_of(screen));
    screen.click("today.next");
    CHECK(screen.state("today.trust") == "value=none");
}

TEST_CASE("today: the month goes to any day") {
    Headless screen{beginning(app::Page::today, journal_of({rated("2026-11-03", 2, 8)}))};
    screen.click("today.month");
    screen.click("today.month.day.2026-11-03");
    CHECK(screen.state("today.mood") == "value=2");
    CHECK(screen.state("today.trust") == "value=8");
}

TEST_CASE("today: the whole of it on the keyboard alone") {
    Headless screen{beginning()};
    for (int i = 0; i < 40 && screen.focused() != "today.mood"; ++i) screen.key(Key::tab);
    REQUIRE(screen.focused() == "today.mood");
    screen.type_at_once("8");
    screen.key(Key::tab);
    screen.key(Key::right);
    for (int i = 0; i < 40 && screen.focused() != "today.note"; ++i) screen.key(Key::tab);
    REQUIRE(screen.focused() == "today.note");
    screen.type("slept well");
    REQUIRE(today_of(screen));
    CHECK(today_of(screen)->ratings.at("mood") == 8);
    CHECK(today_of(screen)->ratings.at("trust") == 5);
    CHECK(today_of(screen)->note == "slept well");
    screen.key(Key::digit_2, true);
    CHECK(screen.has("card.pain.header"));
}

TEST_CASE("keys: what is typed in one go reaches each field it was meant for") {
    Headless screen{beginning()};
    screen.click("today.note");
    screen.type_at_once("words");
    screen.click("today.mood");
    screen.type_at_once("3");
    CHECK(today_of(screen)->note == "words");
    CHECK(today_of(screen)->ratings.at("mood") == 3);
}

TEST_CASE("workbook: a card opens at its header and closes again, and others stay as they were") {
    Headless screen{beginning(app::Page::workbook)};
    CHECK(screen.state("card.pain.header") == "closed");
    const float header = screen.control("card.pain.header").rect.y;
    screen.click("card.talk.header");
    screen.click("card.pain.header");
    CHECK(screen.state("card.pain.header") == "open");
    CHECK(screen.state("card.talk.header") == "open");
    CHECK(screen.control("card.pain.header").rect.y == header);
    screen.click("card.pain.header");
    CHECK(screen.state("card.pain.header") == "closed");
    CHECK(screen.state("card.talk.header") == "open");
}

TEST_CASE("workbook: what is written on a card is kept and Esc takes nothing away") {
    Headless screen{beginning(app::Page::workbook)};
    open_card(screen);
    screen.click("card.pain.write");
    screen.type("It still hurts.");
    screen.key(Key::escape);
    CHECK(answer_of(screen) == "It still hurts.");
    CHECK(screen.shows("It still hurts."));
}

TEST_CASE("workbook: a scale of a card is rated for today") {
    Headless screen{beginning(app::Page::workbook)};
    open_card(screen);
    REQUIRE(screen.has("card.pain.scale.heard"));
    screen.drag("card.pain.scale.heard", 0.1f, 0.6f);
    const auto& rated = card_answers(screen.journal(), "steps", "pain").rated;
    REQUIRE(rated.size() == 1);
    CHECK(rated[0].value == 6);
    CHECK(rated[0].date == day("2026-11-21"));
}

TEST_CASE("workbook: a list grows by a line that is typed") {
    Headless screen{beginning(app::Page::workbook)};
    open_card(screen);
    screen.click("card.pain.lines");
    screen.type("Phones stay on the table");
    const auto& items = list_items(screen.journal(), "lines");
    REQUIRE(items.size() == 1);
    CHECK(items[0].text == "Phones stay on the table");
}

TEST_CASE("shell: Ctrl with 1 to 4 goes to each page") {
    Headless screen{beginning()};
    screen.key(Key::digit_3, true);
    CHECK(screen.session().ui.page == app::Page::timeline);
    screen.key(Key::digit_4, true);
    CHECK(screen.session().ui.page == app::Page::practices);
    screen.key(Key::digit_1, true);
    CHECK(screen.session().ui.page == app::Page::today);
    screen.click("nav.workbook");
    CHECK(screen.session().ui.page == app::Page::workbook);
}

TEST_CASE("shell: at rest nothing wants another frame") {
    for (const auto page : {app::Page::today, app::Page::workbook, app::Page::timeline,
                            app::Page::practices, app::Page::settings, app::Page::help}) {
        Headless screen{beginning(page, weeks_before(day("2026-11-21"), 8))};
        screen.settle();
        CHECK_FALSE(screen.next_frame());
    }
}

TEST_CASE("undo: it shows the day on which it took something back") {
    Headless screen{beginning()};
    screen.drag("today.mood", 0.1f, 0.7f);
    screen.click("today.previous");
    screen.click("nav.timeline");
    screen.key(Key::z, true);
    REQUIRE(screen.has("today.mood"));
    CHECK(screen.state("today.mood") == "value=none");
    screen.click("today.previous");
    screen.key(Key::z, true, true);
    CHECK(screen.state("today.mood") ==
          "value=7");  // of the day it belongs to, not of the one before
}

TEST_CASE("undo: it opens the card on which it took something back") {
    Headless screen{beginning(app::Page::workbook)};
    open_card(screen);
    screen.click("card.pain.write");
    screen.type("said");
    screen.click("nav.today");
    screen.key(Key::z, true);
    REQUIRE(screen.has("card.pain.write"));
    CHECK(answer_of(screen).empty());
}

}  // namespace stories_test
