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
    bool writable = true;  // false: the file behind it can only be read
};

void draw_reflect(const CardPlace& place, const Exercise& exercise, WorkbookUi& ui, Canvas& canvas,
                  Column& column, Actions& out);
void draw_check(const CardPlace& place, const Exercise& exercise, Canvas& canvas, Column& column,
                Actions& out);
void draw_list(const CardPlace& place, const Exercise& exercise, WorkbookUi& ui, Canvas& canvas,
               Column& column, Actions& out);
// The card's sliders; `exercise` gives them a heading and picks which, null for all under a plain
// one.
void draw_scale(const CardPlace& place, const Exercise* exercise, Canvas& canvas, Column& column,
                Actions& out);

// A heading and the prompt under it, as every exercise begins.
void draw_exercise_head(Canvas& canvas, Column& column, std::string_view title,
                        std::string_view prompt);

}  // namespace rekindle::app
