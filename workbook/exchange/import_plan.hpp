// What bringing in check-ins from a file would do to a journal, known before anything is done.
#pragma once

#include <vector>

#include "workbook/journal/journal.hpp"

namespace rekindle {

// A check-in is told by its date, time and person; several with the same are matched by what they
// say first, then by their order.
struct ImportPlan {
    std::vector<CheckIn> added;  // not there yet; for `AddCheckIns`
    int same = 0;                // there already, with the same values
    int in_conflict = 0;         // there with other values: left as they are
};

// The ids of the check-ins given are not looked at. Those added have ids made of date, time, person
// and a number, so that the same file always makes the same journal. Check-ins that say nothing are
// passed over.
ImportPlan plan_import(const Journal& journal, const std::vector<CheckIn>& checkins);

}  // namespace rekindle
