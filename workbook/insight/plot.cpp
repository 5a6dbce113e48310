#include "workbook/insight/plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace rekindle {
namespace {

// Closer than this (pixels of the design) marks run into each other and stand for more than a day.
constexpr float least_mark_distance = 2.8f;
constexpr float least_line_distance = 1;
constexpr float event_distance = 25;  // between the middles of two event marks
constexpr int event_rows = 2;         // while days can be told apart; one row when they cannot
constexpr float beside = 4;           // how far a mark moves that would cover another

float pixels_per(Grain grain, const PlotRequest& request) {
    const float day = request.width / static_cast<float>(std::max(request.view.span(), 1.0));
    switch (grain) {
        case Grain::day:
            return day;
        case Grain::week:
            return day * 7;
        case Grain::month:
            return day * 30;
        case Grain::year:
            return day * 365;
    }
    return day;
}

Grain marks_grain(const PlotRequest& request) {
    for (const Grain grain : {Grain::day, Grain::week, Grain::month})
        if (pixels_per(grain, request) >= least_mark_distance * request.unit) return grain;
    return Grain::year;
}

// A 7-day average while it has a pixel for each day; beyond that the means of months, so that the
// line can still be followed with the eye.
Grain lines_grain(const PlotRequest& request) {
    if (pixels_per(Grain::day, request) >= least_line_distance * request.unit) return Grain::day;
    if (pixels_per(Grain::month, request) >= least_mark_distance * request.unit)
        return Grain::month;
    return Grain::year;
}

// The days that can matter to what is seen: one beyond either edge, none after today.
struct Reach {
    Date from;
    Date to;
};
Reach reach_of(const PlotRequest& request) {
    const Date to = Date::from_days(static_cast<int>(std::ceil(request.view.last)) + 1);
    return {Date::from_days(static_cast<int>(std::floor(request.view.first)) - 1),
            std::min(to, request.today)};
}

void keep_piece(std::vector<PlotPoint>& piece, PlotSeries& into) {
    if (piece.size() > 1) into.pieces.push_back(std::move(piece));
    piece.clear();
}

// The 7-day average. It ends with the last day that has a value: the window would still find three
// old values on the days after it, and draw a line into silence.
void add_daily_line(const Days& days, const PlotRequest& request, const Plot& plot,
                    PlotSeries& into) {
    const Reach reach = reach_of(request);
    const Date from = reach.from - average_days;
    const DayValues values = days.series(into.scale, from, reach.to);
    const DayValues averages = trailing_average(values);
    std::vector<PlotPoint> piece;
    std::size_t answered = 0;  // points of the piece up to its last day with a value
    const auto end_piece = [&] {
        piece.resize(answered);
        keep_piece(piece, into);
        answered = 0;
    };
    for (std::size_t i = average_days; i < values.size(); ++i) {
        if (!averages[i]) {
            end_piece();
            continue;
        }
        piece.push_back({plot.x_of((from + static_cast<int>(i)).days()), plot.y_of(*averages[i])});
        if (values[i]) answered = piece.size();
    }
    end_piece();
}

void add_period_line(const std::vector<PeriodMean>& means, const Plot& plot, PlotSeries& into) {
    std::vector<PlotPoint> piece;
    std::optional<Date> expected;  // the first day of the period after the last one drawn
    for (const PeriodMean& one : means) {
        if (expected != one.period.first) keep_piece(piece, into);
        expected = one.period.last + 1;
        if (one.mean.days < needed_of(one.period.days()))
            keep_piece(piece, into);
        else
            piece.push_back({plot.x_of(one.period.middle()), plot.y_of(one.mean.value)});
    }
    keep_piece(piece, into);
}

PlotPoint between(const PlotPoint& a, const PlotPoint& b, float x) {
    return {x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
}

// What of a piece lies between the edges, cut exactly at them.
std::vector<PlotPoint> cut_to(const std::vector<PlotPoint>& piece, float width) {
    std::vector<PlotPoint> seen;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const PlotPoint& here = piece[i];
        if (i > 0) {
            const PlotPoint& before = piece[i - 1];
            if (before.x < 0 && here.x > 0) seen.push_back(between(before, here, 0));
            if (before.x < width && here.x > width) seen.push_back(between(before, here, width));
        }
        if (here.x >= 0 && here.x <= width) seen.push_back(here);
    }
    return seen;
}

void cut_pieces(PlotSeries& series, float width) {
    for (auto& piece : series.pieces) piece = cut_to(piece, width);
    std::erase_if(series.pieces, [](const auto& piece) { return piece.size() < 2; });
}

PlotSeries make_series(const Days& days, const PlotRequest& request, const Plot& plot,
                       const std::string& scale) {
    PlotSeries made;
    made.scale = scale;
    const Reach reach = reach_of(request);
    const auto means = [&](Grain grain) {
        return period_means(days, scale,
                            {reach.from, reach.to, request.today, grain, request.week_start});
    };
    const float edge = 0.5f;  // a mark on the very edge is not lost to rounding
    const std::vector<PeriodMean> marks = means(plot.marks);
    for (const PeriodMean& one : marks) {
        const float x = plot.x_of(one.period.middle());
        if (x >= -edge && x <= plot.width + edge)
            made.marks.push_back({x, plot.y_of(one.mean.value)});
    }
    if (plot.lines == Grain::day)
        add_daily_line(days, request, plot, made);
    else
        add_period_line(plot.lines == plot.marks ? marks : means(plot.lines), plot, made);
    cut_pieces(made, plot.width);
    return made;
}

// The row that has room for a mark at `x`; none when neighbours are too near in all of them.
std::optional<int> free_row(const std::vector<PlotEvents>& marks, float x, float distance,
                            int rows) {
    for (int row = 0; row < rows; ++row) {
        const auto last = std::find_if(marks.rbegin(), marks.rend(),
                                       [row](const PlotEvents& mark) { return mark.row == row; });
        if (last == marks.rend() || x - last->x >= distance) return row;
    }
    return std::nullopt;
}

// Neighbours share a mark when theirs would overlap; it stands at the first of their days. Counting
// begins a little before the view, so that marks do not regroup at every step while one drags.
std::vector<PlotEvents> make_events(const Days& days, const PlotRequest& request,
                                    const Plot& plot) {
    std::vector<PlotEvents> marks;
    const Date from = request.view.first_date() - static_cast<int>(request.view.span() / 4);
    const Date last = std::min(request.view.last_date(), request.today);
    const int rows = plot.marks == Grain::day ? event_rows : 1;
    for (DayEvent& event : days.events(from, last)) {
        const float x = plot.x_of(event.date.days());
        const bool same_day = !marks.empty() && marks.back().lines.back() == x;
        if (!same_day) {
            const auto row = free_row(marks, x, event_distance * request.unit, rows);
            if (row) marks.push_back({x, *row, {}, {}});
            marks.back().lines.push_back(x);
        }
        marks.back().events.push_back(std::move(event));
    }
    std::erase_if(marks, [](const PlotEvents& mark) { return mark.x < -0.5f; });
    return marks;
}

// Marks of two scales with the same value on the same day: both have to be seen.
void part_marks(Plot& plot, const PlotRequest& request) {
    const float step = std::min(beside * request.unit, pixels_per(plot.marks, request) * 0.4f);
    const auto covers = [](const PlotSeries& series, const PlotPoint& mark) {
        const auto at =
            std::lower_bound(series.marks.begin(), series.marks.end(), mark.x,
                             [](const PlotPoint& point, float x) { return point.x < x; });
        return at != series.marks.end() && *at == mark;
    };
    const std::vector<PlotSeries> as_rated = plot.series;
    for (std::size_t i = 1; i < plot.series.size(); ++i)
        for (std::size_t place = 0; place < as_rated[i].marks.size(); ++place) {
            const PlotPoint& mark = as_rated[i].marks[place];
            const auto before =
                std::count_if(as_rated.begin(), as_rated.begin() + static_cast<std::ptrdiff_t>(i),
                              [&](const PlotSeries& other) { return covers(other, mark); });
            plot.series[i].marks[place].x += step * static_cast<float>(before);
        }
}

}  // namespace

