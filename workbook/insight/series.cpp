#include "workbook/insight/series.hpp"

#include <algorithm>
#include <span>

namespace rekindle {
namespace {

Period month_of(Date date) {
    const YearMonth month = date.year_month();
    const Date first = first_of(month);
    return {first, first + (days_in(month) - 1)};
}

}  // namespace

std::string_view to_words(Grain grain) {
    switch (grain) {
        case Grain::day:
            return "days";
        case Grain::week:
            return "weeks";
        case Grain::month:
            return "months";
        case Grain::year:
            return "years";
    }
    return "";
}

Period period_of(Date date, Grain grain, Weekday week_start) {
    if (grain == Grain::month) return month_of(date);
    if (grain == Grain::year)
        return {first_of({date.year(), 1}), first_of({date.year() + 1, 1}) - 1};
    if (grain == Grain::day) return {date, date};
    const Date first = start_of_week(date, week_start);
    return {first, first + 6};
}

std::vector<PeriodMean> period_means(const Days& days, std::string_view scale,
                                     const MeansWanted& wanted) {
    std::vector<PeriodMean> means;
    const auto period_around = [&](Date day) {
        return period_of(day, wanted.grain, wanted.week_start);
    };
    const Date from = period_around(wanted.from).first;
    const Date to = std::min(period_around(wanted.to).last, wanted.last);
    const DayValues values = days.series(scale, from, to);
    const std::span<const std::optional<double>> all{values};
    for (Date day = from; day <= to;) {
        Period period = period_around(day);
        period.last = std::min(period.last, to);
        const auto found = mean(all.subspan(static_cast<std::size_t>(period.first - from),
                                            static_cast<std::size_t>(period.days())));
        if (found) means.push_back({period, *found});
        day = period.last + 1;
    }
    return means;
}

}  // namespace rekindle
