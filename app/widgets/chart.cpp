#include "app/widgets/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float mark_radius = 2.7f;
constexpr float legend_line = 46;  // long enough for every dash once
constexpr float event_radius = 11;
constexpr float event_row = 26;
constexpr float event_top = 10;  // of the mark's middle below the plot's upper edge

// A line of one pixel, sharp: a filled rectangle has four vertices and no blur.
void draw_upright(Canvas& canvas, float x, float top, float bottom, ImU32 colour, float width) {
    canvas.list()->AddRectFilled({std::round(x - width / 2), top},
                                 {std::round(x - width / 2) + width, bottom}, colour);
}

// The grid stays behind what is drawn on it, also where a theme's lines are strong.
ImU32 grid_colour(const Canvas& canvas) {
    constexpr double quiet = 2;
    const ImU32 line = canvas.colour(Colour::line);
    return contrast_of(line, canvas.colour(Colour::surface)) > quiet ? faded(line, 0.4f) : line;
}

void draw_values(Canvas& canvas, const ChartSpec& spec) {
    const float line = std::max(1.0f, canvas.px(1));
    const float label = canvas.fonts.size(Type::label);
    for (const PlotValue& tick : spec.plot.values) {
        const float y = std::round(spec.corner.y + tick.y);
        canvas.list()->AddRectFilled(
            {spec.corner.x, y}, {spec.corner.x + spec.plot.width, y + line}, grid_colour(canvas));
        draw_text_right(canvas, spec.corner.x - canvas.px(10), y - label / 2, Type::label,
                        Colour::faint, fmt::format("{}", tick.value));
    }
}

void draw_dotted(Canvas& canvas, float x, float top, float bottom) {
    const float dot = std::max(1.0f, canvas.px(1));
    const float step = canvas.px(6);
    const ImU32 colour = grid_colour(canvas);
    for (float y = top; y + 2 * dot <= bottom; y += step)
        canvas.list()->AddRectFilled({x, y}, {x + dot, y + 2 * dot}, colour);
}

void draw_dates(Canvas& canvas, const ChartSpec& spec) {
    const float bottom = spec.corner.y + spec.plot.height;
    for (const DateTick& tick : spec.plot.dates) {
        draw_dotted(canvas, std::round(spec.corner.x + tick.x), spec.corner.y, bottom);
        const float width = text_width(canvas, Type::label, tick.label);
        draw_text(canvas, spec.corner.x + tick.label_x - width / 2, bottom + canvas.px(10),
                  Type::label, Colour::faint, tick.label);
    }
}

ImVec2 event_centre(const Canvas& canvas, const ChartSpec& spec, const PlotEvents& mark) {
    const float down = event_top + event_row * static_cast<float>(mark.row);
    return {std::round(spec.corner.x + mark.x), spec.corner.y + canvas.px(down)};
}

// A line down from the mark for its day; ticks below it where it stands for several.
void draw_event_lines(Canvas& canvas, const ChartSpec& spec, const PlotEvents& mark) {
    const float top = event_centre(canvas, spec, mark).y + canvas.px(event_radius);
    const bool one_day = mark.lines.size() == 1;
    const float bottom = one_day ? spec.corner.y + spec.plot.height : top + canvas.px(8);
    for (const float x : mark.lines)
        draw_upright(canvas, spec.corner.x + x, top, bottom, canvas.colour(Colour::muted),
                     std::max(1.0f, canvas.px(1)));
}

void draw_event(Canvas& canvas, const ChartSpec& spec, const PlotEvents& mark) {
    const ImVec2 at = event_centre(canvas, spec, mark);
    const float radius = canvas.px(event_radius);
    canvas.list()->AddCircleFilled(at, radius, canvas.colour(Colour::surface), 20);
    canvas.list()->AddCircle(at, radius, canvas.colour(Colour::muted), 20,
                             std::max(1.0f, canvas.px(1)));
    const std::string many = fmt::format("{}", mark.events.size());
    const char* inside =
        mark.events.size() == 1 ? event_icon(mark.events.front().event.kind) : many.c_str();
    draw_text_centred(canvas, {at.x - radius, at.y - radius, 2 * radius, 2 * radius}, Type::label,
                      Colour::muted, inside);
}

void draw_marks(Canvas& canvas, const ChartSpec& spec, const PlotSeries& series,
                const SeriesLook& look) {
    const ImU32 colour = faded(look.colour, look.mark_opacity);
    const float radius = mark_radius * canvas.scale;
    for (const PlotPoint& mark : series.marks)
        draw_mark(*canvas.list(), {spec.corner.x + mark.x, spec.corner.y + mark.y}, radius,
                  look.shape, colour);
}

