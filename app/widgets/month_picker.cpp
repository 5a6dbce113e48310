#include <array>
#include <utility>

#include "app/widgets/menu.hpp"
#include "app/widgets/popup.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float cell = 36;
constexpr float head_row = 40;     // month and year, back and forward
constexpr float weekday_row = 22;  // their first letters
constexpr int rows = 6;
constexpr int columns = 7;

struct Month {
    Canvas& canvas;
    const MonthSpec& spec;
    MonthPicker& picker;

    std::string name_of(Date date) const { return std::string(spec.name) + ".day." + to_iso(date); }
    bool can_pick(Date date) const { return date <= spec.last; }
};

bool draw_step(Month& month, const Rect& rect, const char* name, const char* label, bool enabled) {
    Interaction seen;
    const std::string full = std::string(month.spec.name) + '.' + name;
    if (enabled) seen = interact(month.canvas, {.name = full, .hit = rect, .rounding = 6});
    if (seen.hovered)
        month.canvas.list()->AddRectFilled(
            rect.min(), rect.max(), month.canvas.colour(Colour::accent_soft), month.canvas.px(6));
    draw_text_centred(month.canvas, rect, Type::body, enabled ? Colour::ink : Colour::faint, label);
    return seen.pressed;
}

bool has_month_after(const Month& month) {
    return month.picker.shown < month.spec.last.year_month();
}
bool has_month_before(const Month& month) { return month.picker.shown > YearMonth{1900, 1}; }

void draw_head(Month& month, Column& column) {
    Canvas& canvas = month.canvas;
    const Rect row = column.take(canvas.px(head_row));
    const float size = canvas.px(cell);
    YearMonth& shown = month.picker.shown;
    const std::string title =
        std::string(month_name(shown.month)) + ' ' + std::to_string(shown.year);
    draw_text_centred(canvas, {row.x, row.y, row.w, size}, Type::strong, Colour::ink, title);
    if (draw_step(month, {row.x, row.y, size, size}, "previous", "‹", has_month_before(month)))
        shown = shown + -1;
    if (draw_step(month, {row.right() - size, row.y, size, size}, "next", "›",
                  has_month_after(month)))
        shown = shown + 1;
}

void draw_weekdays(Month& month, Column& column) {
    const Rect row = column.take(month.canvas.px(weekday_row));
    const float size = month.canvas.px(cell);
    for (int i = 0; i < columns; ++i) {
        const auto day =
            static_cast<Weekday>((static_cast<int>(month.spec.week_start) + i) % columns);
        draw_text_centred(month.canvas, {row.x + static_cast<float>(i) * size, row.y, size, row.h},
                          Type::label, Colour::muted, weekday_name(day).substr(0, 2));
    }
}

void draw_day_ground(const Month& month, const Rect& rect, Date date, bool hovered) {
    Canvas& canvas = month.canvas;
    const float inset = canvas.px(2);
    const ImVec2 low{rect.x + inset, rect.y + inset};
    const ImVec2 high{rect.right() - inset, rect.bottom() - inset};
    const float rounding = canvas.px(8);
    if (date == month.spec.selected)
        canvas.list()->AddRectFilled(low, high, canvas.colour(Colour::accent), rounding);
    else if (hovered)
        canvas.list()->AddRectFilled(low, high, canvas.colour(Colour::accent_soft), rounding);
    if (date == month.picker.today.value_or(month.spec.last))
        canvas.list()->AddRect(low, high, canvas.colour(Colour::accent), rounding, 0,
                               std::max(1.0f, 1.5f * canvas.scale));
}

bool draw_day(Month& month, const Rect& rect, Date date) {
    Canvas& canvas = month.canvas;
    const bool can_pick = month.can_pick(date);
    const bool marked = can_pick && month.spec.marked && month.spec.marked(date);
    Interaction seen;
    if (can_pick)
        seen = interact(canvas, {.name = month.name_of(date),
                                 .hit = rect,
                                 .state = date == month.spec.selected ? "checked" : "-",
                                 .rounding = 8});
    draw_day_ground(month, rect, date, seen.hovered);
    const Colour ink = date == month.spec.selected ? Colour::on_accent
                       : can_pick                  ? Colour::ink
                                                   : Colour::faint;
    const Rect number{rect.x, rect.y, rect.w, rect.h - (marked ? canvas.px(5) : 0)};
    draw_text_centred(canvas, number, Type::secondary, ink, std::to_string(date.day()));
    if (marked)
        canvas.list()->AddCircleFilled(
            {rect.centre().x, rect.bottom() - canvas.px(7)}, 2 * canvas.scale,
            canvas.colour(date == month.spec.selected ? Colour::on_accent : Colour::accent));
    return seen.pressed;
}

