// The one order in which a journal's entries stand, so that equal journals are equal byte for byte.
#pragma once

#include <algorithm>
#include <vector>

#include "workbook/journal/journal.hpp"

namespace rekindle {

// By date, then as `comes_before` says.
void put_in_order(std::vector<CheckIn>& checkins, TimeOfDay day_end);

// Oldest first; what is of the same day keeps its order.
template <class Entry>
requires requires(const Entry& entry) { entry.date; }
void put_in_order(std::vector<Entry>& entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.date < b.date; });
}
// The same for all that has an id; ticks stand as they were made.
void put_in_order(ExerciseAnswers& answers);

// Oldest first; those that touch are one.
void put_in_order(std::vector<Pause>& pauses);

// The journal with every month in the order that `day_end` asks for. Months already in it, nearly
// all, stay the same object.
Journal with_days_in_order(const Journal& journal, TimeOfDay day_end);

}  // namespace rekindle
