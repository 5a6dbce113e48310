// What is due on Today: promises, plans, rituals; and nothing where nothing is.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <tuple>

#include "tests/support/layout.hpp"
#include "tests/ui/practice_content.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace today_due_test {

namespace {

const Date today = *make_date(2026, 11, 21);

HeadlessSetup on_today(Journal journal) {
    return practice_setup(app::Page::today, std::move(journal));
}

Journal with_promise(const Schedule& schedule, const char* id = "p1") {
    return after({}, AddPromise{"promises", id, "Call if later than seven", someone_else, schedule},
                 "2026-11-01");
}

Journal with_plan(Date date) {
    return after({}, AddPlan{day_list, "a1", "Ring the centre", date}, "2026-11-01");
}

const Promise& promise_of(const Headless& desk) {
    return promises_in(desk.journal(), "promises").at(0);
}
const Plan& plan_of(const Headless& desk) { return plans_in(desk.journal(), day_list).at(0); }

bool has_any_due(const Headless& desk) {
    for (const app::Control& control : desk.controls().all())
        for (const char* begin : {"today.promise.", "today.plan.", "today.ritual."})
            if (control.name.starts_with(begin)) return true;
    return false;
}

}  // namespace

TEST_CASE("today: nothing due, no word about it") {
    Headless empty{on_today({})};
    CHECK_FALSE(has_any_due(empty));
    Journal journal = with_promise({Recurrence::weekly, day("2026-11-04"), {}});  // Wednesdays
    journal = after(journal, AddPlan{day_list, "a1", "Later", today + 1}, "2026-11-01");
    Headless desk{on_today(journal)};
    CHECK_FALSE(has_any_due(desk));
    CHECK_FALSE(desk.shows("due"));
}

TEST_CASE("today: a promise due is marked kept, late or not kept, and taken back") {
    Headless desk{on_today(with_promise({Recurrence::once, today, {}}))};
    CHECK(desk.shows("Promises due today"));
    desk.click("today.promise.p1.kept");
    CHECK(mark_for(promise_of(desk), today)->kept == Kept::kept);
    CHECK(desk.state("today.promise.p1.kept") == "checked");
    desk.click("today.promise.p1.late");
    CHECK(mark_for(promise_of(desk), today)->kept == Kept::late);
    CHECK(desk.state("today.promise.p1.kept") == "-");
    desk.click("today.promise.p1.not-kept");
    CHECK(mark_for(promise_of(desk), today)->kept == Kept::not_kept);
    desk.click("today.promise.p1.not-kept");
    CHECK(mark_for(promise_of(desk), today) == nullptr);
}

TEST_CASE("today: yesterday is asked for only while nothing was said of it, and no day before") {
    const Schedule daily{Recurrence::daily, today - 9, {}};
    Headless desk{on_today(with_promise(daily))};
    CHECK(desk.has("today.promise.p1.kept"));
    desk.click("today.promise.p1.yesterday.kept");
    CHECK(mark_for(promise_of(desk), today - 1)->kept == Kept::kept);
    CHECK_FALSE(desk.has("today.promise.p1.yesterday.kept"));
    CHECK(promise_of(desk).marks.size() == 1);
}

TEST_CASE("today: a promise at rest or ended is not due") {
    const Schedule daily{Recurrence::daily, today - 9, {}};
    Headless resting{
        on_today(after(with_promise(daily), PausePromise{"promises", "p1", true}, "2026-11-15"))};
    CHECK_FALSE(has_any_due(resting));
    Headless ended{
        on_today(after(with_promise(daily), EndPromise{"promises", "p1", true}, "2026-11-15"))};
    CHECK_FALSE(has_any_due(ended));
}

TEST_CASE("today: a past day shows what was due on it, without the day before") {
    Headless desk{on_today(with_promise({Recurrence::daily, today - 9, {}}))};
    desk.click("today.previous");
    CHECK(desk.shows("Promises due that day"));
    CHECK_FALSE(desk.has("today.promise.p1.yesterday.kept"));
    desk.click("today.promise.p1.late");
    CHECK(mark_for(promise_of(desk), today - 1)->kept == Kept::late);
}

TEST_CASE("today: a promise leads to its card") {
    Headless desk{on_today(with_promise({Recurrence::once, today, {}}))};
    desk.click("today.promise.p1.card");
    CHECK(desk.session().ui.page == app::Page::workbook);
    CHECK(desk.state("card.first.header") == "open");
}

