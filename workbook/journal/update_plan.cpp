// Commands that change a plan.
#include "workbook/journal/practice_entries.hpp"

namespace rekindle {
namespace {

constexpr EntryKind<Plan> plan_kind{&Practices::plans, "This plan is not in the journal any more.",
                                    "This plan is there already."};

}  // namespace

Result<Journal> update(const Journal& journal, const AddPlan& command, const Stamp& stamp) {
    if (!is_practice_id(command.list) || !is_id(command.plan)) return unusable_id();
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    if (auto problem = problem_with_date(command.date)) return fail(*problem);
    if (auto problem = problem_with_person(journal, stamp.person)) return fail(*problem);
    const Date today = day_of(journal, stamp);
    return add_entry(
        journal, plan_kind, command.list,
        Plan{command.plan, command.text, command.date, {}, stamp.person, today, today});
}

Result<Journal> update(const Journal& journal, const EditPlan& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    return reword_entry(journal, plan_kind, command.list, command.plan, day_of(journal, stamp),
                        [&](Plan& plan) { plan.text = command.text; });
}

Result<Journal> update(const Journal& journal, const MovePlan& command, const Stamp& stamp) {
    if (auto problem = problem_with_date(command.date)) return fail(*problem);
    return reword_entry(journal, plan_kind, command.list, command.plan, day_of(journal, stamp),
                        [&](Plan& plan) { plan.date = command.date; });
}

Result<Journal> update(const Journal& journal, const FinishPlan& command, const Stamp& stamp) {
    const Date today = day_of(journal, stamp);
    return edit_entry(journal, plan_kind, command.list, command.plan,
                      [&](Plan& plan) { mark_day(plan.done, command.done, today); });
}

Result<Journal> update(const Journal& journal, const RemovePlan& command, const Stamp&) {
    return remove_entry(journal, plan_kind, command.list, command.plan);
}

template Command::Command(AddPlan);
template Command::Command(EditPlan);
template Command::Command(MovePlan);
template Command::Command(FinishPlan);
template Command::Command(RemovePlan);

}  // namespace rekindle
