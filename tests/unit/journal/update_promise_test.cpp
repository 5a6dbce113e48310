#include <algorithm>

#include "tests/unit/support/builders.hpp"
#include "workbook/journal/history.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace update_promise_test {

namespace {

const Stamp monday = at("2026-11-16T20:00");
const Stamp late_monday = at("2026-11-17T01:00");  // still Monday's evening
const Stamp friday = at("2026-11-20T09:00");

const Schedule daily{Recurrence::daily, day("2026-11-16"), {}};
const AddPromise call{"promises", "p1", "I call if it gets late", "me", daily};

Journal with_promise() { return after({}, {call}, monday); }
Promise promise_of(const Journal& journal) { return promises_in(journal, "promises").at(0); }
Journal then(const Command& command, const Stamp& stamp) {
    return after(with_promise(), {command}, stamp);
}

}  // namespace

TEST_CASE("update: a promise is added with who made it, when it is due and who wrote it down") {
    const Promise promise = promise_of(with_promise());
    CHECK(promise.text == "I call if it gets late");
    CHECK(promise.who == "me");
    CHECK(promise.schedule == daily);
    CHECK(promise.person == "me");
    CHECK(promise.added == day("2026-11-16"));
    CHECK(promise.changed == day("2026-11-16"));
    CHECK(promise.marks.empty());
    CHECK(is_refused(with_promise(), call, friday));
}

TEST_CASE("update: a promise can be of the other person or of both, but of no stranger") {
    for (const char* who : {someone_else, both_of_us}) {
        AddPromise command = call;
        command.who = who;
        CHECK(promise_of(after({}, {command}, monday)).who == who);
    }
    AddPromise stranger = call;
    stranger.who = "nobody";
    CHECK(is_refused({}, stranger, monday));
    CHECK(is_refused(with_promise(), SetPromiseMaker{"promises", "p1", "nobody"}, monday));
    CHECK(is_refused({}, call, at("2026-11-16T20:00", "nobody")));
}

TEST_CASE("update: what cannot be kept in a file is no promise") {
    AddPromise command = call;
    command.text = "\xFF";
    CHECK(is_refused({}, command, monday));
    command = call;
    command.promise = "P 1";
    CHECK(is_refused({}, command, monday));
    for (const char* ledger : {"", "/", "../x", "a b"}) {
        command = call;
        command.ledger = ledger;
        CHECK_MESSAGE(is_refused({}, command, monday), ledger);
    }
    command = call;
    command.schedule.first = day("9999-12-31") + 1;
    CHECK(is_refused({}, command, monday));
    command.schedule.first = day("1900-01-01") - 1;
    CHECK(is_refused({}, command, monday));
}

TEST_CASE("update: chosen days are at least one, each once and Monday first") {
    Schedule schedule{Recurrence::weekdays, day("2026-11-16"), {}};
    CHECK(is_refused(with_promise(), SchedulePromise{"promises", "p1", schedule}, friday));
    AddPromise command = call;
    command.schedule = schedule;
    CHECK(is_refused({}, command, monday));
    schedule.weekdays = {Weekday::sunday, Weekday::monday, Weekday::sunday};
    const Journal journal = then(SchedulePromise{"promises", "p1", schedule}, friday);
    CHECK(promise_of(journal).schedule.weekdays ==
          std::vector<Weekday>{Weekday::monday, Weekday::sunday});
    schedule.recurrence = Recurrence::weekly;
    CHECK(promise_of(after(journal, {SchedulePromise{"promises", "p1", schedule}}, friday))
              .schedule.weekdays.empty());
}

