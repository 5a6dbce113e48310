// What stands along the edges of a picture over time: honest values from 0 to 10, and real dates as
// close together as their labels allow.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/date.hpp"
#include "workbook/insight/view.hpp"

namespace rekindle {

// The width of a label as it will be drawn, in the picture's pixels.
using MeasureLabel = std::function<float(std::string_view)>;

struct DateTick {
    Date date;
    float x = 0;        // of its line, from the left edge
    float label_x = 0;  // where the label's middle goes: moved in at the edges
    std::string label;  // "30 Aug", "Nov", "2027" (a year's January), "2030"
    bool operator==(const DateTick&) const = default;
};

struct AxisRoom {
    float width = 0;     // of the picture
    float gap = 0;       // at least between two labels
    float overhang = 0;  // how far a label may stand out at either edge
};

// Dates along `view`: every day, every week (from the profile's week start), month, quarter, half
// or whole year, or several years, whichever is the closest whose labels do not touch.
std::vector<DateTick> date_ticks(const TimeView& view, const AxisRoom& room, Weekday week_start,
                                 const MeasureLabel& measure);

// 0 to 10: every 2, or 5, or only the ends, so that labels `label_height` high fit into `height`.
std::vector<int> value_ticks(float height, float label_height);

}  // namespace rekindle
