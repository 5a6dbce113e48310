// Days that are set for something: each with its words, moved or done or taken out.
#include "app/exercises/ledger.hpp"
#include "app/exercises/promise_parts.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

std::string when_words(const Plan& plan, Date today) {
    if (plan.date == today) return "This is the day.";
    if (plan.date < today) return "The day has come. Today shows it until it is done or moved.";
    return {};
}

void draw_done(const Ledger& ledger, const Plan& plan, const std::string& name, Column& column) {
    Canvas& canvas = ledger.canvas;
    const std::string done_name = name + ".done";
    Flow flow{canvas, column};
    flow.step = 32;
    flow.between_lines = 0;
    flow.gap = 14;
    if (plan.done)
        flow_text(canvas, flow, column, Type::secondary, Colour::muted,
                  "Done on " + to_words_with_year(*plan.done));
    const ButtonSpec spec{.name = done_name,
                          .label = plan.done ? "Not done after all" : "Done",
                          .style = ButtonStyle::link,
                          .icon = plan.done ? std::string_view{} : std::string_view{icon::unticked},
                          .enabled = ledger.card.writable,
                          .state = plan.done ? "checked" : "-"};
    const ImVec2 at = flow.place(button_width(canvas, spec));
    if (button(canvas, at.x, at.y - canvas.px(2), spec))
        ledger.out.add(FinishPlan{ledger.id, plan.id, !plan.done});
    flow.end();
}

// The day it is set for, to be moved, and what that means today.
void draw_day(const Ledger& ledger, const Plan& plan, const std::string& name, Column& column) {
    Canvas& canvas = ledger.canvas;
    const Screen& screen = ledger.card.screen;
    const std::string day_name = name + ".date";
    const auto day = day_field(canvas, column,
                               {.name = day_name,
                                .date = plan.date,
                                .today = screen.today,
                                .week_start = screen.journal.profile->week_start,
                                .enabled = ledger.card.writable},
                               ledger.ui.days);
    if (day) ledger.out.add(MovePlan{ledger.id, plan.id, *day});
    const std::string words = when_words(plan, screen.today);
    if (!words.empty()) draw_wrapped(canvas, column, Type::label, Colour::muted, words);
}

struct Plans {
    const Ledger& ledger;
    const Exercise& exercise;
    LedgerWords words{.begin = "Set a day",
                      .hint = exercise.title,
                      .add = "Set this day",
                      .over = "Done before",
                      .fold = "Hide finished",
                      .folded = "done"};

    PlanDraft& draft() const { return ledger.ui.plans[ledger.id]; }

    // Done before today. What is done today stays where it is, so that it can be taken back.
    bool is_over(const Plan& plan) const {
        return plan.done && *plan.done < ledger.card.screen.today;
    }

    void draw_line(const Plan& plan, const std::string& name) const {
        Canvas& canvas = ledger.canvas;
        Column& column = ledger.column;
        const LineResult line = draw_practice_line(canvas, column,
                                                   {.name = name,
                                                    .hint = exercise.title,
                                                    .remove = "Delete this plan…",
                                                    .writable = ledger.card.writable},
                                                   plan.text);
        if (line.changed) ledger.out.add(EditPlan{ledger.id, plan.id, *line.changed});
        if (line.removed) ledger.out.add(RemovePlan{ledger.id, plan.id});
        const float inset = canvas.px(practice_inset);
        Column inside{column.x + inset, column.y + canvas.px(2), column.width - inset};
        if (!plan.done) draw_day(ledger, plan, name, inside);
        draw_done(ledger, plan, name, inside);
        column.y = inside.y + canvas.px(4);
    }

    void begin() const {}  // an empty draft will do

    std::string& text() const { return draft().text; }

    bool choose(bool confirmed) const {
        const Screen& screen = ledger.card.screen;
        const std::string day_name = ledger.base + ".draft.date";
        const auto day = day_field(ledger.canvas, ledger.column,
                                   {.name = day_name,
                                    .date = draft().date,
                                    .today = screen.today,
                                    .week_start = screen.journal.profile->week_start},
                                   ledger.ui.days);
        if (day) draft().date = *day;
        if (confirmed && !draft().date) ledger.canvas.controls.focus(day_name, true);
        return draft().date.has_value();
    }

    void add() const {
        ledger.out.add(AddPlan{ledger.id, ledger.ui.fresh, draft().text, *draft().date});
        ledger.ui.plans.erase(ledger.id);
    }
};

}  // namespace

void draw_plan(const CardContext& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
               Column& column, Actions& out) {
    draw_exercise_head(canvas, column, exercise.title, exercise.prompt);
    const Ledger ledger{place,
                        practice_id(place.workbook, place.card, exercise),
                        place.name + '.' + exercise.id,
                        ui,
                        canvas,
                        column,
                        out};
    draw_ledger(ledger, plans_in(place.screen.journal, ledger.id), Plans{ledger, exercise});
}

}  // namespace rekindle::app
