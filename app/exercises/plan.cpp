// Days that are set for something: each with its words, moved or done or taken out.
#include <fmt/format.h>

#include "app/exercises/promise_parts.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

struct PlanPlace {
    const CardPlace& card;
    const std::string& list;
    const std::string& base;  // of its controls: "card.ID.EXERCISE"
};

// Done before today. What is done today stays where it is, so that it can be taken back.
bool is_over(const Plan& plan, Date today) { return plan.done && *plan.done < today; }

std::string when_words(const Plan& plan, Date today) {
    if (plan.date == today) return "This is the day.";
    if (plan.date < today) return "The day has come. Today shows it until it is done or moved.";
    return {};
}

void draw_done(const PlanPlace& place, const Plan& plan, const std::string& name, Canvas& canvas,
               Column& column, Actions& out) {
    const std::string done_name = name + ".done";
    Flow flow{canvas, column};
    flow.step = 32;
    flow.between_lines = 0;
    flow.gap = 14;
    if (plan.done)
        flow_text(canvas, flow, column, Type::secondary, Colour::muted,
                  "Done on " + to_words_with_year(*plan.done));
    const ButtonSpec spec{.name = done_name,
                          .label = plan.done ? "Not yet after all" : "Done",
                          .style = ButtonStyle::link,
                          .icon = plan.done ? std::string_view{} : std::string_view{icon::unticked},
                          .enabled = place.card.writable,
                          .state = plan.done ? "checked" : "-"};
    const ImVec2 at = flow.place(button_width(canvas, spec));
    if (button(canvas, at.x, at.y - canvas.px(2), spec))
        out.add(FinishPlan{place.list, plan.id, !plan.done});
    flow.end();
}

void draw_plan_line(const PlanPlace& place, const Exercise& exercise, const Plan& plan,
                    const std::string& name, ExerciseUi& ui, Canvas& canvas, Column& column,
                    Actions& out) {
    const Screen& screen = place.card.screen;
    const LineResult line = draw_practice_line(canvas, column,
                                               {.name = name,
                                                .hint = exercise.title,
                                                .remove = "Take this plan out",
                                                .writable = place.card.writable},
                                               plan.text);
    if (line.changed) out.add(EditPlan{place.list, plan.id, *line.changed});
    if (line.removed) out.add(RemovePlan{place.list, plan.id});
    const float inset = canvas.px(practice_inset);
    Column inside{column.x + inset, column.y + canvas.px(2), column.width - inset};
    if (!plan.done) {
        const std::string day_name = name + ".date";
        const auto day = day_field(canvas, inside,
                                   {.name = day_name,
                                    .date = plan.date,
                                    .today = screen.today,
                                    .week_start = screen.journal.profile->week_start,
                                    .enabled = place.card.writable},
                                   ui.days);
        if (day) out.add(MovePlan{place.list, plan.id, *day});
        const std::string words = when_words(plan, screen.today);
        if (!words.empty()) draw_wrapped(canvas, inside, Type::label, Colour::muted, words);
    }
    draw_done(place, plan, name, canvas, inside, out);
    column.y = inside.y + canvas.px(4);
}

void draw_lines(const PlanPlace& place, const Exercise& exercise, bool over, ExerciseUi& ui,
                Canvas& canvas, Column& column, Actions& out) {
    int line = 0;
    for (const Plan& plan : plans_in(place.card.screen.journal, place.list)) {
        ++line;
        if (is_over(plan, place.card.screen.today) != over || !is_shown(place.card, plan.id))
            continue;
        draw_plan_line(place, exercise, plan, place.base + '.' + std::to_string(line), ui, canvas,
                       column, out);
    }
}

