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

void draw_done(const Ledger& ledger, const Plan& plan, const std::string& name,
               const AskingPen& pen) {
    const std::string done_name = name + ".done";
    Flow flow{pen};
    flow.step = 32;
    flow.between_lines = 0;
    flow.gap = 14;
    if (plan.done)
        flow_text(flow, Type::secondary, Colour::muted,
                  "Done on " + to_words_with_year(*plan.done));
    const ButtonSpec spec{.name = done_name,
                          .label = plan.done ? "Not done after all" : "Done",
                          .style = ButtonStyle::link,
                          .icon = plan.done ? std::string_view{} : std::string_view{icon::unticked},
                          .enabled = ledger.card.writable,
                          .state = plan.done ? "checked" : "-"};
    const ImVec2 at = flow.place(button_width(pen.canvas, spec));
    if (button(pen.canvas, at.x, at.y - pen.px(2), spec))
        pen.out.add(FinishPlan{ledger.id, plan.id, !plan.done});
    flow.end();
}

// The day it is set for, to be moved, and what that means today.
void draw_day(const Ledger& ledger, const Plan& plan, const std::string& name,
              const AskingPen& pen) {
    const Screen& screen = ledger.card.screen;
    const std::string day_name = name + ".date";
    const auto day = day_field(pen,
                               {.name = day_name,
                                .date = plan.date,
                                .today = screen.today,
                                .week_start = screen.journal.profile->week_start,
                                .enabled = ledger.card.writable},
                               ledger.ui.days);
    if (day) pen.out.add(MovePlan{ledger.id, plan.id, *day});
    const std::string words = when_words(plan, screen.today);
    if (!words.empty()) draw_wrapped(pen, Type::label, Colour::muted, words);
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
        const AskingPen& pen = ledger.pen;
        const LineResult line = draw_practice_line(pen,
                                                   {.name = name,
                                                    .hint = exercise.title,
                                                    .remove = "Delete this plan…",
                                                    .writable = ledger.card.writable},
                                                   plan.text);
        if (line.changed) pen.out.add(EditPlan{ledger.id, plan.id, *line.changed});
        if (line.removed) pen.out.add(RemovePlan{ledger.id, plan.id});
        const float inset = pen.px(practice_inset);
        Column inside{pen.column.x + inset, pen.column.y + pen.px(2), pen.column.width - inset};
        if (!plan.done) draw_day(ledger, plan, name, pen.in(inside));
        draw_done(ledger, plan, name, pen.in(inside));
        pen.column.y = inside.y + pen.px(4);
    }

    void begin() const {}  // an empty draft will do

    std::string& text() const { return draft().text; }

    bool choose(bool confirmed) const {
        const Screen& screen = ledger.card.screen;
        const std::string day_name = ledger.base + ".draft.date";
        const auto day = day_field(ledger.pen,
                                   {.name = day_name,
                                    .date = draft().date,
                                    .today = screen.today,
                                    .week_start = screen.journal.profile->week_start},
                                   ledger.ui.days);
        if (day) draft().date = *day;
        if (confirmed && !draft().date) ledger.pen.canvas.controls.focus(day_name, true);
        return draft().date.has_value();
    }

    void add() const {
        ledger.pen.out.add(
            AddPlan{ledger.id, ledger.card.screen.next_id, draft().text, *draft().date});
        ledger.ui.plans.erase(ledger.id);
    }
};

}  // namespace

void draw_plan(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
               const AskingPen& pen) {
    draw_exercise_head(pen, exercise.title, exercise.prompt);
    const Ledger ledger{context, practice_id(context.workbook, context.card, exercise),
                        context.name + '.' + exercise.id, ui, pen};
    draw_ledger(ledger, plans_in(context.screen.journal, ledger.id), Plans{ledger, exercise});
}

}  // namespace rekindle::app
