#include "tests/unit/support/builders.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace update_plan_test {

namespace {

const Stamp monday = at("2026-11-16T20:00");
const Stamp friday = at("2026-11-20T09:00");
const AddPlan visit{"first-visit", "a1", "Ring the centre", day("2026-12-01")};

Journal with_plan() { return after({}, {visit}, monday); }
Plan plan_of(const Journal& journal) { return plans_in(journal, "first-visit").at(0); }

}  // namespace

TEST_CASE("update: a plan is added for a day, also without words") {
    CHECK(plan_of(with_plan()) == Plan{"a1",
                                       "Ring the centre",
                                       day("2026-12-01"),
                                       {},
                                       "me",
                                       day("2026-11-16"),
                                       day("2026-11-16")});
    CHECK(is_refused(with_plan(), visit, friday));
    AddPlan bare = visit;
    bare.text.clear();
    CHECK(plan_of(after({}, {bare}, monday)).text.empty());
}

TEST_CASE("update: new words and another day date the change") {
    CHECK(plan_of(after(with_plan(), {EditPlan{"first-visit", "a1", "x"}}, friday)).changed ==
          day("2026-11-20"));
    const Journal moved =
        after(with_plan(), {MovePlan{"first-visit", "a1", day("2026-12-08")}}, friday);
    CHECK(plan_of(moved).date == day("2026-12-08"));
    CHECK(plan_of(moved).changed == day("2026-11-20"));
    CHECK(changes_nothing(with_plan(), EditPlan{"first-visit", "a1", visit.text}, friday));
    CHECK(changes_nothing(with_plan(), MovePlan{"first-visit", "a1", visit.date}, friday));
}

TEST_CASE("update: a plan is done on the day it is said to be, and not yet after all") {
    Journal journal = after(with_plan(), {FinishPlan{"first-visit", "a1", true}}, friday);
    CHECK(plan_of(journal).done == day("2026-11-20"));
    CHECK(changes_nothing(journal, FinishPlan{"first-visit", "a1", true}, at("2026-12-01T10:00")));
    journal = after(journal, {FinishPlan{"first-visit", "a1", false}}, friday);
    CHECK(journal == with_plan());
}

TEST_CASE("update: a plan taken out takes an empty list along") {
    CHECK(after(with_plan(), {RemovePlan{"first-visit", "a1"}}, friday) == Journal{});
}

TEST_CASE("update: a plan that is not there, or for no day, is refused") {
    const Date beyond = day("9999-12-31") + 1;
    AddPlan command = visit;
    command.date = beyond;
    CHECK(is_refused({}, command, monday));
    command = visit;
    command.text = "\xFF";
    CHECK(is_refused({}, command, monday));
    command = visit;
    command.list = "..";
    CHECK(is_refused({}, command, monday));
    command = visit;
    command.plan = "A 1";
    CHECK(is_refused({}, command, monday));
    CHECK(is_refused({}, visit, at("2026-11-16T20:00", "nobody")));
    const std::vector<Command> commands{
        MovePlan{"first-visit", "a1", beyond}, MovePlan{"first-visit", "a9", visit.date},
        EditPlan{"first-visit", "a1", "\xFF"}, EditPlan{"elsewhere", "a1", "x"},
        FinishPlan{"first-visit", "a9", true}, RemovePlan{"first-visit", "a9"},
        RemovePlan{"elsewhere", "a1"},         FinishPlan{"elsewhere", "a1", true}};
    for (const Command& each : commands) CHECK(is_refused(with_plan(), each, friday));
}

}  // namespace update_plan_test