void draw_lines(Canvas& canvas, const ChartSpec& spec, const PlotSeries& series,
                const SeriesLook& look) {
    std::vector<ImVec2> points;
    for (const auto& piece : series.pieces) {
        points.clear();
        for (const PlotPoint& point : piece)
            points.push_back({spec.corner.x + point.x, spec.corner.y + point.y});
        draw_series_line(*canvas.list(), points, look, canvas.scale);
    }
}

}  // namespace

void draw_chart(Canvas& canvas, const ChartSpec& spec) {
    draw_values(canvas, spec);
    draw_dates(canvas, spec);
    for (std::size_t i = 0; i < spec.plot.series.size(); ++i)
        draw_marks(canvas, spec, spec.plot.series[i], spec.looks[i]);
    for (const PlotEvents& mark : spec.plot.events) draw_event_lines(canvas, spec, mark);
    for (const PlotEvents& mark : spec.plot.events) draw_event(canvas, spec, mark);
    for (std::size_t i = 0; i < spec.plot.series.size(); ++i)
        draw_lines(canvas, spec, spec.plot.series[i], spec.looks[i]);
}

void draw_hair_line(Canvas& canvas, const ChartSpec& spec, const Days& days, const Days* beside,
                    Date date) {
    const float x = spec.corner.x + spec.plot.x_of(date.days());
    draw_upright(canvas, x, spec.corner.y, spec.corner.y + spec.plot.height,
                 faded(canvas.colour(Colour::ink), 0.5f), std::max(1.0f, canvas.px(1)));
    for (std::size_t i = 0; i < spec.plot.series.size(); ++i) {
        const PlotSeries& series = spec.plot.series[i];
        if (series.beside && !beside) continue;
        const auto value = (series.beside ? *beside : days).value(series.scale, date);
        if (!value) continue;
        const ImVec2 at{x, spec.corner.y + spec.plot.y_of(value->mean)};
        draw_mark(*canvas.list(), at, 7 * canvas.scale, spec.looks[i].shape,
                  canvas.colour(Colour::surface));
        draw_mark(*canvas.list(), at, 5 * canvas.scale, spec.looks[i].shape, spec.looks[i].colour);
    }
}

const PlotEvents* event_at(const Canvas& canvas, const ChartSpec& spec, ImVec2 point) {
    for (auto mark = spec.plot.events.rbegin(); mark != spec.plot.events.rend(); ++mark) {
        const ImVec2 at = event_centre(canvas, spec, *mark);
        if (std::hypot(point.x - at.x, point.y - at.y) <= canvas.px(event_radius + 1))
            return &*mark;
    }
    return nullptr;
}

const char* event_icon(EventKind kind) {
    switch (kind) {
        case EventKind::milestone:
            return icon::flag;
        case EventKind::setback:
            return icon::bolt;
        case EventKind::hard_conversation:
            return icon::talk;
        case EventKind::counselling:
            return icon::people;
        case EventKind::hard_day:
            return icon::cloud;
        case EventKind::own:
            return icon::star;
    }
    return icon::star;
}

float draw_legend_entry(Canvas& canvas, float x, float y, const SeriesLook& look,
                        std::string_view title) {
    const float radius = canvas.px(5);
    const float size = canvas.fonts.size(Type::secondary);
    draw_mark(*canvas.list(), {x + radius + canvas.px(1), y + std::round(size / 2)}, radius,
              look.shape, look.colour);
    const float text = canvas.px(17);
    return text + draw_text(canvas, x + text, y, Type::secondary, Colour::muted, title);
}

float line_legend_width(Canvas& canvas, std::string_view title) {
    return canvas.px(legend_line + 8) + text_width(canvas, Type::secondary, title);
}

float draw_line_legend_entry(Canvas& canvas, float x, float y, const SeriesLook& look,
                             std::string_view title) {
    const float middle = y + std::round(canvas.fonts.size(Type::secondary) / 2);
    const std::array<ImVec2, 2> line{ImVec2{x, middle}, ImVec2{x + canvas.px(legend_line), middle}};
    draw_series_line(*canvas.list(), line, look, canvas.scale);
    const ImVec2 at{x + canvas.px(legend_line / 2), middle};
    draw_mark(*canvas.list(), at, canvas.px(7), MarkShape::circle, canvas.colour(Colour::surface));
    draw_mark(*canvas.list(), at, canvas.px(4.5f), look.shape, look.colour);
    draw_text(canvas, x + canvas.px(legend_line + 8), y, Type::secondary, Colour::muted, title);
    return line_legend_width(canvas, title);
}

}  // namespace rekindle::app
