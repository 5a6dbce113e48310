// A chart of some scales over time as plain geometry: what the window draws is what an SVG or a PNG
// shows. Places are pixels from the top left of the plot's area, x to the right and y down. Nothing
// is smoothed and nothing is drawn where nobody answered.
#pragma once

#include <string>
#include <vector>

#include "workbook/base/date.hpp"
#include "workbook/insight/axis.hpp"
#include "workbook/insight/days.hpp"
#include "workbook/insight/series.hpp"
#include "workbook/insight/view.hpp"

namespace rekindle {

struct PlotPoint {
    float x = 0;
    float y = 0;
    bool operator==(const PlotPoint&) const = default;
};

// One scale: a mark for each day (or week, month …) with a value, and the pieces of its line. Where
// two scales have the same value on a day the later one's mark stands a little to the right. A line
// is in pieces where too few days have a value for an average; no piece has fewer than two
// points.
struct PlotSeries {
    std::string scale;
    bool beside = false;  // of the person whose days were asked for beside the first one's
    std::vector<PlotPoint> marks;
    std::vector<std::vector<PlotPoint>> pieces;
};

// The events of one day, or of several that stand too close for marks of their own.
struct PlotEvents {
    float x = 0;               // of the mark: its first day
    int row = 0;               // 0 at the top; 1 below it, where a neighbour is near
    std::vector<float> lines;  // of each of its days
    std::vector<DayEvent> events;
};

struct PlotValue {
    int value = 0;
    float y = 0;
};

struct Plot {
    TimeView view;
    float width = 0;
    float height = 0;
    Grain marks = Grain::day;  // what a mark stands for
    Grain lines = Grain::day;  // day: the 7-day average; month: means of months, and so on
    std::vector<PlotValue> values;
    std::vector<DateTick> dates;
    std::vector<PlotSeries> series;
    std::vector<PlotEvents> events;

    float x_of(double day) const;
    double day_at(float x) const;
    float y_of(double value) const;
    bool is_empty() const;  // no mark in view
};

// What is looked at and how much room there is. Lengths are pixels; `unit` is the length of one
// pixel of the design.
struct PlotRequest {
    std::vector<std::string> scales;
    TimeView view;
    Date today;  // or the last day with an entry: nothing after it is drawn
    Weekday week_start = Weekday::monday;
    float width = 0;
    float height = 0;
    float unit = 1;
    float label_height = 12;
    bool with_events = true;
    MeasureLabel label_width;
    // Another person's days, each scale's series after the first one's. Their events are not shown:
    // an event can carry words, and those are theirs.
    const Days* beside = nullptr;
};
Plot make_plot(const Days& days, const PlotRequest& request);

// "dots: days", "lines: 7-day average": what marks and lines stand for, for the legend.
std::string marks_legend(const Plot& plot);
std::string lines_legend(const Plot& plot);

// The day meant by a place in the plot: the nearest day that has an entry when one stands
// within `reach` pixels, otherwise the nearest day. Never after `today`.
Date day_meant(const Plot& plot, const Days& days, float x, float reach, Date today,
               const Days* beside = nullptr);

}  // namespace rekindle
