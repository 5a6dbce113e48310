// Random commands on what grows between the cards, and on letters and conversations.
#pragma once

#include "workbook/journal/journal.hpp"
#include "workbook/journal/update.hpp"

namespace rekindle::test {

// Inside a RapidCheck generator or property only. Most of them fit the journal, some do not.
Command some_practice_command(const Journal& journal);
Command some_letter_command(const Journal& journal, const ExerciseRef& exercise);

}  // namespace rekindle::test
