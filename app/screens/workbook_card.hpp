// One card of a workbook: folded to its header, or open with guidance, sliders and exercises.
#pragma once

#include "app/action.hpp"
#include "app/canvas.hpp"
#include "app/screen.hpp"
#include "app/ui_state.hpp"

namespace rekindle::app {

// Draws the card in the column and moves it below. What is scrolled away costs its remembered
// height.
void draw_card(const Screen& screen, const Workbook& workbook, const Card& card, int number,
               WorkbookUi& ui, ExerciseUi& exercises, Canvas& canvas, Column& column, Actions& out);

}  // namespace rekindle::app
