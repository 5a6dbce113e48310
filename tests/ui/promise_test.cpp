// A promise on its card: made, kept and not kept, rested, ended, by mouse and by keyboard.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <tuple>

#include "tests/support/layout.hpp"
#include "tests/ui/practice_content.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace promise_test {

using app::Key;

namespace {

const Date today = *make_date(2026, 11, 21);  // a Saturday

const std::vector<Promise>& promises(const Headless& desk) {
    return promises_in(desk.journal(), "promises");
}

Journal with_promise(Recurrence recurrence, Date first) {
    return after({}, AddPromise{"promises", "p1", "I call", "me", {recurrence, first, {}}},
                 "2026-11-01");
}

}  // namespace

TEST_CASE("promise: made with the mouse, with whose it is and the day it is due") {
    Headless desk{practice_setup()};
    open_cards(desk);
    desk.click("card.first.vow");
    CHECK(desk.focused() == "card.first.vow.1");
    CHECK_FALSE(desk.has("card.first.vow.add"));  // nothing to be made yet
    desk.type("I call if it gets late");
    CHECK(promises(desk).empty());
    CHECK(desk.state("card.first.vow.draft.who.me") == "checked");
    desk.click("card.first.vow.draft.who.both");
    desk.click("card.first.vow.draft.weekdays");
    CHECK(desk.state("card.first.vow.draft.saturday") == "checked");
    desk.click("card.first.vow.draft.monday");
    desk.click("card.first.vow.add");
    REQUIRE(promises(desk).size() == 1);
    const Promise& made = promises(desk)[0];
    CHECK(made.text == "I call if it gets late");
    CHECK(made.who == both_of_us);
    CHECK(made.schedule.recurrence == Recurrence::weekdays);
    CHECK(made.schedule.weekdays == std::vector<Weekday>{Weekday::monday, Weekday::saturday});
    CHECK(desk.shows("Both of us · every Monday and Saturday"));
    desk.key(Key::z, true);
    CHECK(promises(desk).empty());
}

TEST_CASE("promise: the Space that begins one is not typed into it") {
    for (const bool late : {false, true}) {
        CAPTURE(late);  // an input method may tell the character after the key
        Headless desk{practice_setup()};
        open_cards(desk);
        for (int i = 0; i < 80 && desk.focused() != "card.first.vow"; ++i) desk.key(Key::tab);
        desk.press_space(late);
        REQUIRE(desk.focused() == "card.first.vow.1");
        desk.type("I call");
        CHECK(desk.session().ui.exercises.promises.at("promises").text == "I call");
    }
}

TEST_CASE("promise: begun at the lower edge of a small window, the field comes into view") {
    Headless desk{practice_setup()};
    open_cards(desk);
    const float height = desk.control("card.first.vow").rect.bottom() + 2;
    desk.resize(1280, height, 1);
    desk.settle();
    desk.click("card.first.vow");
    desk.settle();
    REQUIRE(desk.focused() == "card.first.vow.1");
    CHECK(desk.control("card.first.vow.1").rect.bottom() <= height);
}

TEST_CASE("promise: made on the keyboard alone, for a day that is typed") {
    Headless desk{practice_setup()};
    open_cards(desk);
    const auto walk_to = [&](const char* name) {
        for (int i = 0; i < 80 && desk.focused() != name; ++i) desk.key(Key::tab);
        REQUIRE(desk.focused() == name);
    };
    walk_to("card.first.vow");
    desk.key(Key::enter);
    desk.type("Bring the papers");
    walk_to("card.first.vow.draft.date.type");
    desk.key(Key::space);
    CHECK(desk.focused() == "card.first.vow.draft.date.typed");
    desk.key(Key::a, true);
    desk.type("2026-12-24\n");
    walk_to("card.first.vow.add");
    desk.key(Key::enter);
    REQUIRE(promises(desk).size() == 1);
    CHECK(promises(desk)[0].schedule == Schedule{Recurrence::once, day("2026-12-24"), {}});
    CHECK(promises(desk)[0].who == "me");
}

TEST_CASE("promise: Enter after its words makes it, and the day is picked in a month") {
    Headless desk{practice_setup()};
    open_cards(desk);
    desk.click("card.first.vow");
    desk.click("card.first.vow.draft.date");
    desk.click("card.first.vow.draft.date.day.2026-11-29");
    CHECK(desk.state("card.first.vow.draft.date") == "value=2026-11-29");
    desk.click("card.first.vow.1");
    desk.type("Ring the centre\n");
    REQUIRE(promises(desk).size() == 1);
    CHECK(promises(desk)[0].schedule.first == day("2026-11-29"));
}

