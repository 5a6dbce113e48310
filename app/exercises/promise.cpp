// A ledger of promises: those that are made, one that is being put together, and those that are
// over.
#include <fmt/format.h>

#include "app/exercises/promise_parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

// Ended, or of one day that was spoken about before today. What is said today stays where it is, so
// that it can be taken back.
bool is_over(const Promise& promise, Date today) {
    if (promise.ended) return *promise.ended < today;
    if (promise.schedule.recurrence != Recurrence::once) return false;
    const PromiseMark* mark = mark_for(promise, promise.schedule.first);
    return mark && mark->marked < today && promise.schedule.first < today;
}

Schedule suggested(const Exercise& exercise, Date today) {
    if (exercise.rhythm == Rhythm::daily) return {Recurrence::daily, today, {}};
    if (exercise.rhythm == Rhythm::weekly) return {Recurrence::weekly, today, {}};
    return {Recurrence::once, today + 7, {}};
}

void draw_lines(const CardPlace& place, const std::string& ledger, const std::string& base,
                bool over, ExerciseUi& ui, Canvas& canvas, Column& column, Actions& out) {
    int line = 0;
    for (const Promise& promise : promises_in(place.screen.journal, ledger)) {
        ++line;
        if (is_over(promise, place.screen.today) != over || !is_shown(place, promise.id)) continue;
        draw_promise_line({place, ledger, base + '.' + std::to_string(line)}, promise, ui, canvas,
                          column, out);
    }
}

int count_over(const std::vector<Promise>& promises, Date today) {
    int count = 0;
    for (const Promise& promise : promises)
        if (is_over(promise, today)) ++count;
    return count;
}

void draw_those_over(const CardPlace& place, const std::string& ledger, const std::string& base,
                     ExerciseUi& ui, Canvas& canvas, Column& column, Actions& out) {
    const int count = count_over(promises_in(place.screen.journal, ledger), place.screen.today);
    if (count == 0) return;
    const std::string key = ledger + " over";
    const bool shown = ui.open.contains(key);
    const std::string name = base + ".over";
    const std::string label =
        shown ? "Fold earlier promises" : fmt::format("Earlier promises ({})", count);
    if (button(canvas, column.x, column.y,
               {.name = name,
                .label = label,
                .style = ButtonStyle::link,
                .state = shown ? "open" : "closed"}) &&
        !ui.open.insert(key).second)
        ui.open.erase(key);
    column.skip(canvas.px(button_height));
    if (shown) draw_lines(place, ledger, base, true, ui, canvas, column, out);
}

struct DraftPlace {
    const CardPlace& card;
    const std::string& ledger;
    const std::string& base;
    std::string words;  // the name of the field: that of the line it will become
    std::string key;    // in `ExerciseUi::open` while the draft is shown
};

void add_draft(const DraftPlace& place, const PromiseDraft& draft, ExerciseUi& ui, Canvas& canvas,
               Actions& out) {
    out.add(AddPromise{place.ledger, ui.fresh, draft.text, draft.who, draft.schedule});
    ui.open.erase(place.key);
    ui.promises.erase(place.ledger);
    canvas.controls.focus(place.base, canvas.controls.shows_ring());
}

void draw_draft(const DraftPlace& place, ExerciseUi& ui, Canvas& canvas, Column& column,
                Actions& out) {
    const Screen& screen = place.card.screen;
    PromiseDraft& draft = ui.promises[place.ledger];
    column.skip(canvas.px(4));
    const auto typed = text_field(
        canvas, column, {.name = place.words, .hint = "What do you promise?", .single_line = true},
        draft.text);
    if (typed.changed) draft.text = *typed.changed;
    column.skip(canvas.px(8));
    const std::string name = place.base + ".draft";
    if (const auto who = draw_maker_choice(screen, name, draft.who, canvas, column))
        draft.who = *who;
    if (const auto schedule =
            draw_schedule_choice(screen, name, draft.schedule, ui.days, canvas, column))
        draft.schedule = *schedule;
    column.skip(canvas.px(4));
    const std::string add_name = place.base + ".add";
    const ButtonSpec add{.name = add_name,
                         .label = "Make this promise",
                         .style = ButtonStyle::primary,
                         .enabled = !draft.text.empty()};
    const ButtonSpec leave{
        .name = place.base, .label = "Leave it", .style = ButtonStyle::link, .state = "open"};
    const bool added =
        button(canvas, column.x, column.y, add) || (typed.confirmed && !draft.text.empty());
    const bool left =
        button(canvas, column.x + button_width(canvas, add) + canvas.px(16), column.y, leave);
    column.skip(canvas.px(button_height));
    if (added)
        add_draft(place, draft, ui, canvas, out);
    else if (left)
        ui.open.erase(place.key);  // what was begun is there again when it is taken up
}

void draw_new(const DraftPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
              Column& column, Actions& out) {
    if (ui.open.contains(place.key)) return draw_draft(place, ui, canvas, column, out);
    const ButtonSpec add{
        .name = place.base, .label = "+ make a promise", .style = ButtonStyle::link};
    if (button(canvas, column.x, column.y - canvas.px(2), add)) {
        const Screen& screen = place.card.screen;
        ui.promises.try_emplace(place.ledger,
                                PromiseDraft{"", screen.person, suggested(exercise, screen.today)});
        ui.open.insert(place.key);
        canvas.controls.focus(place.words, canvas.controls.shows_ring());
    }
    column.skip(canvas.px(32));
}

}  // namespace

void draw_promise(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                  Column& column, Actions& out) {
    draw_exercise_head(canvas, column, exercise.title, exercise.prompt);
    const std::string ledger = practice_id(place.workbook, place.card, exercise);
    const std::string base = place.name + '.' + exercise.id;
    draw_lines(place, ledger, base, false, ui, canvas, column, out);
    // What is looked for is shown at once, be it over or not.
    if (place.shown) return draw_lines(place, ledger, base, true, ui, canvas, column, out);
    if (place.writable) {
        const auto next = promises_in(place.screen.journal, ledger).size() + 1;
        draw_new({place, ledger, base, base + '.' + std::to_string(next), ledger + " new"},
                 exercise, ui, canvas, column, out);
    }
    draw_those_over(place, ledger, base, ui, canvas, column, out);
}

}  // namespace rekindle::app
