#include "workbook/insight/weeks.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>

namespace rekindle {

WeekSpans week_spans(Date today, Weekday week_start) {
    const Date first = start_of_week(today, week_start);
    return {{first, today}, {first - 7, first - 1}, {today - 27, today}};
}

WeekMeans week_means(const Days& days, std::string_view scale, Date today, Weekday week_start) {
    const WeekSpans spans = week_spans(today, week_start);
    const auto mean_of = [&](const WeekSpans::Span& span) {
        return mean(days.series(scale, span.first, span.last));
    };
    return {mean_of(spans.this_week), mean_of(spans.last_week), mean_of(spans.four_weeks)};
}

std::string to_sentence(std::string_view title, const WeekMeans& means) {
    if (means.this_week && means.last_week)
        return fmt::format("{} this week {}, last week {}", title,
                           to_decimal(means.this_week->value), to_decimal(means.last_week->value));
    if (means.this_week)
        return fmt::format("{} this week {}", title, to_decimal(means.this_week->value));
    if (means.last_week)
        return fmt::format("{} last week {}", title, to_decimal(means.last_week->value));
    return {};
}

std::string to_decimal(double value) {
    // Halves go up, so that 4.25 and 4.35 are written the way they are on paper.
    const long tenths = std::lround(value * 10 + 1e-9);
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

}  // namespace rekindle
