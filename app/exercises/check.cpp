#include <algorithm>

#include "app/exercises/exercises.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {

void draw_exercise_head(const Pen& pen, std::string_view title, std::string_view prompt) {
    if (!title.empty()) draw_wrapped(pen, Type::secondary_strong, Colour::ink, title);
    pen.skip(2);
    if (prompt.empty()) return;
    draw_wrapped(pen, Type::secondary, Colour::muted, prompt);
    pen.skip(6);
}

void draw_check(const CardContext& context, const Exercise& exercise, ExerciseUi&,
                const AskingPen& pen) {
    draw_exercise_head(pen, exercise.title, exercise.prompt);
    const auto& ticks = exercise_answers(context.answers, exercise.id).ticks;
    int line = 0;
    for (const Choice& item : exercise.items) {
        const bool ticked = std::any_of(ticks.begin(), ticks.end(), [&](const Tick& tick) {
            return tick.item == item.id && tick.person == context.screen.person;
        });
        const std::string name = context.name + '.' + exercise.id + '.' + std::to_string(++line);
        if (tick_box(pen, name, item.title, ticked, context.writable))
            pen.out.add(
                TickAction{{context.workbook.id, context.card.id, exercise.id}, item.id, !ticked});
    }
}

}  // namespace rekindle::app
