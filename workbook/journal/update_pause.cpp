// Commands that change the pauses that were taken.
#include <algorithm>

#include "workbook/journal/as_seen_by.hpp"
#include "workbook/journal/order.hpp"
#include "workbook/journal/update_parts.hpp"

namespace rekindle {
namespace {

auto pause_in(std::vector<PauseTaken>& pauses, std::string_view id) {
    return std::find_if(pauses.begin(), pauses.end(),
                        [&](const PauseTaken& each) { return each.id == id; });
}

// Carries `edit(pauses, pause)` out on one pause of whoever asks.
template <class Edit>
Result<Journal> edit_pause(const Journal& journal, const ExerciseRef& ref, std::string_view id,
                           const Stamp& stamp, Edit edit) {
    bool found = false;
    bool own = false;
    auto next = edit_exercise(journal, ref, stamp, [&](ExerciseAnswers& exercise) {
        const auto pause = pause_in(exercise.pauses, id);
        found = pause != exercise.pauses.end();
        own = found && is_own(*journal.profile, pause->person, stamp.person);
        if (own) edit(exercise.pauses, pause);
    });
    if (next && !found) return fail(ErrorCode::usage, "This pause is not in the journal any more.");
    if (next && !own) return not_yours();
    return next;
}

}  // namespace

Result<Journal> update(const Journal& journal, const TakePause& command, const Stamp& stamp) {
    if (!is_id(command.pause)) return unusable_id();
    const PauseTaken taken{command.pause, day_of(journal, stamp), stamp.now.time, stamp.person,
                           command.back_at};
    return edit_exercise(journal, command.exercise, stamp, [&](ExerciseAnswers& exercise) {
        if (pause_in(exercise.pauses, taken.id) == exercise.pauses.end())
            exercise.pauses.push_back(taken);
        put_in_order(exercise.pauses);
    });
}

Result<Journal> update(const Journal& journal, const ComeBack& command, const Stamp& stamp) {
    return edit_pause(journal, command.exercise, command.pause, stamp, [&](auto&, auto pause) {
        pause->came_back = command.back && pause->back_at.has_value();
    });
}

Result<Journal> update(const Journal& journal, const RemovePause& command, const Stamp& stamp) {
    return edit_pause(journal, command.exercise, command.pause, stamp,
                      [](auto& pauses, auto pause) { pauses.erase(pause); });
}

template Command::Command(TakePause);
template Command::Command(ComeBack);
template Command::Command(RemovePause);

}  // namespace rekindle
