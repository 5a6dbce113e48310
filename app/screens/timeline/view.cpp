#include <fmt/format.h>

#include <algorithm>

#include "app/screens/timeline/parts.hpp"

namespace rekindle::app {

TimeLimits limits_of(const Screen& screen, const TimelineUi& ui) {
    return time_limits(first_day(screen, ui), latest_day(screen, ui));
}

Date latest_day(const Screen& screen, const TimelineUi& ui) {
    Date latest = std::max(screen.today, screen.days.last().value_or(screen.today));
    if (const Days* beside = days_beside(screen, ui))
        latest = std::max(latest, beside->last().value_or(screen.today));
    return latest;
}

TimeView view_of(const Screen& screen, const TimelineUi& ui) {
    const auto latest = [&](int days) {
        const Date end = end_of_view(screen.days, days, screen.today, days_beside(screen, ui));
        return latest_days(days, end);
    };
    switch (ui.range) {
        case TimelineRange::two_weeks:
            return latest(14);
        case TimelineRange::six_weeks:
            return latest(42);
        case TimelineRange::twelve_weeks:
            return latest(84);
        case TimelineRange::year:
            return latest(365);
        case TimelineRange::all:
            return all_days(first_day(screen, ui), latest_day(screen, ui));
        case TimelineRange::own:
            return within({ui.first_day, ui.last_day}, limits_of(screen, ui));
    }
    return latest(84);
}

void look_at(TimelineUi& ui, const TimeView& view) {
    ui.range = TimelineRange::own;
    ui.first_day = view.first;
    ui.last_day = view.last;
}

std::string in_words(const TimeView& view) {
    const Date first = view.first_date();
    const Date last = view.last_date();
    if (first.year() != last.year())
        return fmt::format("{} – {}", to_words_with_year(first), to_words_with_year(last));
    if (first.month() == last.month())
        return fmt::format("{} – {}", first.day(), to_words_with_year(last));
    return fmt::format("{} {} – {}", first.day(), month_name(first.month()),
                       to_words_with_year(last));
}

}  // namespace rekindle::app
