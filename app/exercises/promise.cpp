#include "app/exercises/exercises.hpp"

namespace rekindle::app {

void draw_promise(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                  Column& column, Actions& out) {
    draw_reflect(place, exercise, ui, canvas, column, out);
}

}  // namespace rekindle::app
