// One promise with all that belongs to it: its words, the day that is due, and folded away the days
// before, whose it is, when it comes round, and how it rests or ends.
#include <fmt/format.h>

#include "app/exercises/promise_parts.hpp"
#include "app/widgets/text.hpp"
#include "workbook/journal/practice_words.hpp"

namespace rekindle::app {
namespace {

std::string about(const PromiseContext& context, const Promise& promise) {
    const Profile& profile = *context.card.screen.journal.profile;
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
bool draw_about(const PromiseContext& context, const Promise& promise, bool open, const Pen& pen) {
    const std::string name = context.name + ".more";
    Flow flow{pen};
    flow.step = 32;
    flow.between_lines = 0;
    flow.gap = 14;
    flow_text(flow, Type::label, Colour::muted, about(context, promise));
    const ButtonSpec spec{.name = name,
                          .label = open ? "Hide details" : "Days and details",
                          .style = ButtonStyle::link,
                          .state = open ? "open" : "closed"};
    const ImVec2 at = flow.place(button_width(pen.canvas, spec));
    const bool pressed = button(pen.canvas, at.x, at.y - pen.px(2), spec);
    flow.end();
    return pressed;
}

bool flow_link(Flow& flow, const std::string& name, std::string_view label) {
    return flow_button(flow, {.name = name, .label = label, .style = ButtonStyle::link});
}

void draw_rest_and_end(const PromiseContext& context, const Promise& promise,
                       const AskingPen& pen) {
    const bool resting = is_resting(promise, context.card.screen.today);
    Flow flow{pen};
    flow.step = 32;
    flow.between_lines = 0;
    flow.gap = 18;
    if (!promise.ended && flow_link(flow, context.name + ".rest", resting ? "Resume" : "Pause it"))
        pen.out.add(PausePromise{context.ledger, promise.id, !resting});
    if (flow_link(flow, context.name + ".end", promise.ended ? "Resume this promise" : "End it"))
        pen.out.add(EndPromise{context.ledger, promise.id, !promise.ended});
    flow.end();
    pen.skip(4);
}

void draw_details(const PromiseContext& context, const Promise& promise, ExerciseUi& ui,
                  const AskingPen& pen) {
    const Screen& screen = context.card.screen;
    draw_earlier_days(context, promise, ui, pen);
    if (!context.card.writable) return;
    if (const auto who = draw_maker_choice(screen, context.name, promise.who, pen))
        pen.out.add(SetPromiseMaker{context.ledger, promise.id, *who});
    if (const auto schedule =
            draw_schedule_choice(screen, context.name, promise.schedule, ui.days, pen))
        pen.out.add(SchedulePromise{context.ledger, promise.id, *schedule});
    draw_rest_and_end(context, promise, pen);
}

}  // namespace

void draw_promise_line(const PromiseContext& context, const Promise& promise, ExerciseUi& ui,
                       const AskingPen& pen) {
    const LineResult line = draw_practice_line(pen,
                                               {.name = context.name,
                                                .hint = "in your own words",
                                                .remove = "Delete this promise…",
                                                .writable = context.card.writable},
                                               promise.text);
    if (line.changed) pen.out.add(EditPromise{context.ledger, promise.id, *line.changed});
    if (line.removed) pen.out.add(RemovePromise{context.ledger, promise.id});

    const std::string key = context.ledger + '/' + promise.id;
    const bool open = ui.open.contains(key);
    const float inset = pen.px(practice_inset);
    Column inside{pen.column.x + inset, pen.column.y, pen.column.width - inset};
    if (draw_about(context, promise, open, pen.in(inside)) && !ui.open.insert(key).second)
        ui.open.erase(key);
    const std::string state = state_words(promise, context.card.screen.today);
    if (!state.empty()) {
        draw_wrapped(pen.in(inside), Type::secondary, Colour::muted, state);
        inside.skip(pen.px(4));
    }
    draw_current_day(context, promise, pen.in(inside));
    if (open) draw_details(context, promise, ui, pen.in(inside));
    pen.column.y = inside.y + pen.px(6);
}

}  // namespace rekindle::app
