#include "workbook/insight/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rekindle {
namespace {

enum class Unit { day, week, month };

struct Step {
    Unit unit;
    int count;
};

constexpr std::array<Step, 15> steps{{{Unit::day, 1},
                                      {Unit::day, 2},
                                      {Unit::week, 1},
                                      {Unit::week, 2},
                                      {Unit::month, 1},
                                      {Unit::month, 2},
                                      {Unit::month, 3},
                                      {Unit::month, 6},
                                      {Unit::month, 12},
                                      {Unit::month, 2 * 12},
                                      {Unit::month, 5 * 12},
                                      {Unit::month, 10 * 12},
                                      {Unit::month, 50 * 12},
                                      {Unit::month, 100 * 12},
                                      {Unit::month, 1000 * 12}}};

// Steps are counted from fixed days (not from the picture's edge), so that ticks stay on the same
// dates while one drags.
Date first_tick(const Step& step, Date from, Weekday week_start) {
    if (step.unit == Unit::month) {
        const int month = from.year() * 12 + from.month() - 1 + (from.day() > 1 ? 1 : 0);
        const int rounded = (month + step.count - 1) / step.count * step.count;
        return first_of({rounded / 12, rounded % 12 + 1});
    }
    const int days = step.unit == Unit::week ? 7 * step.count : step.count;
    const int anchor = start_of_week(Date{}, week_start).days();
    const int since = from.days() - anchor;
    const int steps_up = since >= 0 ? (since + days - 1) / days : -(-since / days);
    return Date::from_days(anchor + steps_up * days);
}

Date next_tick(const Step& step, Date date) {
    if (step.unit == Unit::month) return first_of(date.year_month() + step.count);
    return date + (step.unit == Unit::week ? 7 * step.count : step.count);
}

std::string label_of(const Step& step, Date date) {
    if (step.unit != Unit::month) return to_short_words(date);
    if (date.month() == 1) return fmt::format("{}", date.year());
    return std::string(month_name(date.month()).substr(0, 3));
}

std::vector<Date> dates_of(const Step& step, const TimeView& view, Weekday week_start) {
    std::vector<Date> dates;
    const Date last = view.last_date();
    for (Date date = first_tick(step, view.first_date(), week_start); date <= last;
         date = next_tick(step, date))
        dates.push_back(date);
    return dates;
}

DateTick place_tick(Date date, std::string label, const TimeView& view, const AxisRoom& room,
                    float label_width) {
    DateTick tick;
    tick.date = date;
    tick.x = static_cast<float>((date.days() - view.first) / std::max(view.span(), 1e-9) *
                                static_cast<double>(room.width));
    const float low = label_width / 2 - room.overhang;
    const float high = room.width + room.overhang - label_width / 2;
    tick.label_x = high > low ? std::clamp(tick.x, low, high) : tick.x;
    tick.label = std::move(label);
    return tick;
}

}  // namespace

std::vector<DateTick> date_ticks(const TimeView& view, const AxisRoom& room, Weekday week_start,
                                 const MeasureLabel& measure) {
    if (room.width <= 0 || view.span() <= 0) return {};
    for (const Step& step : steps) {
        const double span_days = step.unit == Unit::month  ? 30.0 * step.count
                                 : step.unit == Unit::week ? 7.0 * step.count
                                                           : step.count;
        // No label is narrower than the gap: saves making thousands of labels to see them not fit.
        if (view.span() / span_days * static_cast<double>(room.gap) >
            static_cast<double>(room.width))
            continue;
        std::vector<DateTick> ticks;
        float free_from = -1e9f;
        bool fits = true;
        for (const Date date : dates_of(step, view, week_start)) {
            std::string label = label_of(step, date);
            const float width = measure(label);
            DateTick tick = place_tick(date, std::move(label), view, room, width);
            fits = fits && tick.label_x - width / 2 >= free_from;
            if (!fits) break;
            free_from = tick.label_x + width / 2 + room.gap;
            ticks.push_back(std::move(tick));
        }
        if (fits) return ticks;
    }
    return {};
}

std::vector<int> value_ticks(float height, float label_height) {
    for (const int step : {2, 5})
        if (height * static_cast<float>(step) / 10 >= label_height * 1.2f) {
            std::vector<int> values;
            for (int value = 0; value <= 10; value += step) values.push_back(value);
            return values;
        }
    return {0, 10};
}

}  // namespace rekindle
