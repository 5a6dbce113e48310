#include "workbook/insight/view.hpp"

#include <algorithm>
#include <cmath>

namespace rekindle {

Date TimeView::first_date() const {
    return Date::from_days(static_cast<int>(std::ceil(first - 1e-6)));
}
Date TimeView::last_date() const {
    return Date::from_days(static_cast<int>(std::floor(last + 1e-6)));
}

TimeLimits time_limits(std::optional<Date> first_entry, Date today) {
    const Date year_ago = today - 364;
    return {first_entry ? std::min(*first_entry, year_ago) : year_ago, today};
}

TimeView latest_days(int days, Date last) {
    return {static_cast<double>(last.days() - days + 1), static_cast<double>(last.days())};
}

TimeView all_days(std::optional<Date> first_entry, Date today) {
    const int days = first_entry ? today - *first_entry + 1 : 0;
    return latest_days(std::max(14, days), today);
}

TimeView within(TimeView view, const TimeLimits& limits) {
    const double earliest = limits.earliest.days();
    const double latest = limits.latest.days();
    const double span =
        std::clamp(view.span(), double{least_days - 1}, std::max(latest - earliest, 6.0));
    const double last = std::clamp(view.last, std::min(earliest + span, latest), latest);
    return {last - span, last};
}

TimeView moved(TimeView view, double days, const TimeLimits& limits) {
    return within({view.first + days, view.last + days}, limits);
}

TimeView zoomed(TimeView view, double factor, double place, const TimeLimits& limits) {
    const double most = limits.latest.days() - limits.earliest.days();
    const double span =
        std::clamp(view.span() * factor, double{least_days - 1}, std::max(most, 6.0));
    const double at = view.first + view.span() * place;
    return within({at - span * place, at + span * (1 - place)}, limits);
}

}  // namespace rekindle