TEST_CASE("promise: what was begun is there again on whichever card shows the ledger") {
    Headless desk{practice_setup()};
    open_cards(desk);
    desk.click("card.first.vow");
    desk.type("half a sen");
    CHECK(desk.has("card.second.again.add"));
    desk.click("card.first.vow");  // leave it
    CHECK_FALSE(desk.has("card.second.again.add"));
    CHECK(promises(desk).empty());
    desk.click("card.second.again");
    CHECK(desk.shows("half a sen"));
}

TEST_CASE("promise: the rhythm its card suggests is where it begins") {
    Headless desk{practice_setup()};
    open_cards(desk);
    desk.click("card.second.again");
    desk.type("x\n");
    REQUIRE(promises(desk).size() == 1);
    CHECK(promises(desk)[0].schedule == Schedule{Recurrence::daily, today, {}});
}

TEST_CASE("promise: today is marked, marked otherwise, and taken back by pressing again") {
    Headless desk{practice_setup(app::Page::workbook, with_promise(Recurrence::daily, today - 9))};
    open_cards(desk);
    CHECK(desk.state("card.first.vow.1.kept") == "-");
    desk.click("card.first.vow.1.kept");
    CHECK(mark_for(promises(desk)[0], today)->kept == Kept::kept);
    CHECK(desk.state("card.second.again.1.kept") == "checked");  // the same ledger
    desk.click("card.second.again.1.not-kept");
    CHECK(mark_for(promises(desk)[0], today)->kept == Kept::not_kept);
    desk.click("card.first.vow.1.not-kept");
    CHECK(mark_for(promises(desk)[0], today) == nullptr);
    CHECK(desk.state("card.first.vow.1.not-kept") == "-");
}

TEST_CASE("promise: earlier days are folded away, can be read and marked, a handful at first") {
    Headless desk{practice_setup(app::Page::workbook, with_promise(Recurrence::daily, today - 20))};
    open_cards(desk);
    CHECK_FALSE(desk.has("card.first.vow.1.2026-11-20.kept"));
    desk.click("card.first.vow.1.more");
    REQUIRE(desk.has("card.first.vow.1.2026-11-16.late"));
    CHECK_FALSE(desk.has("card.first.vow.1.2026-11-15.late"));
    CHECK_FALSE(desk.has("card.first.vow.1.2026-11-21.late"));  // stands above, as today
    desk.click("card.first.vow.1.2026-11-16.late");
    CHECK(mark_for(promises(desk)[0], day("2026-11-16"))->kept == Kept::late);
    CHECK(desk.shows("1 late"));
    desk.click("card.first.vow.1.older");
    CHECK(desk.has("card.first.vow.1.2026-11-01.kept"));
    desk.click("card.first.vow.1.older");
    CHECK_FALSE(desk.has("card.first.vow.1.2026-11-01.kept"));
}

TEST_CASE("promise: words, maker and rhythm are changed in place") {
    Headless desk{practice_setup(app::Page::workbook, with_promise(Recurrence::daily, today - 9))};
    open_cards(desk);
    desk.click("card.first.vow.1");
    desk.key(Key::end, true);
    desk.type(" at noon");
    CHECK(promises(desk)[0].text == "I call at noon");
    desk.click("card.first.vow.1.more");
    desk.click("card.first.vow.1.who.other");
    CHECK(promises(desk)[0].who == someone_else);
    desk.click("card.first.vow.1.weekly");
    desk.click("card.first.vow.1.wednesday");
    CHECK(promises(desk)[0].schedule == Schedule{Recurrence::weekly, day("2026-11-25"), {}});
    CHECK(desk.shows("Next on Wednesday, 25 November"));
    desk.click("card.first.vow.1.once");
    desk.click("card.first.vow.1.date");
    desk.click("card.first.vow.1.date.day.2026-11-30");
    CHECK(promises(desk)[0].schedule == Schedule{Recurrence::once, day("2026-11-30"), {}});
}

TEST_CASE("promise: a rest takes it from what is due and is ended as easily") {
    Headless desk{practice_setup(app::Page::workbook, with_promise(Recurrence::daily, today - 9))};
    open_cards(desk);
    desk.click("card.first.vow.1.more");
    desk.click("card.first.vow.1.rest");
    CHECK(is_resting(promises(desk)[0], today));
    CHECK(desk.shows("Paused since 21 November 2026"));
    CHECK(desk.shows("Resume"));
    desk.click("card.first.vow.1.rest");
    CHECK(promises(desk)[0].pauses.empty());
    CHECK(desk.shows("Today"));
}