float Plot::x_of(double day) const {
    return static_cast<float>((day - view.first) / std::max(view.span(), 1e-9) *
                              static_cast<double>(width));
}
double Plot::day_at(float x) const {
    return view.first +
           static_cast<double>(x) / std::max(1.0, static_cast<double>(width)) * view.span();
}
float Plot::y_of(double value) const { return height * (1 - static_cast<float>(value) / 10); }

bool Plot::is_empty() const {
    return std::all_of(series.begin(), series.end(),
                       [](const PlotSeries& one) { return one.marks.empty(); });
}

Plot make_plot(const Days& days, const PlotRequest& request) {
    Plot plot;
    plot.view = request.view;
    plot.width = request.width;
    plot.height = request.height;
    plot.marks = marks_grain(request);
    plot.lines = lines_grain(request);
    for (const int value : value_ticks(request.height, request.label_height))
        plot.values.push_back({value, plot.y_of(value)});
    const AxisRoom room{request.width, 14 * request.unit, 18 * request.unit};
    plot.dates = date_ticks(request.view, room, request.week_start, request.label_width);
    for (const std::string& scale : request.scales) {
        plot.series.push_back(make_series(days, request, plot, scale));
        if (!request.beside) continue;
        plot.series.push_back(make_series(*request.beside, request, plot, scale));
        plot.series.back().beside = true;
    }
    part_marks(plot, request);
    if (request.with_events) plot.events = make_events(days, request, plot);
    return plot;
}

std::string marks_legend(const Plot& plot) { return fmt::format("dots: {}", to_words(plot.marks)); }

std::string lines_legend(const Plot& plot) {
    switch (plot.lines) {
        case Grain::day:
            return "lines: 7-day average";
        case Grain::week:
            return "lines: weekly average";
        case Grain::month:
            return "lines: monthly average";
        case Grain::year:
            return "lines: yearly average";
    }
    return {};
}

Date day_meant(const Plot& plot, const Days& days, float x, float reach, Date today,
               const Days* beside) {
    const auto has_entry = [&](Date date) {
        return days.has_entry(date) || (beside && beside->has_entry(date));
    };
    const double at = plot.day_at(std::clamp(x, 0.0f, plot.width));
    const double per_pixel = plot.view.span() / std::max(1.0, static_cast<double>(plot.width));
    const Date nearest = std::min(Date::from_days(static_cast<int>(std::lround(at))), today);
    const int around = static_cast<int>(static_cast<double>(reach) * per_pixel);
    for (int away = 0; away <= around; ++away) {
        if (has_entry(nearest - away)) return nearest - away;
        if (nearest + away <= today && has_entry(nearest + away)) return nearest + away;
    }
    return nearest;
}

}  // namespace rekindle
