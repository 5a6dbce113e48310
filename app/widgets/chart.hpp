// Draws a prepared plot: grid, labels, events, marks and lines. Works nothing out.
#pragma once

#include <optional>
#include <vector>

#include "app/frame/canvas.hpp"
#include "app/widgets/series_look.hpp"
#include "workbook/insight/plot.hpp"

namespace rekindle::app {

struct ChartSpec {
    const Plot& plot;
    ImVec2 corner{};                  // top left of the plot's area; labels stand outside it
    std::vector<SeriesLook> looks{};  // one for each series of the plot
};
void draw_chart(Canvas& canvas, const ChartSpec& spec);

// Room for labels around the plot's area, at scale 1.
inline constexpr float chart_left = 34;
inline constexpr float chart_right = 14;
inline constexpr float chart_below = 26;

// A hair line on a day, with larger marks on what was rated; `beside` are the days of the series
// that say so.
void draw_hair_line(Canvas& canvas, const ChartSpec& spec, const Days& days, const Days* beside,
                    Date date);

// The event mark under a point of the screen; null where there is none.
const PlotEvents* event_at(const Canvas& canvas, const ChartSpec& spec, ImVec2 point);

// The icon that stands for an event beside or instead of its word.
const char* event_icon(EventKind kind);

// A mark and its word, as in a legend; gives the width.
float draw_legend_entry(Canvas& canvas, float x, float y, const SeriesLook& look,
                        std::string_view title);
// The same with a piece of the line, for series that only mark and dash tell apart at a glance.
float draw_line_legend_entry(Canvas& canvas, float x, float y, const SeriesLook& look,
                             std::string_view title);
float line_legend_width(Canvas& canvas, std::string_view title);

}  // namespace rekindle::app