TEST_CASE("today: many promises stay a handful, the others stand on the Practices") {
    Journal journal;
    for (int i = 0; i < 9; ++i)
        journal = after(
            journal,
            AddPromise{
                "promises", "p" + std::to_string(i), "One", "me", {Recurrence::once, today, {}}},
            "2026-11-01");
    Headless desk{on_today(journal)};
    CHECK(desk.has("today.promise.p5.kept"));
    CHECK_FALSE(desk.has("today.promise.p6.kept"));
    CHECK(desk.shows("3 more in Practices"));
    desk.click("today.promises.more");
    CHECK(desk.session().ui.page == app::Page::practices);
}

TEST_CASE("today: a plan is told from its day on until it is done, and that can be taken back") {
    Headless desk{on_today(with_plan(today - 3))};
    CHECK(desk.shows("Planned for 18 November 2026"));
    desk.click("today.plan.a1.done");
    CHECK(plan_of(desk).done == today);
    CHECK(desk.state("today.plan.a1.done") == "checked");
    desk.click("today.plan.a1.done");
    CHECK_FALSE(plan_of(desk).done);
    desk.click("today.plan.a1.done");
    desk.now.date = today + 1;
    desk.settle();
    CHECK_FALSE(desk.has("today.plan.a1.done"));
}

TEST_CASE("today: a plan is moved by a week or to another day, and then it is quiet") {
    Headless desk{on_today(with_plan(today))};
    desk.click("today.plan.a1.week");
    CHECK(plan_of(desk).date == today + 7);
    CHECK_FALSE(desk.has("today.plan.a1.done"));
    Headless other{on_today(with_plan(today))};
    other.click("today.plan.a1.day");
    other.click("today.plan.a1.day.next");
    other.click("today.plan.a1.day.day.2026-12-24");
    CHECK(plan_of(other).date == day("2026-12-24"));
    CHECK_FALSE(has_any_due(other));
}

TEST_CASE("today: a plan without words is called by its card, and leads there") {
    Headless desk{on_today(after({}, AddPlan{day_list, "a1", {}, today}, "2026-11-01"))};
    CHECK(desk.shows("A day to look again"));
    desk.click("today.plan.a1.card");
    CHECK(desk.state("card.first.header") == "open");
}

TEST_CASE("today: a daily ritual that was taken up can be marked, on the day shown") {
    const Journal journal = after({}, MarkRitual{"walk", today - 2, true}, "2026-11-20");
    Headless desk{on_today(journal)};
    desk.click("today.ritual.walk");
    CHECK(ritual_of(desk.journal(), "walk").days.back() == RitualDay{today, "me"});
    desk.click("today.ritual.walk");
    CHECK(ritual_of(desk.journal(), "walk").days.size() == 1);
    Headless weekly{
        on_today(after(journal, SetRitualRhythm{"walk", Rhythm::weekly}, "2026-11-20"))};
    CHECK_FALSE(has_any_due(weekly));
    Headless long_ago{on_today(after({}, MarkRitual{"walk", today - 20, true}, "2026-11-20"))};
    CHECK_FALSE(has_any_due(long_ago));
}

TEST_CASE("today: what is due on the keyboard alone") {
    Headless desk{on_today(with_promise({Recurrence::once, today, {}}))};
    for (int i = 0; i < 60 && desk.focused() != "today.promise.p1.late"; ++i)
        desk.key(app::Key::tab);
    REQUIRE(desk.focused() == "today.promise.p1.late");
    desk.key(app::Key::space);
    CHECK(mark_for(promise_of(desk), today)->kept == Kept::late);
}

TEST_CASE("today: all that is due, with nothing cut off, at every size") {
    Journal journal =
        after(with_plan(today - 3), AddPerson{{"sam", "Bartholomew", {}}}, "2026-11-01");
    journal = after(journal, MarkRitual{"walk", today - 2, true}, "2026-11-20");
    journal = after(journal,
                    AddPromise{"promises",
                               "p1",
                               "A promise with so many words that they have to go on below",
                               "sam",
                               {Recurrence::daily, today - 5, {}}},
                    "2026-11-01");
    for (const auto& [width, height, scale] :
         {std::tuple{1280.0f, 800.0f, 1.0f}, {960.0f, 600.0f, 1.0f}, {960.0f, 600.0f, 2.0f}}) {
        HeadlessSetup setup = on_today(journal);
        setup.width = width;
        setup.height = height;
        setup.scale = scale;
        Headless desk{std::move(setup)};
        const std::string shown = fmt::format("{}x{} @{}", width, height, scale);
        CAPTURE(shown);
        for (const std::string& problem : layout_problems(desk)) CHECK_MESSAGE(false, problem);
    }
}

}  // namespace today_due_test