void draw_those_over(const PlanPlace& place, const Exercise& exercise, ExerciseUi& ui,
                     Canvas& canvas, Column& column, Actions& out) {
    int count = 0;
    for (const Plan& plan : plans_in(place.card.screen.journal, place.list))
        if (is_over(plan, place.card.screen.today)) ++count;
    if (count == 0) return;
    const std::string key = place.list + " done";
    const bool shown = ui.open.contains(key);
    const std::string name = place.base + ".over";
    const std::string label = shown ? "Fold what is done" : fmt::format("Done before ({})", count);
    if (button(canvas, column.x, column.y,
               {.name = name,
                .label = label,
                .style = ButtonStyle::link,
                .state = shown ? "open" : "closed"}) &&
        !ui.open.insert(key).second)
        ui.open.erase(key);
    column.skip(canvas.px(button_height));
    if (shown) draw_lines(place, exercise, true, ui, canvas, column, out);
}

void draw_draft(const PlanPlace& place, const Exercise& exercise, const std::string& words,
                ExerciseUi& ui, Canvas& canvas, Column& column, Actions& out) {
    const Screen& screen = place.card.screen;
    PlanDraft& draft = ui.plans[place.list];
    column.skip(canvas.px(4));
    const auto typed = text_field(
        canvas, column, {.name = words, .hint = exercise.title, .single_line = true}, draft.text);
    if (typed.changed) draft.text = *typed.changed;
    column.skip(canvas.px(8));
    const std::string day_name = place.base + ".draft.date";
    const auto day = day_field(canvas, column,
                               {.name = day_name,
                                .date = draft.date,
                                .today = screen.today,
                                .week_start = screen.journal.profile->week_start},
                               ui.days);
    if (day) draft.date = *day;
    if (typed.confirmed && !draft.date) canvas.controls.focus(day_name, true);
    column.skip(canvas.px(4));
    const std::string add_name = place.base + ".add";
    const ButtonSpec add{.name = add_name,
                         .label = "Set this day",
                         .style = ButtonStyle::primary,
                         .enabled = draft.date.has_value()};
    const ButtonSpec leave{
        .name = place.base, .label = "Leave it", .style = ButtonStyle::link, .state = "open"};
    const bool added = button(canvas, column.x, column.y, add) || (typed.confirmed && draft.date);
    const bool left =
        button(canvas, column.x + button_width(canvas, add) + canvas.px(16), column.y, leave);
    column.skip(canvas.px(button_height));
    if (added && draft.date) out.add(AddPlan{place.list, ui.fresh, draft.text, *draft.date});
    if (added) ui.plans.erase(place.list);
    if (added || left) ui.open.erase(place.list + " new");
    if (added) canvas.controls.focus(place.base, canvas.controls.shows_ring());
}

void draw_new(const PlanPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
              Column& column, Actions& out) {
    const auto next = plans_in(place.card.screen.journal, place.list).size() + 1;
    const std::string words = place.base + '.' + std::to_string(next);
    if (ui.open.contains(place.list + " new"))
        return draw_draft(place, exercise, words, ui, canvas, column, out);
    const ButtonSpec add{.name = place.base, .label = "+ set a day", .style = ButtonStyle::link};
    if (button(canvas, column.x, column.y - canvas.px(2), add)) {
        ui.open.insert(place.list + " new");
        canvas.controls.focus(words, canvas.controls.shows_ring());
    }
    column.skip(canvas.px(32));
}

}  // namespace

void draw_plan(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
               Column& column, Actions& out) {
    draw_exercise_head(canvas, column, exercise.title, exercise.prompt);
    const std::string list = practice_id(place.workbook, place.card, exercise);
    const std::string base = place.name + '.' + exercise.id;
    const PlanPlace here{place, list, base};
    draw_lines(here, exercise, false, ui, canvas, column, out);
    // What is looked for is shown at once, be it done or not.
    if (place.shown) return draw_lines(here, exercise, true, ui, canvas, column, out);
    if (place.writable) draw_new(here, exercise, ui, canvas, column, out);
    draw_those_over(here, exercise, ui, canvas, column, out);
}

}  // namespace rekindle::app
