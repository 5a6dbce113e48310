// What bringing in check-ins from a file would do to a journal, known before anything is done.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "workbook/journal/command.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// A check-in is told by its date, time and person; several with the same are matched by what they
// say first, then by their order.
struct ImportPlan {
    std::vector<CheckIn> added;           // not there yet; for `AddCheckIns`
    std::vector<std::size_t> added_from;  // of each, its place among those that were given
    int same = 0;                         // there already, with the same values
    int in_conflict = 0;                  // there with other values: left as they are
    int later = 0;                        // of those added, the ones dated later than today
    std::vector<std::string> people;      // ids that the profile gets, one for each new person
    std::vector<std::string> makes_room;  // of people who have said nothing and go for them
    std::vector<Scale> scales;            // of one's own, that the profile gets
};

// The ids of the check-ins given are not looked at. Those added have ids made of date, time, person
// and a number, so that the same file always makes the same journal. Check-ins that say nothing are
// passed over. People and scales are not looked at here.
ImportPlan plan_import(const Journal& journal, const std::vector<CheckIn>& checkins, Date today);

// Puts the people whom the added check-ins name, and the profile does not, into the plan. The
// place (in `added`) of the first one that a journal for two has no room for, if there is one.
std::optional<std::size_t> plan_people(const Journal& journal, ImportPlan& plan);

// What the plan comes to, in the order in which it is to be carried out; nothing when it changes
// nothing.
std::vector<Command> to_commands(const Journal& journal, const ImportPlan& plan);

}  // namespace rekindle
