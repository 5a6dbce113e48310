// Commands that change a plan.
#include <algorithm>

#include "workbook/journal/practice_entries.hpp"

namespace rekindle {
namespace {

tl::unexpected<Error> no_such_plan() {
    return fail(ErrorCode::usage, "This plan is not in the journal any more.");
}

// Carries `edit` out on one plan.
template <class Edit>
Result<Journal> edit_plan(const Journal& journal, const std::string& list, std::string_view id,
                          Edit edit) {
    return edit_entries(journal, &Practices::plans, list, id, no_such_plan(),
                        [&](auto&, auto plan) { edit(*plan); });
}

}  // namespace

Result<Journal> update(const Journal& journal, const AddPlan& command, const Stamp& stamp) {
    if (!is_practice_id(command.list) || !is_id(command.plan)) return unusable_id();
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    if (auto problem = problem_with_date(command.date)) return fail(*problem);
    if (auto problem = problem_with_person(journal, stamp.person)) return fail(*problem);
    Practices practices = *journal.practices;
    auto& plans = practices.plans[command.list];
    if (find_entry(plans, command.plan) != plans.end())
        return fail(ErrorCode::usage, "This plan is there already.");
    const Date today = day_of(journal, stamp);
    plans.push_back({command.plan, command.text, command.date, {}, stamp.person, today, today});
    return with_practices(journal, std::move(practices));
}

Result<Journal> update(const Journal& journal, const EditPlan& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    return edit_plan(journal, command.list, command.plan, [&](Plan& plan) {
        if (plan.text == command.text) return;
        plan.text = command.text;
        plan.changed = day_of(journal, stamp);
    });
}

Result<Journal> update(const Journal& journal, const MovePlan& command, const Stamp& stamp) {
    if (auto problem = problem_with_date(command.date)) return fail(*problem);
    return edit_plan(journal, command.list, command.plan, [&](Plan& plan) {
        if (plan.date == command.date) return;
        plan.date = command.date;
        plan.changed = day_of(journal, stamp);
    });
}

Result<Journal> update(const Journal& journal, const FinishPlan& command, const Stamp& stamp) {
    const Date today = day_of(journal, stamp);
    return edit_plan(journal, command.list, command.plan, [&](Plan& plan) {
        if (!command.done)
            plan.done.reset();
        else if (!plan.done)
            plan.done = today;
    });
}

Result<Journal> update(const Journal& journal, const RemovePlan& command, const Stamp&) {
    return edit_entries(journal, &Practices::plans, command.list, command.plan, no_such_plan(),
                        [](auto& all, auto plan) { all.erase(plan); });
}

template Command::Command(AddPlan);
template Command::Command(EditPlan);
template Command::Command(MovePlan);
template Command::Command(FinishPlan);
template Command::Command(RemovePlan);

}  // namespace rekindle
