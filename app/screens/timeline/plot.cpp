#include <algorithm>
#include <cmath>

#include "app/screens/timeline/parts.hpp"
#include "app/widgets/chart.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/tooltip.hpp"

namespace rekindle::app {
namespace {

constexpr float click_reach = 4;    // pixels the mouse may tremble in a click
constexpr float day_reach = 6;      // and within which an entry is meant
constexpr float beside_a_day = 10;  // its marks are as wide as that, to either side
constexpr float least_height = 200;
constexpr float most_height = 560;
constexpr float beside_the_plot = 472;  // of a window's height, by all that is not the plot

// As high as the window allows, so that the page need not be scrolled where it can be helped.
float plot_height(const Canvas& canvas) {
    const float window = ImGui::GetIO().DisplaySize.y / canvas.scale;
    return canvas.px(std::clamp(window - beside_the_plot, least_height, most_height));
}

double day_under(const TimeView& view, const Rect& area, float x) {
    return view.first + static_cast<double>((x - area.x) / std::max(1.0f, area.w)) * view.span();
}

void take_wheel(const Screen& screen, TimelineUi& ui, Canvas& canvas, const Rect& area) {
    const float place = (ImGui::GetMousePos().x - area.x) / std::max(1.0f, area.w);
    look_at(ui, zoomed(view_of(screen, ui), std::pow(0.85, static_cast<double>(canvas.wheel)),
                       static_cast<double>(std::clamp(place, 0.0f, 1.0f)), limits_of(screen, ui)));
    canvas.wheel = 0;
}

// The day that the mouse took hold of stays under it.
void drag(const Screen& screen, TimelineUi& ui, Canvas& canvas, const Rect& area) {
    const ImVec2 mouse = ImGui::GetMousePos();
    const TimeView view = view_of(screen, ui);
    if (!ui.dragged_from) ui.dragged_from = day_under(view, area, mouse.x);
    const float away = std::abs(mouse.x - ImGui::GetIO().MouseClickedPos[0].x);
    if (away > click_reach * canvas.scale) ui.dragging = true;
    if (!ui.dragging) return;
    look_at(ui,
            moved(view, *ui.dragged_from - day_under(view, area, mouse.x), limits_of(screen, ui)));
}

// A click opens its day once it is sure that no second click follows.
void open_clicked(TimelineUi& ui, const AskingPen& pen) {
    if (!ui.click) return;
    const double now = pen.canvas.seconds;
    if (now < ui.click->due) return pen.canvas.draw_again_at(ui.click->due);
    if (now < ui.click->due + 1) pen.out.add(ShowDay{ui.click->day});
    ui.click.reset();
}

// Moves the view by mouse, wheel and keys; true when the plot was clicked without being dragged.
bool use_plot(const Screen& screen, TimelineUi& ui, const Rect& area, const Interaction& seen,
              const AskingPen& pen) {
    if (seen.hovered && pen.canvas.wheel != 0) take_wheel(screen, ui, pen.canvas, area);
    if (seen.focused) take_cursor_keys(screen, ui, pen);
    if (seen.double_clicked) {
        ui.range = ui.home;
        ui.click.reset();
        ui.dragged_from.reset();
    }
    // The second press of a double click takes hold of nothing, so letting go of it is no click.
    const bool clicked = seen.pressed && ui.dragged_from && !ui.dragging;
    if (seen.held && !seen.double_clicked && (ui.dragged_from || ImGui::IsMouseClicked(0)))
        drag(screen, ui, pen.canvas, area);
    if (!seen.held) {
        ui.dragging = false;
        ui.dragged_from.reset();
    }
    return clicked;
}

// On the mark of an event its day is meant.
void begin_click(TimelineUi& ui, const Canvas& canvas, const ChartSpec& chart, Date under) {
    const PlotEvents* mark = event_at(canvas, chart, ImGui::GetMousePos());
    const double wait = static_cast<double>(ImGui::GetIO().MouseDoubleClickTime);
    ui.click = {mark ? mark->events.front().date : under, canvas.seconds + wait};
}

// What is told stands beside these days, never on them.
Rect days_rect(const Canvas& canvas, const ChartSpec& chart, float first, float last) {
    const float around = canvas.px(beside_a_day);
    return {chart.corner.x + first - around, chart.corner.y, last - first + 2 * around,
            chart.plot.height};
}

void tell_day(const Screen& screen, const TimelineUi& ui, Canvas& canvas, const ChartSpec& chart,
              const std::vector<std::string>& scales, Date date) {
    const PlotEvents* mark = event_at(canvas, chart, ImGui::GetMousePos());
    if (mark && mark->lines.size() > 1) {
        const auto [first, last] = std::minmax_element(mark->lines.begin(), mark->lines.end());
        tooltip_beside(canvas, days_rect(canvas, chart, *first, *last), events_in_words(*mark));
        return;
    }
    if (mark) date = mark->events.front().date;
    draw_hair_line(canvas, chart, screen.days, days_beside(screen, ui), date);
    const float x = chart.plot.x_of(date.days());
    tooltip_beside(canvas, days_rect(canvas, chart, x, x), day_in_words(screen, ui, scales, date));
}

void tell_empty(const Screen& screen, Canvas& canvas, const Plot& plot, const Rect& area) {
    if (!plot.is_empty()) return;
    const std::string_view words = !screen.complete      ? "Reading older entries"
                                   : plot.series.empty() ? "Choose above what to draw."
                                                         : "Nothing was rated in this time.";
    draw_text_centred(canvas, area, Type::secondary, Colour::muted, words);
}

std::string plot_state(const TimeView& view, std::optional<Date> cursor) {
    return "from=" + to_iso(view.first_date()) + ",to=" + to_iso(view.last_date()) +
           (cursor ? ",day=" + to_iso(*cursor) : "");
}

}  // namespace

ImVec2 plot_size(const Canvas& canvas, float inside) {
    return {std::max(canvas.px(60), inside - canvas.px(chart_left + chart_right)),
            plot_height(canvas)};
}

void draw_timeline_plot(const Screen& screen, TimelineUi& ui, const AskingPen& pen) {
    const ImVec2 size = plot_size(pen.canvas, pen.column.width);
    const Rect row = pen.column.take(size.y + pen.px(chart_below));
    const Rect area{row.x + pen.px(chart_left), row.y, size.x, size.y};
    const float grown = pen.px(8);
    take_arrows_for_plot(pen.canvas);
    const Interaction seen = interact(
        pen.canvas, {.name = "timeline.plot",
                     .hit = {area.x - grown, area.y, area.w + 2 * grown, area.h},
                     .state = plot_state(view_of(screen, ui), plot_cursor(screen, ui, pen.canvas)),
                     .reported = area,
                     .takes_keys = false});
    const bool clicked = use_plot(screen, ui, area, seen, pen);
    const Plot& plot = prepare_plot(screen, ui, pen.canvas, area.w, area.h);
    const std::vector<std::string>& scales = prepared_of(ui).plot_key.scales;
    const ChartSpec chart{plot, area.min(), looks_of(screen, ui, pen.canvas.theme, plot)};
    const Date under =
        day_meant(plot, screen.days, ImGui::GetMousePos().x - area.x, pen.px(day_reach),
                  latest_day(screen, ui), days_beside(screen, ui));
    if (clicked) begin_click(ui, pen.canvas, chart, under);
    open_clicked(ui, pen);
    const std::optional<Date> cursor = plot_cursor(screen, ui, pen.canvas);
    draw_cursor_words(screen, ui, pen, cursor);
    if (is_hidden(pen.canvas, row)) return;
    draw_chart(pen.canvas, chart);
    if (cursor) draw_hair_line(pen.canvas, chart, screen.days, days_beside(screen, ui), *cursor);
    tell_empty(screen, pen.canvas, plot, area);
    if (seen.hovered && !ui.dragging) tell_day(screen, ui, pen.canvas, chart, scales, under);
}

}  // namespace rekindle::app
