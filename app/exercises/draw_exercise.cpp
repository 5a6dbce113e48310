#include "app/exercises/exercises.hpp"

namespace rekindle::app {

bool is_practice(ExerciseKind kind) {
    switch (kind) {
        case ExerciseKind::list:
        case ExerciseKind::promise:
        case ExerciseKind::ritual:
        case ExerciseKind::plan:
            return true;
        default:
            return false;
    }
}

void draw_exercise(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                   Column& column, Actions& out) {
    CardPlace here = place;
    if (is_practice(exercise.kind))
        here.writable = !place.screen.why_read_only({PartKind::practices, {}, {}});
    switch (exercise.kind) {
        case ExerciseKind::scale:  // the card draws its sliders itself
            return;
        case ExerciseKind::reflect:
            return draw_reflect(here, exercise, ui, canvas, column, out);
        case ExerciseKind::check:
            return draw_check(here, exercise, canvas, column, out);
        case ExerciseKind::list:
            return draw_list(here, exercise, ui, canvas, column, out);
        case ExerciseKind::promise:
            return draw_promise(here, exercise, ui, canvas, column, out);
        case ExerciseKind::letter:
            return draw_letter(here, exercise, ui, canvas, column, out);
        case ExerciseKind::conversation:
            return draw_conversation(here, exercise, ui, canvas, column, out);
        case ExerciseKind::ritual:
            return draw_ritual(here, exercise, ui, canvas, column, out);
        case ExerciseKind::plan:
            return draw_plan(here, exercise, ui, canvas, column, out);
    }
}

}  // namespace rekindle::app
