// A pause: slow breathing, with a circle or with words alone, and a break with a promised return.
#include <doctest/doctest.h>

#include <utility>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace pause_test {

using app::Key;

namespace {

std::string in_calm(const std::string& part) { return "card.talk.calm." + part; }

struct CalmCorner {
    explicit CalmCorner(Journal journal = {}, int minutes = 0) : screen(setup(journal, minutes)) {
        screen.click("card.talk.header");
    }
    static HeadlessSetup setup(Journal journal, int minutes) {
        HeadlessSetup made;
        made.content = small_content();
        Exercise pause;
        pause.id = "calm";
        pause.kind = ExerciseKind::pause;
        pause.title = "A pause";
        pause.prompt = "When it is too much.";
        pause.minutes = minutes;
        made.content.workbooks[0].cards[1].exercises.push_back(pause);
        made.journal = std::move(journal);
        made.page = app::Page::workbook;
        made.height = 1500;
        return made;
    }
    const std::vector<PauseTaken>& pauses() const {
        return exercise_answers(card_answers(screen.journal(), "steps", "talk"), "calm").pauses;
    }
    // When the window wants to draw although nothing happens, after half a second.
    double wakes() {
        screen.wait(0.5);
        REQUIRE(screen.next_frame());
        return *screen.next_frame();
    }
    void set_time(const char* time) {
        screen.now.time = parse_time(time).value();
        screen.settle();
    }
    Headless screen;
};

}  // namespace

TEST_CASE("pause: nothing moves before somebody breathes by it, and nothing afterwards") {
    CalmCorner corner;
    CHECK_FALSE(corner.screen.next_frame());
    corner.screen.click(in_calm("breathe"));
    CHECK(corner.screen.shows("Breathe in"));
    CHECK(corner.screen.next_frame());
    corner.screen.click(in_calm("enough"));
    CHECK_FALSE(corner.screen.shows("Breathe in"));
    REQUIRE(corner.pauses().size() == 1);
    CHECK(corner.pauses()[0].date == day("2026-11-21"));
    CHECK_FALSE(corner.pauses()[0].back_at);
    CHECK(corner.screen.shows("Pauses taken (1)"));
    corner.screen.wait(1);  // the mouse rests on something else than a tooltip
    corner.screen.settle();
    CHECK_FALSE(corner.screen.next_frame());
}

TEST_CASE(
    "pause: it reads breathe in, breathe out, and ends by itself when nobody looks any more") {
    CalmCorner corner;
    corner.screen.click(in_calm("breathe"));
    corner.screen.wait(5);
    CHECK(corner.screen.shows("Breathe out"));
    corner.screen.wait(6);
    CHECK(corner.screen.shows("Breathe in"));
    CHECK(corner.pauses().empty());
    corner.screen.wait(300);
    CHECK_FALSE(corner.screen.shows("Breathe in"));
    CHECK(corner.pauses().size() == 1);
}

TEST_CASE("pause: as words alone it is drawn anew only when the breath turns") {
    CalmCorner corner;
    corner.screen.click(in_calm("breathe"));
    const double soon = corner.wakes();
    CHECK(corner.wakes() > soon + 0.4);  // a circle that moves
    corner.screen.click(in_calm("still"));
    CHECK(corner.screen.state(in_calm("still")) == "checked");
    CHECK(corner.screen.shows("Breathe in"));
    const double turn = corner.wakes();
    CHECK(corner.wakes() == doctest::Approx(turn));
    corner.screen.click(in_calm("enough"));
    corner.screen.click(in_calm("breathe"));
    CHECK(corner.screen.state(in_calm("still")) == "checked");  // as it was chosen
}

TEST_CASE("pause: a break promises a time, tells what is left of it, and is come back from") {
    CalmCorner corner;
    CHECK(corner.screen.shows("A break, back at 20:35"));
    corner.screen.click(in_calm("break"));
    CHECK(corner.screen.shows("A break until 20:35"));
    CHECK(corner.screen.shows("20 minutes left"));
    CHECK_FALSE(corner.screen.has(in_calm("break")));
    CHECK(corner.screen.has(in_calm("breathe")));
    corner.set_time("20:34");
    CHECK(corner.screen.shows("1 minute left"));
    corner.set_time("20:50");
    CHECK(corner.screen.shows("You said you would be back at 20:35"));
    CHECK(corner.screen.has(in_calm("break")));
    corner.screen.click(in_calm("back"));
    REQUIRE(corner.pauses().size() == 1);
    CHECK(corner.pauses()[0].came_back);
    CHECK_FALSE(corner.screen.has(in_calm("back")));
}

TEST_CASE("pause: a break goes over midnight, and the minutes are those of the card") {
    HeadlessSetup setup = CalmCorner::setup({}, 45);
    setup.now = parse_local_time("2026-11-21T23:50").value();
    Headless screen{std::move(setup)};
    screen.click("card.talk.header");
    CHECK(screen.shows("A break, back at 00:35"));
    screen.click(in_calm("break"));
    screen.now = parse_local_time("2026-11-22T00:05").value();
    screen.settle();
    CHECK(screen.shows("30 minutes left"));
}

TEST_CASE(
    "pause: whoever waits reads when the other means to be back, and cannot say it for them") {
    Journal journal = after({}, RenamePerson{"me", "Ada"}, "2026-11-01");
    journal = after(journal, AddPerson{{"you", "Ben", Role::broke}}, "2026-11-01");
    CalmCorner corner{journal};
    corner.screen.click(in_calm("break"));
    corner.screen.session().act(app::SwitchPerson{"you"});
    corner.screen.settle();
    CHECK(corner.screen.shows("Ada takes a break, to be back at 20:35."));
    CHECK_FALSE(corner.screen.has(in_calm("back")));
    corner.screen.click(in_calm("taken"));
    CHECK(corner.screen.shows("to be back at 20:35"));
    CHECK_FALSE(corner.screen.has(in_calm("1.remove")));
}

TEST_CASE("pause: it is begun and ended with the keyboard, taken out, and brought back by undo") {
    CalmCorner corner;
    for (int i = 0; i < 80 && corner.screen.focused() != in_calm("breathe"); ++i)
        corner.screen.key(Key::tab);
    REQUIRE(corner.screen.focused() == in_calm("breathe"));
    corner.screen.key(Key::enter);
    CHECK(corner.screen.focused() == in_calm("enough"));
    corner.screen.key(Key::space);
    CHECK(corner.screen.focused() == in_calm("breathe"));
    REQUIRE(corner.pauses().size() == 1);
    corner.screen.click(in_calm("breathe"));
    corner.screen.click(in_calm("enough"));
    REQUIRE(corner.pauses().size() == 2);  // each has an id of its own
    corner.screen.click(in_calm("taken"));
    corner.screen.click(in_calm("2.remove"));
    CHECK(corner.pauses().size() == 1);
    corner.screen.key(Key::z, true);
    CHECK(corner.pauses().size() == 2);
}

TEST_CASE("pause: what can only be read can still be breathed by") {
    HeadlessSetup setup = CalmCorner::setup({}, 0);
    setup.read_only[{PartKind::answers, {}, "steps"}] = Error{};
    Headless screen{std::move(setup)};
    screen.click("card.talk.header");
    screen.click(in_calm("breathe"));
    CHECK(screen.shows("Breathe in"));
    screen.click(in_calm("enough"));
    CHECK(exercise_answers(card_answers(screen.journal(), "steps", "talk"), "calm").pauses.empty());
}

}  // namespace pause_test
