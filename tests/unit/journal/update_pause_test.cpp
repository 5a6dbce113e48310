#include "tests/unit/support/builders.hpp"
#include "workbook/journal/history.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace update_pause_test {

namespace {

const Stamp pause_evening = at("2026-11-16T20:15");
const Stamp pause_end = at("2026-11-16T20:40");
const ExerciseRef calm_corner{"seven-steps", "open-communication", "calm"};

const std::vector<PauseTaken>& pauses_taken(const Journal& journal) {
    const auto& card = card_answers(journal, calm_corner.workbook, calm_corner.card);
    return exercise_answers(card, calm_corner.exercise).pauses;
}

Journal in_break() {
    const Journal two = after({}, {AddPerson{{"you", {}, Role::broke}}}, pause_evening);
    return after(two, {TakePause{calm_corner, "p1", time_of("20:35")}}, pause_evening);
}

}  // namespace

TEST_CASE("update: a break is noted down with its day, its time and the promised return") {
    REQUIRE(pauses_taken(in_break()).size() == 1);
    CHECK(pauses_taken(in_break())[0] ==
          PauseTaken{"p1", day("2026-11-16"), time_of("20:15"), "me", time_of("20:35"), false});
    CHECK(changes_nothing(in_break(), TakePause{calm_corner, "p1", std::nullopt}, pause_end));
}

TEST_CASE("update: slow breathing after midnight belongs to the evening before") {
    const Journal journal = after({}, {TakePause{calm_corner, "p1", {}}}, at("2026-11-17T01:30"));
    CHECK(pauses_taken(journal)[0].date == day("2026-11-16"));
    CHECK_FALSE(pauses_taken(journal)[0].back_at);
}

TEST_CASE("update: whoever took a break says that they are back, and not after all") {
    Journal journal = after(in_break(), {ComeBack{calm_corner, "p1"}}, pause_end);
    CHECK(pauses_taken(journal)[0].came_back);
    journal = after(journal, {ComeBack{calm_corner, "p1", false}}, pause_end);
    CHECK(journal == in_break());
    CHECK(is_refused(in_break(), ComeBack{calm_corner, "p1"}, at("2026-11-16T20:40", "you")));
    CHECK(is_refused(in_break(), ComeBack{calm_corner, "p9"}, pause_end));
}

TEST_CASE("update: nobody comes back from slow breathing") {
    const Journal journal = after({}, {TakePause{calm_corner, "p1", {}}}, pause_evening);
    CHECK(changes_nothing(journal, ComeBack{calm_corner, "p1"}, pause_end));
}

TEST_CASE("update: a pause is taken out by its own person, and nothing of it stays") {
    CHECK(is_refused(in_break(), RemovePause{calm_corner, "p1"}, at("2026-11-16T20:40", "you")));
    const Journal journal = after(in_break(), {RemovePause{calm_corner, "p1"}}, pause_end);
    CHECK(pauses_taken(journal).empty());
    CHECK(journal.answers.empty());
    CHECK(is_refused(journal, RemovePause{calm_corner, "p1"}, pause_end));
}

TEST_CASE("update: a pause needs an id and a card that can be used") {
    CHECK(is_refused({}, TakePause{calm_corner, "P 1", {}}, pause_evening));
    CHECK(is_refused({}, TakePause{{"seven-steps", "", "calm"}, "p1", {}}, pause_evening));
}

TEST_CASE("history: a break is one step, and coming back another") {
    History history{Journal{}};
    const auto step = [&](const Command& command) {
        history.apply(after(history.now(), {command}, pause_evening), std::string(command.title()),
                      command.run_key(), 0);
    };
    step(TakePause{calm_corner, "p1", time_of("20:35")});
    step(ComeBack{calm_corner, "p1"});
    history.undo();
    REQUIRE(pauses_taken(history.now()).size() == 1);
    CHECK_FALSE(pauses_taken(history.now())[0].came_back);
    history.undo();
    CHECK(history.now() == Journal{});
}

}  // namespace update_pause_test
