#include "workbook/insight/promises.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rekindle {
namespace {

// Marks are in the order of their days, so those of a span stand together.
template <class Visit>
void for_each_mark(const Promise& promise, Date from, Date to, Visit visit) {
    auto mark = std::lower_bound(promise.marks.begin(), promise.marks.end(), from,
                                 [](const PromiseMark& each, Date day) { return each.due < day; });
    for (; mark != promise.marks.end() && mark->due <= to; ++mark) visit(*mark);
}

template <class Visit>
void for_each_mark(const Practices& practices, Date from, Date to, Visit visit) {
    for (const auto& [ledger, promises] : practices.promises)
        for (const Promise& promise : promises) for_each_mark(promise, from, to, visit);
}

void add(KeptCount& count, const PromiseMark& mark) {
    ++count.marked;
    if (mark.kept == Kept::kept) ++count.kept;
}

}  // namespace

std::optional<double> KeptCount::share() const {
    if (marked == 0) return std::nullopt;
    return static_cast<double>(kept) / marked;
}

KeptCount kept_between(const Practices& practices, Date from, Date to) {
    KeptCount count;
    for_each_mark(practices, from, to, [&](const PromiseMark& mark) { add(count, mark); });
    return count;
}

MarkCount count_marks(const Promise& promise, Date from, Date to) {
    MarkCount count;
    for_each_mark(promise, from, to, [&](const PromiseMark& mark) {
        if (mark.kept == Kept::kept) ++count.kept;
        if (mark.kept == Kept::late) ++count.late;
        if (mark.kept == Kept::not_kept) ++count.not_kept;
    });
    return count;
}

std::string to_words(const KeptCount& count) {
    return count.marked == 0 ? std::string{} : fmt::format("{} of {}", count.kept, count.marked);
}

KeptWeeks kept_weeks(const Practices& practices, Date today, Weekday week_start) {
    const WeekSpans spans = week_spans(today, week_start);
    const auto count = [&](const WeekSpans::Span& span) {
        return kept_between(practices, span.first, span.last);
    };
    return {count(spans.this_week), count(spans.last_week), count(spans.four_weeks)};
}

std::vector<PeriodKept> kept_periods(const Practices& practices, Date from, Date to, Date last,
                                     Grain grain, Weekday week_start) {
    const Date first = period_of(from, grain, week_start).first;
    const Date end = std::min(period_of(to, grain, week_start).last, last);
    std::vector<PeriodKept> periods;
    for (Date day = first; day <= end;) {
        Period period = period_of(day, grain, week_start);
        period.last = std::min(period.last, end);
        periods.push_back({period, {}});
        day = period.last + 1;
    }
    for_each_mark(practices, first, end, [&](const PromiseMark& mark) {
        const auto after = std::upper_bound(
            periods.begin(), periods.end(), mark.due,
            [](Date day, const PeriodKept& one) { return day < one.period.first; });
        add(std::prev(after)->count, mark);
    });
    std::erase_if(periods, [](const PeriodKept& one) { return one.count.marked == 0; });
    return periods;
}

PlotSeries kept_series(const Practices& practices, const Plot& plot, Date today,
                       Weekday week_start) {
    PlotSeries series;
    series.scale = promises_series;
    const Grain grain = std::max(Grain::week, plot.marks);
    const Date from = Date::from_days(static_cast<int>(std::floor(plot.view.first)));
    const Date to = std::min(Date::from_days(static_cast<int>(std::ceil(plot.view.last))), today);
    std::vector<PlotPoint> piece;
    std::optional<Date> expected;  // the first day of the period after the last one drawn
    const auto end_piece = [&] {
        if (piece.size() > 1) series.pieces.push_back(piece);
        piece.clear();
    };
    for (const PeriodKept& one : kept_periods(practices, from, to, today, grain, week_start)) {
        if (expected != one.period.first) end_piece();
        expected = one.period.last + 1;
        const float x = plot.x_of(one.period.middle());
        if (x < 0 || x > plot.width) {
            end_piece();
            continue;
        }
        const PlotPoint point{x, plot.y_of(10 * one.count.share().value_or(0))};
        series.marks.push_back(point);
        piece.push_back(point);
    }
    end_piece();
    return series;
}

}  // namespace rekindle
