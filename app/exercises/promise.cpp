// A ledger of promises: those that are made, one that is being put together, and those that are
// over.
#include "app/exercises/ledger.hpp"
#include "app/exercises/promise_parts.hpp"

namespace rekindle::app {
namespace {

Schedule suggested(const Exercise& exercise, Date today) {
    if (exercise.rhythm == Rhythm::daily) return {Recurrence::daily, today, {}};
    if (exercise.rhythm == Rhythm::weekly) return {Recurrence::weekly, today, {}};
    return {Recurrence::once, today + 7, {}};
}

struct Promises {
    static constexpr LedgerWords words{.begin = "Make a promise",
                                       .hint = "What do you promise?",
                                       .add = "Make this promise",
                                       .over = "Earlier promises",
                                       .fold = "Hide earlier promises",
                                       .folded = "over"};
    const Ledger& ledger;
    const Exercise& exercise;

    const Screen& screen() const { return ledger.card.screen; }
    PromiseDraft& draft() const { return ledger.ui.promises[ledger.id]; }

    // Ended, or of one day that was spoken about before today. What is said today stays where it
    // is, so that it can be taken back.
    bool is_over(const Promise& promise) const {
        const Date today = screen().today;
        if (promise.ended) return *promise.ended < today;
        if (promise.schedule.recurrence != Recurrence::once) return false;
        const PromiseMark* mark = mark_for(promise, promise.schedule.first);
        return mark && mark->marked < today && promise.schedule.first < today;
    }

    void draw_line(const Promise& promise, const std::string& name) const {
        draw_promise_line({ledger.card, ledger.id, name}, promise, ledger.ui, ledger.pen);
    }

    void begin() const {
        ledger.ui.promises.try_emplace(
            ledger.id, PromiseDraft{"", screen().person, suggested(exercise, screen().today)});
    }

    std::string& text() const { return draft().text; }

    bool choose(bool) const {
        const std::string name = ledger.base + ".draft";
        if (const auto who = draw_maker_choice(screen(), name, draft().who, ledger.pen))
            draft().who = *who;
        if (const auto schedule =
                draw_schedule_choice(screen(), name, draft().schedule, ledger.ui.days, ledger.pen))
            draft().schedule = *schedule;
        return !draft().text.empty();
    }

    void add() const {
        ledger.pen.out.add(
            AddPromise{ledger.id, screen().next_id, draft().text, draft().who, draft().schedule});
        ledger.ui.promises.erase(ledger.id);
    }
};

}  // namespace

void draw_promise(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                  const AskingPen& pen) {
    draw_exercise_head(pen, exercise.title, exercise.prompt);
    const Ledger ledger{context, practice_id(context.workbook, context.card, exercise),
                        context.name + '.' + exercise.id, ui, pen};
    draw_ledger(ledger, promises_in(context.screen.journal, ledger.id), Promises{ledger, exercise});
}

}  // namespace rekindle::app
