#include <fmt/format.h>

#include <array>

#include "app/screens/timeline/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

struct RangeChip {
    TimelineRange range;
    std::string_view name;
    std::string_view label;
};
constexpr std::array<RangeChip, 5> range_chips{
    {{TimelineRange::two_weeks, "timeline.range.2w", "2 weeks"},
     {TimelineRange::six_weeks, "timeline.range.6w", "6 weeks"},
     {TimelineRange::twelve_weeks, "timeline.range.12w", "12 weeks"},
     {TimelineRange::year, "timeline.range.year", "Year"},
     {TimelineRange::all, "timeline.range.all", "All"}}};
constexpr float chip_gap = 14;
constexpr float least_title = 380;  // beside which the ranges may stand; else below it
constexpr int least_entries = 3;

ChipSpec chip_of(const RangeChip& one, const TimelineUi& ui) {
    return {.name = one.name, .label = one.label, .selected = ui.range == one.range};
}

float ranges_width(Canvas& canvas, const TimelineUi& ui) {
    float width = -canvas.px(chip_gap);
    for (const RangeChip& one : range_chips)
        width += chip_width(canvas, chip_of(one, ui)) + canvas.px(chip_gap);
    return width;
}

void draw_ranges(TimelineUi& ui, const Pen& pen) {
    Flow flow{pen};
    flow.gap = chip_gap;
    for (const RangeChip& one : range_chips)
        if (flow_chip(flow, chip_of(one, ui))) ui.range = ui.home = one.range;
    flow.end();
}

std::string title_line(const Screen& screen, TimelineUi& ui) {
    const TimeView view = view_of(screen, ui);
    const PreparedTimeline& prepared = prepared_of(ui);
    const bool known = prepared.has_plot && prepared.plot_key.view == view &&
                       prepared.plot_key.days == screen.days.version() &&
                       prepared.plot_key.person == screen.person &&
                       prepared.plot_key.both == (days_beside(screen, ui) != nullptr);
    std::string line = known ? prepared.title_line : days_in_words(screen, ui, view);
    if (!screen.complete) line += " · reading older entries";
    return line;
}

void draw_head(const Screen& screen, TimelineUi& ui, const Pen& pen) {
    const float width = ranges_width(pen.canvas, ui);
    const bool beside = pen.column.width - width >= pen.px(least_title);
    if (beside) {
        Column chips{pen.column.x + pen.column.width - width, pen.column.y + pen.px(15), width + 1};
        draw_ranges(ui, pen.in(chips));
    }
    draw_title(pen, "Timeline", title_line(screen, ui), beside ? width + pen.px(20) : 0);
    if (beside) return;
    draw_ranges(ui, pen);
    pen.skip(6);
}

int entries_of(const Days& days) {
    const auto first = days.first();
    return first ? days.days_with_entry(*first, *days.last()) : 0;
}

std::string entries_so_far(int entries) {
    if (entries == 0) return "None so far.";
    return entries == 1 ? "One so far." : fmt::format("{} so far.", entries);
}

// With one or two days there is no line to draw, and none is made up.
void draw_beginning(int entries, const AskingPen& pen) {
    CardGround card{pen};
    const AskingPen inside = pen.in(card.inside);
    draw_wrapped(inside, Type::heading, Colour::ink, "Your weeks will appear here");
    inside.skip(4);
    draw_wrapped(inside, Type::body, Colour::muted,
                 "Once three days have entries, mood and trust are drawn over time, with what "
                 "happened and how each week was. " +
                     entries_so_far(entries));
    inside.skip(14);
    const ButtonSpec begin{"timeline.begin", "Go to today", ButtonStyle::primary};
    if (button(pen.canvas, inside.column.x, inside.column.y, begin)) pen.out.add(GoTo{Page::today});
    inside.skip(button_height);
}

}  // namespace

void draw_timeline(const Screen& screen, TimelineUi& ui, const AskingPen& pen) {
    const int entries = entries_of(screen.days);
    const bool others = screen.other_days && entries_of(*screen.other_days) >= least_entries;
    if (entries < least_entries && !others) {
        draw_title(pen, "Timeline",
                   screen.complete ? "How the days and weeks went" : "Reading older entries");
        if (screen.complete) draw_beginning(entries, pen);
        return;
    }
    draw_head(screen, ui, pen);
    draw_timeline_chart(screen, ui, pen);
    draw_weeks_and_year(screen, ui, pen);
}

}  // namespace rekindle::app
