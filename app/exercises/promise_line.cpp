// One promise with all that belongs to it: its words, the day that is due, and folded away the days
// before, whose it is, when it comes round, and how it rests or ends.
#include <fmt/format.h>

#include "app/exercises/promise_parts.hpp"
#include "app/widgets/text.hpp"
#include "workbook/journal/practice_words.hpp"

namespace rekindle::app {
namespace {

std::string about(const PromiseContext& place, const Promise& promise) {
    const Profile& profile = *place.card.screen.journal.profile;
    return maker_title(profile, promise.who) + " · " +
           to_words(promise.schedule, profile.week_start);
}

// Why nothing is due for now; empty: it may be.
std::string state_words(const Promise& promise, Date today) {
    if (promise.ended)
        return "Ended on " + to_words_with_year(*promise.ended) + ". Its history stays.";
    for (const Pause& pause : promise.pauses) {
        if (pause.from > today || (pause.until && *pause.until <= today)) continue;
        const std::string since = "Paused since " + to_words_with_year(pause.from);
        return pause.until ? since + ", until " + to_words_with_year(*pause.until) : since;
    }
    return {};
}

// Whose it is and when, and the way to everything else.
bool draw_about(const PromiseContext& place, const Promise& promise, bool open, Canvas& canvas,
                Column& column) {
    const std::string name = place.name + ".more";
    Flow flow{canvas, column};
    flow.step = 32;
    flow.between_lines = 0;
    flow.gap = 14;
    flow_text(canvas, flow, column, Type::label, Colour::muted, about(place, promise));
    const ButtonSpec spec{.name = name,
                          .label = open ? "Hide details" : "Days and details",
                          .style = ButtonStyle::link,
                          .state = open ? "open" : "closed"};
    const ImVec2 at = flow.place(button_width(canvas, spec));
    const bool pressed = button(canvas, at.x, at.y - canvas.px(2), spec);
    flow.end();
    return pressed;
}

bool flow_link(Canvas& canvas, Flow& flow, const std::string& name, std::string_view label) {
    return flow_button(canvas, flow, {.name = name, .label = label, .style = ButtonStyle::link});
}

void draw_rest_and_end(const PromiseContext& place, const Promise& promise, Canvas& canvas,
                       Column& column, Actions& out) {
    const bool resting = is_resting(promise, place.card.screen.today);
    Flow flow{canvas, column};
    flow.step = 32;
    flow.between_lines = 0;
    flow.gap = 18;
    if (!promise.ended &&
        flow_link(canvas, flow, place.name + ".rest", resting ? "Resume" : "Pause it"))
        out.add(PausePromise{place.ledger, promise.id, !resting});
    if (flow_link(canvas, flow, place.name + ".end",
                  promise.ended ? "Resume this promise" : "End it"))
        out.add(EndPromise{place.ledger, promise.id, !promise.ended});
    flow.end();
    column.skip(canvas.px(4));
}

void draw_details(const PromiseContext& place, const Promise& promise, ExerciseUi& ui,
                  Canvas& canvas, Column& column, Actions& out) {
    const Screen& screen = place.card.screen;
    draw_earlier_days(place, promise, ui, canvas, column, out);
    if (!place.card.writable) return;
    if (const auto who = draw_maker_choice(screen, place.name, promise.who, canvas, column))
        out.add(SetPromiseMaker{place.ledger, promise.id, *who});
    if (const auto schedule =
            draw_schedule_choice(screen, place.name, promise.schedule, ui.days, canvas, column))
        out.add(SchedulePromise{place.ledger, promise.id, *schedule});
    draw_rest_and_end(place, promise, canvas, column, out);
}

}  // namespace

void draw_promise_line(const PromiseContext& place, const Promise& promise, ExerciseUi& ui,
                       Canvas& canvas, Column& column, Actions& out) {
    const LineResult line = draw_practice_line(canvas, column,
                                               {.name = place.name,
                                                .hint = "in your own words",
                                                .remove = "Delete this promise…",
                                                .writable = place.card.writable},
                                               promise.text);
    if (line.changed) out.add(EditPromise{place.ledger, promise.id, *line.changed});
    if (line.removed) out.add(RemovePromise{place.ledger, promise.id});

    const std::string key = place.ledger + '/' + promise.id;
    const bool open = ui.open.contains(key);
    const float inset = canvas.px(practice_inset);
    Column inside{column.x + inset, column.y, column.width - inset};
    if (draw_about(place, promise, open, canvas, inside) && !ui.open.insert(key).second)
        ui.open.erase(key);
    const std::string state = state_words(promise, place.card.screen.today);
    if (!state.empty()) {
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted, state);
        inside.skip(canvas.px(4));
    }
    draw_current_day(place, promise, canvas, inside, out);
    if (open) draw_details(place, promise, ui, canvas, inside, out);
    column.y = inside.y + canvas.px(6);
}

}  // namespace rekindle::app
