// Means over days, some of which have no value. An unanswered day is left out: it is never a zero
// and never filled in, and every answer says over how many days it was taken.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace rekindle {

// A value for each of some days in a row, or none.
using DayValues = std::vector<std::optional<double>>;

struct Mean {
    double value = 0;
    int days = 0;  // that had a value, at least 1
    bool operator==(const Mean&) const = default;
};

// The mean of the days that have a value: (4, none, 5) gives 4.5 over 2. None when no day has one.
std::optional<Mean> mean(std::span<const std::optional<double>> values);

// A line through days of 0 to 10 may leave out four days of a week, but no more.
inline constexpr int average_days = 7;
inline constexpr int average_needs = 3;

// For each day the mean of that day and the six before it (trailing, so that a past day's average
// does not change when tomorrow is rated); none where fewer than `needs` of them have a value. Days
// before the first count as days without one.
//   (2, none, 4, 6) gives (none, none, none, 4): only the last window holds three values.
DayValues trailing_average(std::span<const std::optional<double>> values, int days = average_days,
                           int needs = average_needs);

// Days of a period that need a value before its mean may stand in a line: 3 of 7, 13 of 30, 1 of 1.
int needed_of(int days);

}  // namespace rekindle
