#include <algorithm>

#include "app/screens/timeline/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/chart.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float between_legends = 12;
constexpr float room_for_all = 620;  // below this width the legend has a line of its own

ChipSpec series_chip(const SeriesLook& look, const std::string& name, const Scale& scale,
                     bool selected) {
    ChipMark mark = scale.id == mood_scale    ? ChipMark::mood
                    : scale.id == trust_scale ? ChipMark::trust
                                              : ChipMark::other;
    if (!selected) mark = ChipMark::none;
    return {.name = name, .label = scale.title, .selected = selected, .mark = mark, .look = &look};
}

float chip_width_of(Canvas& canvas, const Scale& scale, bool selected) {
    const SeriesLook look;
    return chip_width(canvas, series_chip(look, {}, scale, selected));
}

std::vector<std::vector<std::string>> groups_of(const Screen& screen) {
    std::vector<std::vector<std::string>> groups(1);  // the first: the person's own
    for (const Scale& scale : screen.journal.profile->own_scales) groups[0].push_back(scale.id);
    for (const FeelingGroup& group : screen.content.feelings) {
        if (group.folded) continue;
        groups.emplace_back();
        for (const Scale& scale : group.scales)
            if (!is_fixed_scale(scale.id)) groups.back().push_back(scale.id);
    }
    return groups;
}

// In which order scales are given room while not all are shown: one from each group in turn, so
// that what is heavy does not take it all.
std::vector<std::string> by_turns(const Screen& screen) {
    const auto groups = groups_of(screen);
    std::vector<std::string> order;
    bool more = true;
    for (std::size_t turn = 0; more; ++turn) {
        more = false;
        for (const auto& group : groups) {
            if (turn >= group.size()) continue;
            order.push_back(group[turn]);
            more = true;
        }
    }
    return order;
}

// Mood, trust, what is chosen, and as many others as one line has room for.
std::set<std::string> offered(const Screen& screen, const TimelineUi& ui, Canvas& canvas,
                              float width) {
    std::set<std::string> shown{mood_scale, trust_scale};
    const float gap = canvas.px(10);
    float used = 0;
    for (const Scale& scale : screen.scales) {
        const bool chosen = ui.series.contains(scale.id);
        if (!chosen && !ui.all_series && !shown.contains(scale.id)) continue;
        shown.insert(scale.id);
        used += chip_width_of(canvas, scale, chosen) + gap;
    }
    if (ui.all_series) {
        for (const Scale& scale : screen.scales) shown.insert(scale.id);
        return shown;
    }
    for (const std::string& id : by_turns(screen)) {
        if (shown.contains(id)) continue;
        const Scale scale{.id = id, .title = scale_title(screen, id)};
        used += chip_width_of(canvas, scale, false) + gap;
        if (used > width) break;
        shown.insert(id);
    }
    return shown;
}

float legend_width(Canvas& canvas, const Plot& plot) {
    return text_width(canvas, Type::secondary, marks_legend(plot)) + canvas.px(between_legends) +
           text_width(canvas, Type::secondary, lines_legend(plot));
}

void draw_legend(Canvas& canvas, float right, float middle, const Plot& plot) {
    const float y = middle - canvas.fonts.size(Type::secondary) / 2;
    const std::string lines = lines_legend(plot);
    draw_text_right(canvas, right, y, Type::secondary, Colour::muted, lines);
    right -= text_width(canvas, Type::secondary, lines) + canvas.px(between_legends);
    draw_text_right(canvas, right, y, Type::secondary, Colour::muted, marks_legend(plot));
}

}  // namespace

void draw_series_chips(const Screen& screen, TimelineUi& ui, const Pen& pen) {
    // What the legend says of the plot; mouse and keys may move its view when it is drawn below.
    const ImVec2 size = plot_size(pen.canvas, pen.column.width);
    const Plot& plot = prepare_plot(screen, ui, pen.canvas, size.x, size.y);
    const bool beside = pen.column.width >= pen.px(room_for_all);
    const float legend = beside ? legend_width(pen.canvas, plot) + pen.px(24) : 0;
    const std::string_view more = ui.all_series ? "Fewer" : "More";
    const ChipSpec more_chip{.name = "timeline.more", .label = more};
    const std::set<std::string> shown =
        offered(screen, ui, pen.canvas,
                pen.column.width - legend - chip_width(pen.canvas, more_chip) -
                    promises_chip_width(screen, ui, pen.canvas));
    if (beside)
        draw_legend(pen.canvas, pen.column.x + pen.column.width,
                    pen.column.y + pen.px(1) + pen.px(chip_height) / 2, plot);
    Column chips{pen.column.x, pen.column.y + pen.px(1), pen.column.width - legend};
    Flow flow{pen.in(chips)};
    for (const Scale& scale : screen.scales) {
        if (!shown.contains(scale.id)) continue;
        const SeriesLook look = series_look(pen.canvas.theme, screen.scales, scale.id);
        const std::string name = "timeline.series." + scale.id;
        const bool selected = ui.series.contains(scale.id);
        if (!flow_chip(flow, series_chip(look, name, scale, selected))) continue;
        if (selected)
            ui.series.erase(scale.id);
        else
            ui.series.insert(scale.id);
    }
    draw_promises_chip(screen, ui, flow);
    if (shown.size() < screen.scales.size() || ui.all_series)
        if (flow_chip(flow, more_chip)) ui.all_series = !ui.all_series;
    flow.end();
    pen.column.y = chips.y;
    if (beside) return;
    const float line = line_height(pen.canvas, Type::secondary);
    draw_text_cut(pen.canvas, {pen.column.x, pen.column.y}, pen.column.width, Type::secondary,
                  Colour::muted, marks_legend(plot) + "   " + lines_legend(plot));
    pen.column.skip(line + pen.px(4));
}

void draw_timeline_chart(const Screen& screen, TimelineUi& ui, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_people_choice(screen, ui, inside);
        draw_series_chips(screen, ui, inside);
        draw_promises_legend(screen, ui, inside);
        inside.skip(14);
        draw_timeline_plot(screen, ui, inside);
        inside.skip(4);
    }
    pen.skip(18);
}

}  // namespace rekindle::app
