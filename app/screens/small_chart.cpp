#include "app/screens/screens.hpp"
#include "app/widgets/chart.hpp"
#include "app/widgets/text.hpp"
#include "workbook/insight/weeks.hpp"

namespace rekindle::app {
namespace {

constexpr int shown_days = 42;
constexpr int least_entries = 3;
constexpr float height = 126;

int entries_of(const Screen& screen) {
    const auto first = screen.days.first();
    return first ? screen.days.days_with_entry(*first, *screen.days.last()) : 0;
}

Plot six_weeks(const Screen& screen, Canvas& canvas, float width) {
    PlotRequest request;
    request.scales = {mood_scale, trust_scale};
    request.today = end_of_view(screen.days, shown_days, screen.today);
    request.view = latest_days(shown_days, request.today);
    request.week_start = screen.journal.profile->week_start;
    request.width = width;
    request.height = canvas.px(height);
    request.unit = canvas.scale;
    request.label_height = canvas.fonts.size(Type::label);
    request.with_events = false;
    request.label_width = [&canvas](std::string_view label) {
        return text_width(canvas, Type::label, label);
    };
    return make_plot(screen.days, request);
}

void draw_legend(const Pen& pen, const std::vector<SeriesLook>& looks) {
    const Rect row = pen.column.take(pen.px(24));
    const float y = row.y + (row.h - pen.canvas.fonts.size(Type::secondary)) / 2;
    const float width = draw_legend_entry(pen.canvas, row.x, y, looks[0], "Mood");
    draw_legend_entry(pen.canvas, row.x + width + pen.px(18), y, looks[1], "Trust");
}

// How the weeks compare: trust, or mood where nobody rated trust.
std::string weeks_sentence(const Screen& screen, const Plot& plot) {
    if (plot.is_empty()) return "Nothing was rated in the last six weeks.";
    const Weekday week_start = screen.journal.profile->week_start;
    const std::string trust =
        to_sentence("Trust", week_means(screen.days, trust_scale, screen.today, week_start));
    if (!trust.empty()) return trust;
    return to_sentence("Mood", week_means(screen.days, mood_scale, screen.today, week_start));
}

}  // namespace

void draw_small_chart(const Screen& screen, const AskingPen& pen) {
    if (entries_of(screen) < least_entries) {
        draw_wrapped(pen, Type::secondary, Colour::muted,
                     screen.complete ? "Mood and trust are drawn here once three days have entries."
                                     : "Reading older entries");
        return;
    }
    const std::vector<SeriesLook> looks{series_look(pen.canvas.theme, screen.scales, mood_scale),
                                        series_look(pen.canvas.theme, screen.scales, trust_scale)};
    draw_legend(pen, looks);
    pen.skip(17);
    const Rect row = pen.column.take(pen.px(height + 30));
    const float width = row.w - pen.px(chart_left + chart_right);
    const Plot plot = six_weeks(screen, pen.canvas, width);
    if (!is_hidden(pen.canvas, row))
        draw_chart(pen.canvas, {plot, {row.x + pen.px(chart_left), row.y}, looks});
    const std::string sentence = weeks_sentence(screen, plot);
    if (!sentence.empty()) draw_wrapped(pen, Type::secondary, Colour::muted, sentence);
}

}  // namespace rekindle::app
