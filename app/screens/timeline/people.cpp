// Where two people write: whose days the timeline draws, and how they are told apart.
#include <algorithm>

#include "app/screens/timeline/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/chart.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "app/words/people.hpp"

namespace rekindle::app {
namespace {

bool is_second(const Screen& screen, std::string_view person) {
    return screen.journal.profile->people.front().id != person;
}

SeriesLook look_of(const Screen& screen, const Theme& theme, const std::string& scale,
                   bool second) {
    return second ? second_look(theme, screen.scales, scale)
                  : series_look(theme, screen.scales, scale);
}

void draw_legend(const Screen& screen, const TimelineUi& ui, const Pen& pen) {
    const std::vector<std::string> scales = chosen_scales(screen, ui);
    Flow flow{pen};
    flow.step = 24;
    flow.gap = 22;
    flow.between_lines = 2;
    for (const Drawn& drawn : drawn_people(screen, ui))
        for (const std::string& scale : scales) {
            const std::string title = scale_title(screen, scale) + " · " +
                                      name_of(*screen.journal.profile, drawn.person->id);
            const ImVec2 at = flow.place(line_legend_width(pen.canvas, title));
            draw_line_legend_entry(pen.canvas, at.x, at.y + pen.px(5),
                                   look_of(screen, pen.canvas.theme, scale, drawn.second), title);
        }
    flow.end();
}

}  // namespace

const Days* days_beside(const Screen& screen, const TimelineUi& ui) {
    return ui.both_people ? screen.other_days : nullptr;
}

std::vector<Drawn> drawn_people(const Screen& screen, const TimelineUi& ui) {
    const Profile& profile = *screen.journal.profile;
    const Days* beside = days_beside(screen, ui);
    std::vector<Drawn> drawn{{find_person(profile, screen.person), &screen.days, false, false}};
    const Person* other = beside ? other_person(profile, screen.person) : nullptr;
    if (!other) return drawn;
    const bool second_writes = is_second(screen, screen.person);
    drawn.front().second = second_writes;
    drawn.insert(second_writes ? drawn.begin() : drawn.end(),
                 {other, beside, true, !second_writes});
    return drawn;
}

std::vector<SeriesLook> looks_of(const Screen& screen, const TimelineUi& ui, const Theme& theme,
                                 const Plot& plot) {
    const bool second_writes =
        days_beside(screen, ui) != nullptr && is_second(screen, screen.person);
    std::vector<SeriesLook> looks;
    for (const PlotSeries& series : plot.series)
        looks.push_back(series.scale == promises_series
                            ? promises_look(theme)
                            : look_of(screen, theme, series.scale, series.beside != second_writes));
    return looks;
}

std::optional<Date> first_day(const Screen& screen, const TimelineUi& ui) {
    const auto own = screen.days.first();
    const Days* beside = days_beside(screen, ui);
    const auto other = beside ? beside->first() : std::nullopt;
    if (own && other) return std::min(*own, *other);
    return own ? own : other;
}

void draw_people_choice(const Screen& screen, TimelineUi& ui, const Pen& pen) {
    if (!screen.other_days) return;
    Flow flow{pen};
    const std::string own = name_of(*screen.journal.profile, screen.person);
    if (flow_chip(flow, {.name = "timeline.people.one", .label = own, .selected = !ui.both_people}))
        ui.both_people = false;
    if (flow_chip(
            flow,
            {.name = "timeline.people.both", .label = "Both of you", .selected = ui.both_people}))
        ui.both_people = true;
    flow.end();
    if (ui.both_people) draw_legend(screen, ui, pen);
    pen.skip(4);
}

}  // namespace rekindle::app
