// The exercise kinds, one file each. An exercise draws itself into the column of its card and asks
// for changes; what is done in it is kept under the card's answers or, for lists, among the
// practices that several cards share.
#pragma once

#include <string>

#include "app/action.hpp"
#include "app/canvas.hpp"
#include "app/screen.hpp"
#include "app/ui_state.hpp"

namespace rekindle::app {

// The card an exercise stands on.
struct CardPlace {
    const Screen& screen;
    const Workbook& workbook;
    const Card& card;
    const CardAnswers& answers;
    std::string name;      // of the card's controls: "card.ID"
    bool writable = true;  // false: the file the answers are in can only be read
};

// Draws an exercise of any kind but `scale`. It is read-only where the file it is kept in is.
void draw_exercise(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                   Column& column, Actions& out);

void draw_reflect(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                  Column& column, Actions& out);
void draw_list(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
               Column& column, Actions& out);
void draw_promise(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                  Column& column, Actions& out);
void draw_letter(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                 Column& column, Actions& out);
void draw_conversation(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui,
                       Canvas& canvas, Column& column, Actions& out);
void draw_ritual(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                 Column& column, Actions& out);
void draw_plan(const CardPlace& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
               Column& column, Actions& out);
void draw_check(const CardPlace& place, const Exercise& exercise, Canvas& canvas, Column& column,
                Actions& out);
// The card's sliders; `exercise` gives them a heading and picks which, null for all under a plain
// one.
void draw_scale(const CardPlace& place, const Exercise* exercise, Canvas& canvas, Column& column,
                Actions& out);

// True for what is kept in `practices.toml`, whichever card shows it.
bool is_practice(ExerciseKind kind);

// A heading and the prompt under it, as every exercise begins.
void draw_exercise_head(Canvas& canvas, Column& column, std::string_view title,
                        std::string_view prompt);

}  // namespace rekindle::app
