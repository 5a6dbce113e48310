// A day of the plot that is chosen with the keys, and told in a line below it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/screens/shortcuts.hpp"
#include "app/screens/timeline/parts.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr int week = 7;
constexpr float least_lines = 2;  // kept free, so that what is below stands still from day to day

// The same day of another month, or the last one where it has none.
Date months_on(Date date, int months) {
    const YearMonth month = date.year_month() + months;
    return first_of(month) + (std::min(date.day(), days_in(month)) - 1);
}

Date moved_by_keys(Input& input, Date date, Date first, const TimeLimits& limits) {
    const auto go = [&](Date to) { date = std::clamp(to, limits.earliest, limits.latest); };
    while (take(input, Does::cursor_day_back)) go(date - 1);
    while (take(input, Does::cursor_day_on)) go(date + 1);
    while (take(input, Does::cursor_week_back)) go(date - week);
    while (take(input, Does::cursor_week_on)) go(date + week);
    while (take(input, Does::cursor_month_back)) go(months_on(date, -1));
    while (take(input, Does::cursor_month_on)) go(months_on(date, +1));
    if (take(input, Does::cursor_to_first)) go(first);
    if (take(input, Does::cursor_to_latest)) go(limits.latest);
    return date;
}

// The view goes along with a cursor that would leave it.
void keep_in_view(TimelineUi& ui, const TimeView& view, Date date, const TimeLimits& limits) {
    const int before = view.first_date() - date;
    const int after = date - view.last_date();
    if (before > 0) look_at(ui, moved(view, -before, limits));
    if (after > 0) look_at(ui, moved(view, after, limits));
}

void take_zoom_keys(const Screen& screen, TimelineUi& ui, Input& input, Date date) {
    const TimeLimits limits = limits_of(screen, ui);
    TimeView view = view_of(screen, ui);
    const TimeView before = view;
    const auto zoom = [&](double factor) {
        const double share = (date.days() - view.first) / std::max(1.0, view.span());
        view = zoomed(view, factor, std::clamp(share, 0.0, 1.0), limits);
    };
    while (take(input, Does::fewer_days)) zoom(0.8);
    while (take(input, Does::more_days)) zoom(1.25);
    if (view != before) look_at(ui, view);
}

}  // namespace

void take_arrows_for_plot(Canvas& canvas) {
    if (!canvas.controls.focused().empty()) return;
    const auto pressed = [&](const InputEvent& event) {
        return is_for(event, Does::cursor_day_back) || is_for(event, Does::cursor_day_on) ||
               is_for(event, Does::cursor_week_back) || is_for(event, Does::cursor_week_on);
    };
    const auto& events = canvas.input.events;
    if (std::any_of(events.begin(), events.end(), pressed))
        canvas.controls.focus("timeline.plot", true);
}

std::optional<Date> plot_cursor(const Screen& screen, const TimelineUi& ui, const Canvas& canvas) {
    if (!canvas.controls.has_focus("timeline.plot")) return std::nullopt;
    const TimeView view = view_of(screen, ui);
    const bool in_view =
        ui.cursor && *ui.cursor >= view.first_date() && *ui.cursor <= view.last_date();
    if (in_view) return ui.cursor;
    if (!canvas.controls.shows_ring()) return std::nullopt;  // the mouse is on it
    return std::clamp(view.last_date(), limits_of(screen, ui).earliest,
                      limits_of(screen, ui).latest);
}

void take_cursor_keys(const Screen& screen, TimelineUi& ui, const AskingPen& pen) {
    const TimeLimits limits = limits_of(screen, ui);
    const TimeView view = view_of(screen, ui);
    const std::optional<Date> shown = plot_cursor(screen, ui, pen.canvas);
    const Date before =
        shown.value_or(std::clamp(view.last_date(), limits.earliest, limits.latest));
    const Date first = screen.days.first().value_or(limits.earliest);
    const Date after = moved_by_keys(pen.canvas.input, before, first, limits);
    if (after != before) {
        ui.cursor = after;
        pen.canvas.controls.grab("timeline.plot", true);  // the keys are in use from now on
        keep_in_view(ui, view, after, limits);
    }
    take_zoom_keys(screen, ui, pen.canvas.input, after);
    if (take(pen.canvas.input, Does::open_cursor_day) && (shown || after != before))
        pen.out.add(ShowDay{after});
}

void draw_cursor_words(const Screen& screen, TimelineUi& ui, const Pen& pen,
                       std::optional<Date> date) {
    const bool is_new = ui.told != date;
    ui.told = date;
    if (!date) return;
    const float top = pen.column.y;
    draw_wrapped(pen, Type::secondary, Colour::ink, cursor_in_words(screen, ui, *date));
    pen.column.y =
        std::max(pen.column.y, top + least_lines * line_height(pen.canvas, Type::secondary));
    const float hidden = pen.column.y + pen.px(8) - pen.canvas.list()->GetClipRectMax().y;
    if (!is_new || hidden <= 0) return;
    ImGui::SetScrollY(ImGui::GetScrollY() + hidden);
    pen.canvas.draw_again();
}

}  // namespace rekindle::app
