// A year of days at a glance: a column for each week, a row for each weekday, darker where the
// value is higher. A day without a value is an empty outline, which no value looks like.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "app/frame/canvas.hpp"
#include "workbook/base/date.hpp"

namespace rekindle::app {

// What a strip shows: values for the days from `first` on (the first day of a week) up to today.
struct CalendarDays {
    Date first;
    std::vector<std::optional<double>> values;
    int weeks() const { return static_cast<int>((values.size() + 6) / 7); }
};

struct CalendarStripSpec {
    ControlName name;
    const CalendarDays& days;
    ImU32 colour = 0;
    std::optional<Date> cursor{};  // moved by the arrow keys while the strip has the focus
    std::string_view words = {};   // said of the cursor's day, in place of the months' names
    float row = 15;                // from one weekday to the next, at scale 1
    // Draws what stands on a day, in place of the shade of its value.
    std::function<void(Canvas&, const Rect&, Date)> draw_day = {};
};

struct CalendarStripResult {
    std::optional<Date> pointed;  // under the mouse, or the keyboard's cursor
    bool hovered = false;         // by the mouse
    Rect cell{};                  // of the day pointed at
    std::optional<Date> pressed;
    std::optional<Date> cursor;  // as it is now
};

inline constexpr float calendar_strip_height =
    124;  // at scale 1, with the months below, rows of 15

// Draws the strip as wide as the column and moves it below.
CalendarStripResult calendar_strip(const Pen& pen, const CalendarStripSpec& spec);

// The week `today` is in and the 52 before it, beginning on a first day of the week.
Date calendar_first(Date today, Weekday week_start);

// How strong the colour of a value is, 0 to 1; a zero can be seen too.
float calendar_shade(double value);

}  // namespace rekindle::app
