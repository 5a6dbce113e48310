// A conversation in turns: prepared, timed in silence, paused, looked back on, and kept.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace conversation_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;
using app::Key;

std::string named(const std::string& part) { return "card.talk.turns." + part; }

Content with_talk(int minutes) {
    Content content = small_content();
    Exercise talk;
    talk.id = "turns";
    talk.kind = ExerciseKind::conversation;
    talk.title = "One speaks, one says back";
    talk.prompt = "In turns.";
    talk.minutes = minutes;
    talk.topics = {"The holidays", "Something small"};
    content.workbooks[0].cards[1].exercises.push_back(talk);
    return content;
}

struct Room {
    explicit Room(int minutes = 5, Journal journal = {})
        : screen(setup(minutes, std::move(journal))) {
        screen.click("card.talk.header");
    }
    static HeadlessSetup setup(int minutes, Journal journal) {
        HeadlessSetup made;
        made.content = with_talk(minutes);
        made.journal = std::move(journal);
        made.page = app::Page::workbook;
        made.height = 1500;
        return made;
    }
    const std::vector<Talk>& talks() const {
        const auto& card = card_answers(screen.journal(), "steps", "talk");
        return exercise_answers(card, "turns").talks;
    }
    // The moment at which the window wants to draw although nothing happens.
    std::optional<double> wakes() { return screen.next_frame(); }
    void begin() { screen.click(named("begin")); }
    void go(std::initializer_list<const char*> buttons) {
        for (const char* button : buttons) screen.click(named(button));
    }
    Headless screen;
};

Journal two_named() {
    Journal journal = after({}, RenamePerson{"me", "Ada"}, "2026-11-01");
    return after(journal, AddPerson{{"you", "Ben", Role::broke}}, "2026-11-01");
}

}  // namespace

TEST_CASE("conversation: both turns, looked back on, are in a dated log") {
    Room room;
    room.go({"topic.1", "begin"});
    CHECK(room.screen.shows("The holidays"));
    CHECK(room.screen.shows("You speak"));
    room.screen.click(named("next"));
    CHECK(room.screen.shows("The other person says back what they heard"));
    room.screen.click(named("next"));
    CHECK(room.screen.shows("The other person speaks"));
    CHECK(room.screen.shows("You listen, and answer nothing for now."));
    CHECK(room.talks().empty());
    room.go({"next", "next"});
    REQUIRE(room.talks().size() == 1);
    CHECK(room.talks()[0].topic == "The holidays");
    CHECK(room.talks()[0].date == day("2026-11-21"));
    room.screen.drag(named("closing.safe.me"), 0.1f, 0.6f);
    room.screen.drag(named("closing.heard.other"), 0.1f, 0.8f);
    room.screen.click(named("closing.learned"));
    room.screen.type("Five minutes are long.");
    room.screen.click(named("done"));
    CHECK(room.talks()[0].felt.at("me").safe == 6);
    CHECK(room.talks()[0].felt.at(someone_else).heard == 8);
    CHECK(room.talks()[0].learned == "Five minutes are long.");
    CHECK(room.screen.has(named("begin")));
}

TEST_CASE("conversation: names are used where there are some, and the second can begin") {
    Room room{5, two_named()};
    room.go({"first.you", "begin"});
    CHECK(room.screen.shows("Ben speaks"));
    CHECK(room.screen.shows("Ada listens, and answers nothing for now."));
    room.go({"next", "next"});
    CHECK(room.screen.shows("Ada speaks"));
}

TEST_CASE("conversation: the clock counts by the second, and ends nothing by itself") {
    Room room;
    room.begin();
    room.screen.wait(65);
    CHECK(room.screen.shows("3:5"));
    REQUIRE(room.wakes());
    room.screen.wait(230);
    CHECK(room.screen.shows("0:0"));
    room.screen.wait(30);
    CHECK(room.screen.shows("The time of this turn is over."));
    CHECK(room.screen.shows("You speak"));
    CHECK(room.talks().empty());
    room.screen.click(named("more"));
    CHECK_FALSE(room.screen.shows("The time of this turn is over."));
    room.screen.wait(61);
    CHECK(room.screen.shows("The time of this turn is over."));
}

TEST_CASE("conversation: between two seconds and after the end the window sleeps") {
    Room room;
    room.begin();
    room.screen.key(Key::escape);
    const auto next = room.wakes();
    REQUIRE(next);
    const double now = room.screen.surface().seconds;
    CHECK(*next > now);
    CHECK(*next <= now + 1.001);
    room.screen.wait(400);
    CHECK_FALSE(room.wakes());
    room.go({"next"});
    room.screen.key(Key::escape);
    room.screen.frame();
    CHECK_FALSE(room.wakes());
}

TEST_CASE("conversation: with the time hidden only the end of the turn is waited for") {
    Room room;
    room.begin();
    const double begun = room.screen.surface().seconds;
    room.screen.click(named("time"));
    room.screen.key(Key::escape);
    CHECK_FALSE(room.screen.shows("4:5"));
    REQUIRE(room.wakes());
    CHECK(*room.wakes() > begun + 250);
    room.screen.wait(310);
    CHECK(room.screen.shows("The time of this turn is over."));
}

