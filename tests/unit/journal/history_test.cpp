#include "workbook/journal/history.hpp"

#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/generators.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace history_test {

namespace {

const Stamp now = at("2026-11-21T20:15");
const CheckInRef today{"c1", day("2026-11-21"), "me"};

// Carries a command out as a session does; a refused one is left out.
void act(History& history, const Command& command, double seconds, const Stamp& stamp = now) {
    const auto next = update(history.now(), command, stamp);
    if (next) history.apply(*next, std::string(command.title()), command.run_key(), seconds);
}

void live_through(History& history, int commands) {
    double seconds = 0;
    for (int i = 0; i < commands; ++i) {
        const Command command = *any_command(history.now());
        seconds += *rc::gen::inRange(0, 5);
        act(history, command, seconds, end_of_time());
    }
}

std::string note(const History& history) {
    const CheckIn* checkin = find_checkin(history.now(), today.date, today.id);
    return checkin ? checkin->note : std::string{};
}

}  // namespace

TEST_CASE("history: undoing everything gives the start, redoing everything the end") {
    CHECK(rc::check([] {
        const Journal start = *any_journal();
        History history(start);
        live_through(history, 25);
        const Journal end = history.now();
        while (history.can_undo()) history.undo();
        RC_ASSERT(history.now() == start);
        while (history.can_redo()) history.redo();
        RC_ASSERT(history.now() == end);
    }));
}

TEST_CASE("history: any way there and back through the steps comes to the same journals") {
    CHECK(rc::check([] {
        History history(*any_journal());
        live_through(history, 8);
        const Journal end = history.now();
        const int back = *rc::gen::inRange(0, 9);
        for (int i = 0; i < back; ++i) history.undo();
        for (int i = 0; i < back; ++i) history.redo();
        RC_ASSERT(history.now() == end);
    }));
}

TEST_CASE("history: what came from elsewhere outlives every undo") {
    CHECK(rc::check([] {
        const Journal start = *any_journal();
        History history(start);
        live_through(history, 5);
        // A day nobody here writes on, as another program might add it.
        const CheckIn other{"other", day("2020-06-01"), {}, "me", {{"mood", 7}},
                            {},      "from outside"};
        history.adopt(after(history.now(), {AddCheckIns{{other}}}, end_of_time()));
        live_through(history, 5);
        while (history.can_undo()) history.undo();
        RC_ASSERT(history.now() == after(start, {AddCheckIns{{other}}}, end_of_time()));
    }));
}

TEST_CASE("history: with nothing done there is nothing to undo or redo") {
    History history(Journal{});
    CHECK_FALSE(history.can_undo());
    CHECK_FALSE(history.can_redo());
    CHECK(history.undo_title().empty());
    CHECK(history.redo_title().empty());
    history.undo();
    history.redo();
    CHECK(history.now() == Journal{});
}

TEST_CASE("history: letters that follow each other closely are one step") {
    History history(Journal{});
    act(history, WriteNote{today, "a"}, 0);
    act(history, WriteNote{today, "ab"}, 2);
    act(history, WriteNote{today, "abc"}, 4.5);
    CHECK(history.undo_title() == "words");
    history.undo();
    CHECK(history.now() == Journal{});
    CHECK_FALSE(history.can_undo());
    CHECK(history.redo_title() == "words");
    history.redo();
    CHECK(note(history) == "abc");
}

TEST_CASE("history: a pause, another control or a closed step ends the run") {
    History history(Journal{});
    act(history, WriteNote{today, "a"}, 0);
    act(history, WriteNote{today, "ab"}, 3.5);  // after a pause
    act(history, RateFeeling{today, "mood", 5}, 3.6);
    act(history, WriteNote{today, "abc"}, 3.7);
    history.close_step();
    act(history, WriteNote{today, "abcd"}, 3.8);
    history.undo();
    CHECK(note(history) == "abc");
    history.undo();
    CHECK(note(history) == "ab");
    history.undo();
    CHECK(find_checkin(history.now(), today.date, today.id)->ratings.empty());
    history.undo();
    CHECK(note(history) == "a");
}

