// A scale over time at the coarseness that a picture of it has room for: days, or the means of
// weeks, months or years.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/date.hpp"
#include "workbook/insight/days.hpp"
#include "workbook/insight/statistics.hpp"

namespace rekindle {

enum class Grain { day, week, month, year };
std::string_view to_words(Grain grain);  // "days", "weeks", "months", "years"

// The period of `grain` in which `date` lies, first and last day included.
struct Period {
    Date first;
    Date last;
    int days() const { return last - first + 1; }
    // Where it stands on a time axis: its middle, in days since 1970.
    double middle() const { return (first.days() + last.days()) / 2.0; }
    bool operator==(const Period&) const = default;
};
Period period_of(Date date, Grain grain, Weekday week_start);

struct PeriodMean {
    Period period;
    Mean mean;
};

// The mean of every period that touches `from` to `to` and has a day with a value, in order. Whole
// periods are looked at, so that a mean is the same wherever the picture's edge lies; only `last`
// (today) cuts one short, since what has not come yet is not a part of it.
struct MeansWanted {
    Date from;
    Date to;
    Date last;
    Grain grain = Grain::week;
    Weekday week_start = Weekday::monday;
};
std::vector<PeriodMean> period_means(const Days& days, std::string_view scale,
                                     const MeansWanted& wanted);

}  // namespace rekindle
