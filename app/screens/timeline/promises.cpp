// The share of promises kept, week by week, among what the timeline draws.
#include <fmt/format.h>

#include <algorithm>

#include "app/screens/timeline/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr double mark_contrast = 3.0;

}  // namespace

bool has_promises(const Screen& screen) { return !screen.journal.practices->promises.empty(); }

bool draws_promises(const Screen& screen, const TimelineUi& ui) {
    return has_promises(screen) && ui.series.contains(promises_series);
}

SeriesLook promises_look(const Theme& theme) {
    const ImU32 ground = theme[Colour::surface];
    SeriesLook look;
    look.shape = MarkShape::box;
    look.colour = with_contrast(theme[Colour::accent], ground, mark_contrast);
    look.dash = {12, 3, 3, 3};
    look.dash_parts = 4;
    return look;
}

namespace {

ChipSpec chip_of(const SeriesLook& look, bool drawn) {
    return {.name = "timeline.series.promises",
            .label = "Promises kept",
            .selected = drawn,
            .mark = drawn ? ChipMark::other : ChipMark::none,
            .look = &look};
}

}  // namespace

float promises_chip_width(const Screen& screen, const TimelineUi& ui, Canvas& canvas) {
    if (!has_promises(screen)) return 0;
    return chip_width(canvas, chip_of({}, draws_promises(screen, ui))) + canvas.px(10);
}

void draw_promises_chip(const Screen& screen, TimelineUi& ui, Flow& chips) {
    if (!has_promises(screen)) return;
    const bool drawn = ui.series.contains(promises_series);
    const SeriesLook look = promises_look(chips.pen.canvas.theme);
    if (!flow_chip(chips, chip_of(look, drawn))) return;
    if (drawn)
        ui.series.erase(promises_series);
    else
        ui.series.insert(promises_series);
}

void draw_promises_legend(const Screen& screen, const TimelineUi& ui, const Pen& pen) {
    if (!draws_promises(screen, ui)) return;
    draw_wrapped(pen, Type::secondary, Colour::muted,
                 "Promises kept, of those marked: 10 is all of a week’s. A week without marks "
                 "leaves a gap.");
    pen.skip(4);
}

std::string kept_in_words(const Screen& screen, const TimelineUi& ui, Date date) {
    if (!draws_promises(screen, ui)) return {};
    const Period week = period_of(date, Grain::week, screen.journal.profile->week_start);
    const KeptCount count =
        kept_between(*screen.journal.practices, week.first, std::min(week.last, screen.today));
    if (count.marked == 0) return {};
    return "\nPromises kept that week: " + to_words(count) + " marked";
}

}  // namespace rekindle::app