TEST_CASE("conversation: the clock goes on while its card is folded and another page is open") {
    Room room;
    room.begin();
    room.screen.key(Key::digit_1, true);
    CHECK(room.screen.shows("You speak · back to the card"));
    REQUIRE(room.wakes());
    CHECK(*room.wakes() > room.screen.surface().seconds + 200);
    room.screen.wait(120);
    room.screen.click("talk.back");
    CHECK(room.screen.shows("2:5"));
    CHECK_FALSE(room.screen.has("talk.back"));
    room.screen.click("card.talk.header");
    CHECK(room.screen.has("talk.back"));
    room.screen.wait(300);
    CHECK(room.screen.shows("The time of this turn is over · back to the card"));
}

TEST_CASE("conversation: a pause holds the clock, and a note says that stopping is fine") {
    Room room;
    room.begin();
    room.screen.wait(65);
    room.screen.click(named("pause"));
    CHECK(room.screen.shows("Put both feet on the floor."));
    CHECK(room.screen.shows("it is fine to stop here"));
    room.screen.key(Key::escape);
    room.screen.wait(1000);
    CHECK_FALSE(room.wakes());
    room.screen.click(named("resume"));
    CHECK(room.screen.shows("3:5"));
    CHECK(room.screen.shows("You speak"));
}

TEST_CASE("conversation: stopped early it is kept like any other, and can be taken out by undo") {
    Room room;
    room.begin();
    room.screen.click(named("stop"));
    REQUIRE(room.talks().size() == 1);
    CHECK(room.screen.shows("How was it?"));
    room.screen.key(Key::z, true);
    CHECK(room.talks().empty());
    CHECK(room.screen.has(named("begin")));
}

TEST_CASE("conversation: without minutes there is no clock") {
    Room room{0};
    room.begin();
    room.screen.key(Key::escape);
    CHECK(room.screen.shows("You speak"));
    CHECK_FALSE(room.screen.has(named("time")));
    room.screen.wait(5000);
    CHECK_FALSE(room.screen.shows("The time of this turn is over."));
    CHECK_FALSE(room.wakes());
}

TEST_CASE("conversation: what one comes with is an answer, and the topic can be one's own") {
    Room room;
    room.screen.click("card.talk.turns");
    room.screen.type("Sunday, kitchen");
    room.screen.click(named("topic"));
    room.screen.type("My own");
    room.go({"begin", "stop"});
    const auto& card = card_answers(room.screen.journal(), "steps", "talk");
    CHECK(exercise_answers(card, "turns").written.at(0).text == "Sunday, kitchen");
    CHECK(room.talks().at(0).topic == "My own");
}

TEST_CASE("conversation: the log is read, changed and shortened later") {
    Journal journal =
        after({}, AddTalk{{"steps", "talk", "turns"}, "t1", "The holidays"}, "2026-11-10");
    journal = after(journal, AddTalk{{"steps", "talk", "turns"}, "t2", "Sleep"}, "2026-11-12");
    Room room{5, journal};
    room.screen.click(named("log"));
    CHECK(room.screen.shows("12 November · Sleep"));
    room.screen.click(named("1"));
    room.screen.drag(named("1.heard.me"), 0.1f, 0.3f);
    room.screen.click(named("1.topic"));
    room.screen.type(" at the sea");
    CHECK(room.talks()[0].topic == "The holidays at the sea");
    CHECK(room.talks()[0].felt.at("me").heard == 3);
    CHECK(room.talks()[0].date == day("2026-11-10"));
    room.screen.click(named("1.remove"));
    REQUIRE(room.talks().size() == 1);
    CHECK(room.talks()[0].id == "t2");
    room.screen.key(Key::z, true);
    CHECK(room.talks().size() == 2);
}

TEST_CASE("conversation: from beginning to end on the keyboard alone") {
    Room room;
    const auto reach = [&](const std::string& name) {
        for (int i = 0; i < 60 && room.screen.focused() != name; ++i) room.screen.key(Key::tab);
        REQUIRE(room.screen.focused() == name);
    };
    reach(named("topic.2"));
    room.screen.key(Key::space);
    reach(named("begin"));
    room.screen.key(Key::enter);
    REQUIRE(room.screen.focused() == named("next"));
    reach(named("stop"));
    room.screen.key(Key::enter);
    reach(named("closing.safe.me"));
    room.screen.type_at_once("7");
    reach(named("done"));
    room.screen.key(Key::enter);
    REQUIRE(room.talks().size() == 1);
    CHECK(room.talks()[0].topic == "Something small");
    CHECK(room.talks()[0].felt.at("me").safe == 7);
    CHECK(room.screen.focused() == named("log"));
}

TEST_CASE("conversation: another card waits while one is under way") {
    HeadlessSetup setup = Room::setup(5, {});
    Exercise again = setup.content.workbooks[0].cards[1].exercises.back();
    setup.content.workbooks[0].cards[0].exercises.push_back(again);
    setup.height = 2600;
    Headless screen{std::move(setup)};
    screen.click("card.talk.header");
    screen.click("card.talk.turns.begin");
    screen.click("card.pain.header");
    CHECK_FALSE(screen.has("card.pain.turns.begin"));
    CHECK(screen.has("card.pain.turns.elsewhere"));
}

}  // namespace conversation_test
