// The stretch of time that a picture shows, in days since 1970 with fractions, so that it can be
// dragged smoothly. A day stands at its whole number: from 20 to 26 November are 7 days, 6 apart.
#pragma once

#include <optional>

#include "workbook/base/date.hpp"

namespace rekindle {

struct TimeView {
    double first = 0;
    double last = 0;
    double span() const { return last - first; }
    // The days that can be seen, both included.
    Date first_date() const;
    Date last_date() const;
    bool operator==(const TimeView&) const = default;
};

// How far a view may go: nothing lies before the first entry (a year is always offered), and what
// has not come yet is not shown.
struct TimeLimits {
    Date earliest;
    Date latest;
};
TimeLimits time_limits(std::optional<Date> first_entry, Date today);

inline constexpr int least_days = 7;  // that a view shows

// The `days` days that end on `last`.
TimeView latest_days(int days, Date last);
// From the first entry to `today`, two weeks at the least.
TimeView all_days(std::optional<Date> first_entry, Date today);

// `view` as near as the limits allow; its span is kept where there is room for it.
TimeView within(TimeView view, const TimeLimits& limits);
// Moved by so many days; positive is later.
TimeView moved(TimeView view, double days, const TimeLimits& limits);
// `factor` below 1 shows less. What stands at `place` (0 left edge to 1 right edge) stays there.
TimeView zoomed(TimeView view, double factor, double place, const TimeLimits& limits);

}  // namespace rekindle
