// Counts what lies between two states of a journal.
#pragma once

#include "workbook/findings/difference.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// What going from one state to the other adds, removes and changes. An entry is one table of the
// files; those with an id are the same entry where the id is.
Difference difference(const Journal& from, const Journal& to);

}  // namespace rekindle
