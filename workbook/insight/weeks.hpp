// This week beside the last one and the last four: means of what was, and no word about what will
// be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/date.hpp"
#include "workbook/insight/days.hpp"
#include "workbook/insight/statistics.hpp"

namespace rekindle {

// The stretches of time that are compared. `this_week` runs from the first day of the week up to
// today, `last_week` is the whole week before it, `four_weeks` the 28 days that end today.
struct WeekSpans {
    struct Span {
        Date first;
        Date last;
        int days() const { return last - first + 1; }
    };
    Span this_week;
    Span last_week;
    Span four_weeks;
};
WeekSpans week_spans(Date today, Weekday week_start);

// A scale's mean over each of them, with the number of days rated; none where no day was.
struct WeekMeans {
    std::optional<Mean> this_week;
    std::optional<Mean> last_week;
    std::optional<Mean> four_weeks;
};
WeekMeans week_means(const Days& days, std::string_view scale, Date today, Weekday week_start);

// "Trust this week 4.1, last week 3.6"; only the half that is known; empty when neither is.
std::string to_sentence(std::string_view title, const WeekMeans& means);

// One decimal, as means are written everywhere, whatever the locale: 4.25 is "4.3", 6 is "6.0".
std::string to_decimal(double value);

}  // namespace rekindle