TEST_CASE("update: new words, another maker and another rhythm date the change") {
    CHECK(promise_of(then(EditPromise{"promises", "p1", "x"}, friday)).changed ==
          day("2026-11-20"));
    CHECK(promise_of(then(SetPromiseMaker{"promises", "p1", both_of_us}, friday)).changed ==
          day("2026-11-20"));
    const Schedule once{Recurrence::once, day("2026-11-29"), {}};
    CHECK(promise_of(then(SchedulePromise{"promises", "p1", once}, friday)).changed ==
          day("2026-11-20"));
    CHECK(changes_nothing(with_promise(), EditPromise{"promises", "p1", call.text}, friday));
    CHECK(changes_nothing(with_promise(), SetPromiseMaker{"promises", "p1", "me"}, friday));
    CHECK(changes_nothing(with_promise(), SchedulePromise{"promises", "p1", daily}, friday));
    CHECK(is_refused(with_promise(), EditPromise{"promises", "p1", "\xFF"}, friday));
}

TEST_CASE("update: a day is marked, marked otherwise, and unmarked again") {
    const MarkPromise kept{"promises", "p1", day("2026-11-16"), Kept::kept};
    Journal journal = then(kept, late_monday);
    CHECK(promise_of(journal).marks ==
          std::vector<PromiseMark>{{day("2026-11-16"), Kept::kept, day("2026-11-16")}});
    CHECK(promise_of(journal).changed == day("2026-11-16"));
    CHECK(changes_nothing(journal, kept, friday));
    journal =
        after(journal, {MarkPromise{"promises", "p1", day("2026-11-16"), Kept::not_kept}}, friday);
    CHECK(mark_for(promise_of(journal), day("2026-11-16"))->kept == Kept::not_kept);
    CHECK(mark_for(promise_of(journal), day("2026-11-16"))->marked == day("2026-11-20"));
    journal = after(journal, {MarkPromise{"promises", "p1", day("2026-11-16"), {}}}, friday);
    CHECK(promise_of(journal).marks.empty());
    CHECK(changes_nothing(journal, MarkPromise{"promises", "p1", day("2026-11-18"), {}}, friday));
}

TEST_CASE("update: marks stand in the order of their days, however they were made") {
    Journal journal = with_promise();
    for (const char* due : {"2026-11-19", "2026-11-16", "2026-11-20", "2026-11-17"})
        journal = after(journal, {MarkPromise{"promises", "p1", day(due), Kept::kept}}, friday);
    const std::vector<PromiseMark> marks = promise_of(journal).marks;
    CHECK(marks.size() == 4);
    CHECK(std::is_sorted(marks.begin(), marks.end(),
                         [](const auto& a, const auto& b) { return a.due < b.due; }));
}

TEST_CASE("update: a day to come cannot be marked, but a mark left on one can be taken back") {
    CHECK(is_refused(with_promise(), MarkPromise{"promises", "p1", day("2026-11-21"), Kept::kept},
                     friday));
    CHECK(is_refused(with_promise(), MarkPromise{"promises", "p1", day("2026-11-17"), Kept::kept},
                     late_monday));
    CHECK(is_refused(with_promise(),
                     MarkPromise{"promises", "p1", day("1900-01-01") - 1, Kept::kept}, friday));
    const Journal journal =
        then(MarkPromise{"promises", "p1", day("2026-11-20"), Kept::kept}, friday);
    CHECK(promise_of(after(journal, {MarkPromise{"promises", "p1", day("2026-11-20"), {}}}, monday))
              .marks.empty());
}

TEST_CASE("update: a promise rests and is taken up again") {
    Journal journal = then(PausePromise{"promises", "p1", true}, monday);
    CHECK(promise_of(journal).pauses == std::vector<Pause>{{day("2026-11-16"), {}}});
    CHECK(is_resting(promise_of(journal), day("2026-12-24")));
    CHECK(changes_nothing(journal, PausePromise{"promises", "p1", true}, friday));
    journal = after(journal, {PausePromise{"promises", "p1", false}}, friday);
    CHECK(promise_of(journal).pauses == std::vector<Pause>{{day("2026-11-16"), day("2026-11-20")}});
    CHECK_FALSE(is_resting(promise_of(journal), day("2026-11-20")));
    CHECK(changes_nothing(journal, PausePromise{"promises", "p1", false}, friday));
    CHECK(promise_of(journal).changed == day("2026-11-16"));
}