TEST_CASE("promise: ended it says so, goes on after all, and is taken out with a cross") {
    Headless desk{practice_setup(app::Page::workbook, with_promise(Recurrence::daily, today - 9))};
    open_cards(desk);
    desk.click("card.first.vow.1.more");
    desk.click("card.first.vow.1.end");
    CHECK(promises(desk)[0].ended == today);
    CHECK(desk.shows("Ended on 21 November 2026"));
    desk.click("card.first.vow.1.end");
    CHECK_FALSE(promises(desk)[0].ended);
    desk.click("card.first.vow.1.remove");
    CHECK(promises(desk).empty());
    desk.key(Key::z, true);
    CHECK(promises(desk).size() == 1);
}

TEST_CASE("promise: what is over is folded away under those that are made") {
    Journal journal = with_promise(Recurrence::daily, today - 9);
    journal = after(journal, EndPromise{"promises", "p1", true}, "2026-11-15");
    journal = after(journal, AddPromise{"promises", "p2", "Ring", "me", {Recurrence::daily, today}},
                    "2026-11-21");
    Headless desk{practice_setup(app::Page::workbook, journal)};
    open_cards(desk);
    CHECK_FALSE(desk.has("card.first.vow.1"));
    CHECK(desk.has("card.first.vow.2"));
    CHECK(desk.shows("Earlier promises (1)"));
    desk.click("card.first.vow.over");
    CHECK(desk.has("card.first.vow.1"));
}

TEST_CASE("promise: two people are named, and nobody can be chosen who is not there") {
    Journal journal = after({}, AddPerson{{"sam", "Sam", {}}}, "2026-11-01");
    journal = after(journal, RenamePerson{"me", "Ada"}, "2026-11-01");
    Headless desk{practice_setup(app::Page::workbook, journal)};
    open_cards(desk);
    desk.click("card.first.vow");
    CHECK(desk.has("card.first.vow.draft.who.sam"));
    CHECK_FALSE(desk.has("card.first.vow.draft.who.other"));
    desk.click("card.first.vow.draft.who.sam");
    desk.click("card.first.vow.1");
    desk.type("Ring at noon\n");
    REQUIRE(promises(desk).size() == 1);
    CHECK(promises(desk)[0].who == "sam");
    CHECK(promises(desk)[0].person == "me");
    CHECK(desk.shows("Sam · on 28 November 2026"));
}

TEST_CASE("promise: a file that can only be read offers nothing to change") {
    HeadlessSetup setup =
        practice_setup(app::Page::workbook, with_promise(Recurrence::daily, today - 9));
    setup.read_only[{PartKind::practices, {}, {}}] = {ErrorCode::later_format, "Later.", {}, {}};
    Headless desk{std::move(setup)};
    open_cards(desk);
    CHECK(desk.shows("I call"));
    for (const char* name : {"card.first.vow", "card.first.vow.1.kept", "card.first.vow.1.remove"})
        CHECK_FALSE_MESSAGE(desk.has(name), name);
}

TEST_CASE("promise: everything unfolded, nothing is cut off or lies over another") {
    Journal journal = after({}, AddPerson{{"sam", "Bartholomew-Alexander", {}}}, "2026-11-01");
    const Schedule weekdays{Recurrence::weekdays,
                            today - 30,
                            {Weekday::monday, Weekday::tuesday, Weekday::wednesday,
                             Weekday::thursday, Weekday::friday, Weekday::saturday}};
    journal = after(journal,
                    AddPromise{"promises", "p1",
                               "A promise with rather many words in it, "
                               "so that it has to wrap",
                               "sam", weekdays},
                    "2026-10-20");
    journal = after(journal,
                    AddPromise{"promises", "p2", "Once", "both", {Recurrence::once, today + 3, {}}},
                    "2026-11-01");
    journal = after(journal, AddPlan{day_list, "a1", {}, day("2027-02-28")}, "2026-11-01");
    for (const auto& [width, height, scale] :
         {std::tuple{1280.0f, 800.0f, 1.0f}, {960.0f, 600.0f, 1.0f}, {960.0f, 600.0f, 2.0f}}) {
        HeadlessSetup setup = practice_setup(app::Page::workbook, journal);
        setup.width = width;
        setup.height = height;
        setup.scale = scale;
        Headless desk{std::move(setup)};
        desk.session().ui.exercises.open = {"promises/p1", "promises/p2", "promises new",
                                            "promises/p1 older", std::string(day_list) + " new"};
        desk.session().ui.exercises.promises["promises"] = {
            "x", "me", {Recurrence::once, today, {}}};
        desk.session().ui.exercises.days.typed["card.first.vow.draft.date"] = "2026-13";
        open_cards(desk);
        const std::string shown = fmt::format("{}x{} @{}", width, height, scale);
        CAPTURE(shown);
        for (const std::string& problem : layout_problems(desk)) CHECK_MESSAGE(false, problem);
    }
}

}  // namespace promise_test