std::optional<Date> draw_days(Month& month, const Column& column) {
    const float size = month.canvas.px(cell);
    const Date first = first_of(month.picker.shown);
    const Date corner = start_of_week(first, month.spec.week_start);
    std::optional<Date> picked;
    for (int i = 0; i < days_in(month.picker.shown); ++i) {
        const int place = first - corner + i;
        const Rect rect{column.x + static_cast<float>(place % columns) * size,
                        column.y + static_cast<float>(place / columns) * size, size, size};
        if (draw_day(month, rect, first + i)) picked = first + i;
    }
    return picked;
}

std::optional<Date> focused_day(const Month& month) {
    const std::string begin = std::string(month.spec.name) + ".day.";
    const std::string& focused = month.canvas.controls.focused();
    return focused.starts_with(begin) ? parse_date(focused.substr(begin.size())) : std::nullopt;
}

// Arrows walk from day to day, page keys from month to month; the month on view follows.
void walk(Month& month) {
    const auto go = [&](Date date) {
        if (date > month.spec.last) date = month.spec.last;
        if (date < first_of({1900, 1})) date = first_of({1900, 1});
        month.picker.shown = date.year_month();
        month.canvas.controls.focus(month.name_of(date), true);
    };
    const auto days = [&](Key key, int by) {
        while (month.canvas.input.take(key))
            go(focused_day(month).value_or(month.spec.selected) + by);
    };
    days(Key::left, -1);
    days(Key::right, +1);
    days(Key::up, -columns);
    days(Key::down, +columns);
    days(Key::page_up, -28);
    days(Key::page_down, +28);
}

// It opens below the control that was pressed for it.
void begin(Month& month) {
    MonthPicker& picker = month.picker;
    Controls& controls = month.canvas.controls;
    picker.open = true;
    picker.opener = controls.focused();
    if (month.spec.selected.year_month() == picker.shown && month.can_pick(month.spec.selected))
        controls.focus(month.name_of(month.spec.selected), controls.shows_ring());
}

// A click beside it closed it: the focus goes back to what opened it.
void return_focus(Month& month) {
    Controls& controls = month.canvas.controls;
    const std::string begin = std::string(month.spec.name) + '.';
    const bool was_inside = focused_day(month) || controls.has_focus(begin + "previous") ||
                            controls.has_focus(begin + "next");
    if (was_inside) controls.grab(month.picker.opener, controls.shows_ring());
}

Rect anchor_of(const Month& month) {
    const Control* opener = month.canvas.controls.find(month.picker.opener);
    const ImVec2 mouse = ImGui::GetMousePosOnOpeningCurrentPopup();
    return opener ? opener->rect : Rect{mouse.x, mouse.y, 0, 0};
}

}  // namespace

std::optional<Date> month_picker(Canvas& canvas, const MonthSpec& spec, MonthPicker& picker) {
    Month month{canvas, spec, picker};
    if (!ImGui::IsPopupOpen(std::string(spec.name).c_str())) {
        if (std::exchange(picker.open, false)) return_focus(month);
        return std::nullopt;
    }
    if (!picker.open) begin(month);
    const ImVec2 size{canvas.px(cell) * columns,
                      canvas.px(head_row) + canvas.px(weekday_row) + canvas.px(cell) * rows};
    Popup popup{canvas, spec.name, anchor_of(month), size};
    if (!popup.is_open()) return std::nullopt;
    walk(month);
    Column column = popup.column();
    draw_head(month, column);
    draw_weekdays(month, column);
    const std::optional<Date> picked = draw_days(month, column);
    if (picked)
        popup.close(picker.opener);
    else
        popup.close_when_left(picker.opener);
    return picked;
}

}  // namespace rekindle::app
