#include <fmt/format.h>

#include "app/screens/timeline_parts.hpp"

namespace rekindle::app {

TimeLimits limits_of(const Screen& screen, const TimelineUi& ui) {
    return time_limits(first_day(screen, ui), screen.today);
}

TimeView view_of(const Screen& screen, const TimelineUi& ui) {
    switch (ui.range) {
        case TimelineRange::two_weeks:
            return latest_days(14, screen.today);
        case TimelineRange::six_weeks:
            return latest_days(42, screen.today);
        case TimelineRange::twelve_weeks:
            return latest_days(84, screen.today);
        case TimelineRange::year:
            return latest_days(365, screen.today);
        case TimelineRange::all:
            return all_days(first_day(screen, ui), screen.today);
        case TimelineRange::own:
            return within({ui.first_day, ui.last_day}, limits_of(screen, ui));
    }
    return latest_days(84, screen.today);
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
