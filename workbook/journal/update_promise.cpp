// Commands that change a promise.
#include <algorithm>

#include "workbook/journal/practice_entries.hpp"

namespace rekindle {
namespace {

constexpr EntryKind<Promise> promise_kind{&Practices::promises,
                                          "This promise is not in the journal any more.",
                                          "This promise is there already."};

std::optional<Error> problem_with_maker(const Journal& journal, const std::string& who) {
    if (who == someone_else || who == both_of_us) return std::nullopt;
    return problem_with_person(journal, who);
}

std::optional<Error> problem_with_schedule(const Schedule& schedule) {
    if (schedule.recurrence == Recurrence::weekdays && schedule.weekdays.empty())
        return Error{ErrorCode::usage, "A promise for chosen days needs at least one day.", {}, {}};
    return problem_with_date(schedule.first);
}

// Only chosen days keep a list of them, each once and Monday first.
Schedule in_order(Schedule schedule) {
    auto& days = schedule.weekdays;
    if (schedule.recurrence != Recurrence::weekdays) days.clear();
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return schedule;
}

void mark(std::vector<PromiseMark>& marks, const MarkPromise& command, Date today) {
    const auto found = std::find_if(marks.begin(), marks.end(), [&](const PromiseMark& each) {
        return each.due >= command.due;
    });
    const bool there = found != marks.end() && found->due == command.due;
    if (there && found->kept == command.kept) return;
    if (!command.kept) {
        if (there) marks.erase(found);
        return;
    }
    const PromiseMark next{command.due, *command.kept, today};
    if (there)
        *found = next;
    else
        marks.insert(found, next);
}

// A rest that ends on the day it began leaves nothing behind, and one taken up again on the day the
// last one ended goes on as one.
void rest(std::vector<Pause>& pauses, bool resting, Date today) {
    const auto now = std::find_if(pauses.begin(), pauses.end(), [&](const Pause& pause) {
        return pause.from <= today && (!pause.until || today < *pause.until);
    });
    if (resting == (now != pauses.end())) return;
    if (!resting) {
        if (now->from == today)
            pauses.erase(now);
        else
            now->until = today;
        return;
    }
    // A rest without end takes in any that was to come.
    std::erase_if(pauses, [&](const Pause& pause) { return pause.from > today; });
    if (!pauses.empty() && pauses.back().until == today)
        pauses.back().until.reset();
    else
        pauses.push_back({today, std::nullopt});
}

}  // namespace

Result<Journal> update(const Journal& journal, const AddPromise& command, const Stamp& stamp) {
    if (!is_practice_id(command.ledger) || !is_id(command.promise)) return unusable_id();
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    if (auto problem = problem_with_person(journal, stamp.person)) return fail(*problem);
    if (auto problem = problem_with_maker(journal, command.who)) return fail(*problem);
    if (auto problem = problem_with_schedule(command.schedule)) return fail(*problem);
    const Date today = day_of(journal, stamp);
    return add_entry(journal, promise_kind, command.ledger,
                     Promise{command.promise,
                             command.text,
                             command.who,
                             in_order(command.schedule),
                             {},
                             {},
                             {},
                             stamp.person,
                             today,
                             today});
}

Result<Journal> update(const Journal& journal, const EditPromise& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    return reword_entry(journal, promise_kind, command.ledger, command.promise,
                        day_of(journal, stamp),
                        [&](Promise& promise) { promise.text = command.text; });
}

Result<Journal> update(const Journal& journal, const SetPromiseMaker& command, const Stamp& stamp) {
    if (auto problem = problem_with_maker(journal, command.who)) return fail(*problem);
    return reword_entry(journal, promise_kind, command.ledger, command.promise,
                        day_of(journal, stamp),
                        [&](Promise& promise) { promise.who = command.who; });
}

Result<Journal> update(const Journal& journal, const SchedulePromise& command, const Stamp& stamp) {
    if (auto problem = problem_with_schedule(command.schedule)) return fail(*problem);
    return reword_entry(journal, promise_kind, command.ledger, command.promise,
                        day_of(journal, stamp),
                        [&](Promise& promise) { promise.schedule = in_order(command.schedule); });
}

Result<Journal> update(const Journal& journal, const MarkPromise& command, const Stamp& stamp) {
    const Date today = day_of(journal, stamp);
    if (auto problem = problem_with_date(command.due)) return fail(*problem);
    if (command.kept && command.due > today)
        return fail(ErrorCode::usage, "That day has not come yet.");
    return edit_entry(journal, promise_kind, command.ledger, command.promise,
                      [&](Promise& promise) { mark(promise.marks, command, today); });
}

Result<Journal> update(const Journal& journal, const PausePromise& command, const Stamp& stamp) {
    const Date today = day_of(journal, stamp);
    return edit_entry(journal, promise_kind, command.ledger, command.promise,
                      [&](Promise& promise) { rest(promise.pauses, command.resting, today); });
}

Result<Journal> update(const Journal& journal, const EndPromise& command, const Stamp& stamp) {
    const Date today = day_of(journal, stamp);
    return edit_entry(journal, promise_kind, command.ledger, command.promise,
                      [&](Promise& promise) { mark_day(promise.ended, command.ended, today); });
}

Result<Journal> update(const Journal& journal, const RemovePromise& command, const Stamp&) {
    return remove_entry(journal, promise_kind, command.ledger, command.promise);
}

template Command::Command(AddPromise);
template Command::Command(EditPromise);
template Command::Command(SetPromiseMaker);
template Command::Command(SchedulePromise);
template Command::Command(MarkPromise);
template Command::Command(PausePromise);
template Command::Command(EndPromise);
template Command::Command(RemovePromise);

}  // namespace rekindle