TEST_CASE("update: a rest of no day leaves nothing, and one begun again that day goes on as one") {
    const PausePromise rest{"promises", "p1", true};
    const PausePromise up{"promises", "p1", false};
    CHECK(after(with_promise(), {rest, up}, friday) == with_promise());
    const Journal journal = after(after(with_promise(), {rest}, monday), {up, rest}, friday);
    CHECK(promise_of(journal).pauses == std::vector<Pause>{{day("2026-11-16"), {}}});
}

TEST_CASE("update: a rest with an end of its own can be ended early") {
    Journal journal = with_promise();
    Practices practices = *journal.practices;
    practices.promises["promises"][0].pauses = {{day("2026-11-10"), day("2026-12-24")}};
    journal.practices = practices;
    CHECK(changes_nothing(journal, PausePromise{"promises", "p1", true}, friday));
    journal = after(journal, {PausePromise{"promises", "p1", false}}, friday);
    CHECK(promise_of(journal).pauses == std::vector<Pause>{{day("2026-11-10"), day("2026-11-20")}});
}

TEST_CASE("update: a promise ends once, keeps its marks, and can go on after all") {
    Journal journal = then(MarkPromise{"promises", "p1", day("2026-11-16"), Kept::kept}, monday);
    journal = after(journal, {EndPromise{"promises", "p1", true}}, monday);
    CHECK(promise_of(journal).ended == day("2026-11-16"));
    CHECK(promise_of(journal).marks.size() == 1);
    CHECK(changes_nothing(journal, EndPromise{"promises", "p1", true}, friday));
    journal = after(journal, {EndPromise{"promises", "p1", false}}, friday);
    CHECK_FALSE(promise_of(journal).ended);
}

TEST_CASE("update: a promise taken out takes an empty ledger along") {
    CHECK(then(RemovePromise{"promises", "p1"}, friday) == Journal{});
    AddPromise second = call;
    second.promise = "p2";
    const Journal journal =
        after(with_promise(), {second, RemovePromise{"promises", "p1"}}, friday);
    REQUIRE(promises_in(journal, "promises").size() == 1);
    CHECK(promise_of(journal).id == "p2");
}

TEST_CASE("update: a promise that is not there cannot be changed") {
    const Schedule once{Recurrence::once, day("2026-11-29"), {}};
    const std::vector<Command> commands{
        EditPromise{"promises", "p9", "x"},      SetPromiseMaker{"promises", "p9", "me"},
        SchedulePromise{"promises", "p9", once}, MarkPromise{"promises", "p9", daily.first, {}},
        PausePromise{"promises", "p9", true},    EndPromise{"promises", "p9", true},
        RemovePromise{"promises", "p9"},         EditPromise{"elsewhere", "p1", "x"},
        RemovePromise{"elsewhere", "p1"},        PausePromise{"elsewhere", "p1", true}};
    for (const Command& command : commands) CHECK(is_refused(with_promise(), command, friday));
}

TEST_CASE("history: every change of a promise is taken back by undo") {
    const std::vector<Command> commands{
        EditPromise{"promises", "p1", "other words"},
        SetPromiseMaker{"promises", "p1", both_of_us},
        SchedulePromise{"promises", "p1", {Recurrence::weekly, day("2026-11-21"), {}}},
        MarkPromise{"promises", "p1", day("2026-11-16"), Kept::late},
        PausePromise{"promises", "p1", true},
        EndPromise{"promises", "p1", true},
        RemovePromise{"promises", "p1"}};
    for (const Command& command : commands) {
        History history{with_promise()};
        history.apply(then(command, friday), std::string(command.title()), command.run_key(), 1);
        CHECK_FALSE(history.now() == with_promise());
        history.undo();
        CHECK(history.now() == with_promise());
    }
}

}  // namespace update_promise_test