TEST_CASE("history: after an undo the next letter is a step of its own") {
    History history(Journal{});
    act(history, WriteNote{today, "a"}, 0);
    history.close_step();
    act(history, WriteNote{today, "ab"}, 1);
    history.undo();
    act(history, WriteNote{today, "ax"}, 1.5);
    CHECK_FALSE(history.can_redo());
    history.undo();
    CHECK(note(history) == "a");
}

TEST_CASE("history: dragging a slider away and back leaves no step") {
    History history(Journal{});
    act(history, RateFeeling{today, "mood", 5}, 0);
    history.close_step();
    act(history, RateFeeling{today, "mood", 6}, 1);
    act(history, RateFeeling{today, "mood", 5}, 1.2);
    history.undo();
    CHECK(history.now() == Journal{});
    CHECK_FALSE(history.can_undo());
}

TEST_CASE("history: a command that changes nothing is no step and keeps what can be redone") {
    History history(Journal{});
    act(history, RateFeeling{today, "mood", 5}, 0);
    act(history, RateFeeling{today, "trust", 5}, 1);
    history.undo();
    act(history, RateFeeling{today, "mood", 5}, 2);
    CHECK(history.can_redo());
}

TEST_CASE("history: typing while a save comes back stays one step") {
    History history(Journal{});
    act(history, WriteNote{today, "a"}, 0);
    const CheckIn other{"other", day("2026-11-20"), {}, "me", {{"mood", 7}}, {}, {}};
    history.adopt(after(history.now(), {AddCheckIns{{other}}}, now));
    act(history, WriteNote{today, "ab"}, 1);
    history.undo();
    CHECK_FALSE(history.can_undo());
    CHECK(history.now() == after({}, {AddCheckIns{{other}}}, now));
}

TEST_CASE("history: undo keeps what someone else added to the very same check-in") {
    History history(Journal{});
    act(history, RateFeeling{today, "mood", 5}, 0);
    history.adopt(after(history.now(), {RateFeeling{today, "trust", 3}}, now));
    history.undo();
    const CheckIn* checkin = find_checkin(history.now(), today.date, today.id);
    REQUIRE(checkin);
    CHECK(checkin->ratings == Ratings{{"trust", 3}});
}

TEST_CASE("history: the oldest steps are forgotten, the latest can still be taken back") {
    History history(Journal{});
    const int steps = static_cast<int>(History::most_steps) + 10;
    for (int i = 0; i < steps; ++i) {
        history.close_step();
        act(history, RateFeeling{today, "mood", i % 2}, i);
    }
    std::size_t undone = 0;
    for (; history.can_undo(); ++undone) history.undo();
    CHECK(undone == History::most_steps);
    CHECK(find_checkin(history.now(), today.date, today.id));
}

TEST_CASE("history: whose step it is, another person is not offered it") {
    History history(Journal{});
    const Journal theirs = after({}, {RateFeeling{today, "mood", 5}}, now);
    history.apply(theirs, "mood", {}, 0, "bo");
    CHECK(history.undo_title("me").empty());
    CHECK(history.undo_title("bo") == "mood");
    CHECK(history.undo_title() == "mood");
    history.undo();
    CHECK(history.redo_title("me").empty());
    CHECK(history.redo_title("bo") == "mood");
    history.redo();
    history.apply(Journal{}, "an earlier state", {}, 1);
    CHECK(history.undo_title("me") ==
          "an earlier state");  // what is everyone's is anyone's to undo
}

TEST_CASE("history: of very long texts fewer steps are kept, and always some") {
    History history(Journal{});
    std::string text(1'000'000, 'x');
    constexpr int steps = 60;
    for (int i = 0; i < steps; ++i) {
        history.close_step();
        text += 'y';
        act(history, WriteNote{today, text}, i);
    }
    int undone = 0;
    for (; history.can_undo(); ++undone) history.undo();
    CHECK(undone >= 20);
    CHECK(undone < steps);
}

}  // namespace history_test
