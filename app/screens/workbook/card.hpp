// One card of a workbook: folded to its header, or open with guidance, sliders and exercises.
#pragma once

#include "app/ask/action.hpp"
#include "app/ask/screen.hpp"
#include "app/ask/ui_state.hpp"
#include "app/frame/canvas.hpp"

namespace rekindle::app {

// Draws the card in the column and moves it below. What is scrolled away costs its remembered
// height.
void draw_card(const Screen& screen, const Workbook& workbook, const Card& card, int number,
               WorkbookUi& ui, ExerciseUi& exercises, Canvas& canvas, Column& column, Actions& out);

}  // namespace rekindle::app
