// What the update_*.cpp files share: each has an `update` for every command of its subject and
// makes a Command of it. All but these files come to them through `update` of update.hpp.
#pragma once

#include <functional>

#include "workbook/journal/checks.hpp"
#include "workbook/journal/command_held.hpp"

namespace rekindle {

// The journal's day at the moment of the stamp.
Date day_of(const Journal& journal, const Stamp& stamp);

// Carries `edit` out on what was answered in one exercise; what is empty afterwards is not kept.
// Errors: ids that cannot be used, a person who is not in the journal.
Result<Journal> edit_exercise(const Journal& journal, const ExerciseRef& ref, const Stamp& stamp,
                              const std::function<void(ExerciseAnswers&)>& edit);

// A list's, ledger's or ritual's id: a shared name, or WORKBOOK/CARD/EXERCISE.
bool is_practice_id(std::string_view id);

// The journal with other practices; the same object where nothing changed.
Journal with_practices(const Journal& journal, Practices practices);

// A command's id that can only be wrong when a program made it up.
tl::unexpected<Error> unusable_id();

// An entry of the other person, which only they can change or keep to themself.
tl::unexpected<Error> not_yours();

}  // namespace rekindle
