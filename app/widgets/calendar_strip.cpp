#include "app/widgets/calendar_strip.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float months_room = 19;  // below the days, at scale 1
constexpr float months_gap = 5;    // between the days and the months' names
constexpr int weekdays = 7;

// Where the days stand. Columns are as wide as the weeks have room for, rows as in the design.
struct Grid {
    Rect area;
    float across = 0;
    float down = 0;
    Rect cell(int day) const {
        const float gap_x = std::max(1.0f, std::round(across * 0.2f));
        const float gap_y = std::max(1.0f, std::round(down * 0.16f));
        const float left = std::round(area.x + across * static_cast<float>(day / weekdays));
        const float right = std::round(area.x + across * static_cast<float>(day / weekdays + 1));
        const float top = area.y + down * static_cast<float>(day % weekdays);
        return {left, top, std::max(1.0f, right - left - gap_x), down - gap_y};
    }
    std::optional<int> day_at(ImVec2 point, int count) const {
        if (!area.contains(point)) return std::nullopt;
        const int week = static_cast<int>((point.x - area.x) / across);
        const int row = std::min(static_cast<int>((point.y - area.y) / down), weekdays - 1);
        const int day = week * weekdays + row;
        return day < count ? std::optional(day) : std::nullopt;
    }
};

// A rectangle with its corners cut: as good as round at this size, with eight vertices and no
// smoothed edge, since there are hundreds of them.
void draw_cell(ImDrawList& list, const Rect& cell, ImU32 colour) {
    const float cut = cell.w >= 5 ? std::max(1.0f, std::round(cell.w * 0.16f)) : 0;
    const std::array<ImVec2, 8> corners{{{cell.x + cut, cell.y},
                                         {cell.right() - cut, cell.y},
                                         {cell.right(), cell.y + cut},
                                         {cell.right(), cell.bottom() - cut},
                                         {cell.right() - cut, cell.bottom()},
                                         {cell.x + cut, cell.bottom()},
                                         {cell.x, cell.bottom() - cut},
                                         {cell.x, cell.y + cut}}};
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list.PrimReserve(18, 8);
    const unsigned first = list._VtxCurrentIdx;
    for (const ImVec2& corner : corners) list.PrimWriteVtx(corner, white, colour);
    for (unsigned i = 1; i < 7; ++i)
        for (const unsigned place : {0u, i, i + 1})
            list.PrimWriteIdx(static_cast<ImDrawIdx>(first + place));
}

void draw_empty_cell(Canvas& canvas, const Rect& cell) {
    const float line = std::max(1.0f, canvas.px(1));
    draw_cell(*canvas.list(), cell, canvas.colour(Colour::line));
    canvas.list()->AddRectFilled({cell.x + line, cell.y + line},
                                 {cell.right() - line, cell.bottom() - line},
                                 canvas.colour(Colour::surface));
}

void draw_cells(Canvas& canvas, const Grid& grid, const CalendarStripSpec& spec) {
    const auto count = static_cast<int>(spec.days.values.size());
    for (int day = 0; day < count; ++day) {
        if (spec.draw_day) {
            spec.draw_day(canvas, grid.cell(day), spec.days.first + day);
            continue;
        }
        const auto& value = spec.days.values[static_cast<std::size_t>(day)];
        if (value)
            draw_cell(*canvas.list(), grid.cell(day), faded(spec.colour, calendar_shade(*value)));
        else
            draw_empty_cell(canvas, grid.cell(day));
    }
}

// Each month's name below the week in which it begins, where there is room for it.
void draw_months(Canvas& canvas, const Grid& grid, const CalendarDays& days) {
    float free_from = grid.area.x;
    for (int week = 0; week < days.weeks(); ++week) {
        const Date last_day = days.first + (week * weekdays + weekdays - 1);
        if (last_day.day() > weekdays) continue;
        const std::string_view name = month_name(last_day.month()).substr(0, 3);
        const float x = grid.cell(week * weekdays).x;
        const float width = text_width(canvas, Type::label, name);
        if (x < free_from || x + width > grid.area.right()) continue;
        draw_text(canvas, x, grid.area.bottom() + canvas.px(months_gap), Type::label, Colour::faint,
                  name);
        free_from = x + width + canvas.px(10);
    }
}

void draw_frame(Canvas& canvas, const Rect& cell) {
    const float out = canvas.px(2);
    canvas.list()->AddRect({cell.x - out, cell.y - out}, {cell.right() + out, cell.bottom() + out},
                           canvas.colour(Colour::ink), canvas.px(3), 0,
                           std::max(1.5f, canvas.scale * 1.5f));
}

// Up and down a day, left and right a week; nowhere beyond the strip.
std::optional<Date> moved_cursor(Canvas& canvas, const CalendarStripSpec& spec) {
    const Date last = spec.days.first + (static_cast<int>(spec.days.values.size()) - 1);
    Date at = std::clamp(spec.cursor.value_or(last), spec.days.first, last);
    const auto step = [&](Key key, int by) {
        while (canvas.input.take(key))
            if (at + by >= spec.days.first && at + by <= last) at = at + by;
    };
    step(Key::left, -weekdays);
    step(Key::right, weekdays);
    step(Key::up, -1);
    step(Key::down, 1);
    if (canvas.input.take(Key::home)) at = spec.days.first;
    if (canvas.input.take(Key::end)) at = last;
    return at;
}

}  // namespace

CalendarStripResult calendar_strip(const Pen& pen, const CalendarStripSpec& spec) {
    const float down = pen.px(spec.row);
    const Rect whole = pen.column.take(down * weekdays + pen.px(months_room));
    CalendarStripResult result;
    result.cursor = spec.cursor;
    const auto count = static_cast<int>(spec.days.values.size());
    if (count == 0) return result;
    const Grid grid{{whole.x, whole.y, whole.w, down * weekdays},
                    whole.w / static_cast<float>(spec.days.weeks()),
                    down};
    const Interaction seen =
        interact(pen.canvas, {.name = spec.name, .hit = grid.area, .rounding = 4});
    if (seen.focused) result.cursor = moved_cursor(pen.canvas, spec);
    result.hovered = seen.hovered;
    const auto under = grid.day_at(ImGui::GetMousePos(), count);
    if (seen.hovered && under)
        result.pointed = spec.days.first + *under;
    else if (seen.focused)
        result.pointed = result.cursor;
    if (seen.pressed) result.pressed = result.pointed;
    if (result.pointed) result.cell = grid.cell(*result.pointed - spec.days.first);
    if (is_hidden(pen.canvas, whole)) return result;
    draw_cells(pen.canvas, grid, spec);
    if (seen.focused && !seen.hovered && !spec.words.empty())
        draw_text_cut(pen.canvas, {grid.area.x, grid.area.bottom() + pen.px(months_gap)},
                      grid.area.w, Type::label, Colour::muted, spec.words);
    else
        draw_months(pen.canvas, grid, spec.days);
    if (result.pointed) draw_frame(pen.canvas, result.cell);
    return result;
}

Date calendar_first(Date today, Weekday week_start) {
    return start_of_week(today, week_start) - 52 * weekdays;
}

float calendar_shade(double value) {
    return 0.16f + 0.84f * static_cast<float>(std::clamp(value, 0.0, 10.0)) / 10;
}

}  // namespace rekindle::app
