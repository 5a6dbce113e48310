// One card of a workbook: folded to its header, or open with guidance, sliders and exercises.
#pragma once

#include "app/ask/asking_pen.hpp"
#include "app/ask/screen.hpp"
#include "app/ask/ui_state.hpp"

namespace rekindle::app {

struct ShownCard {
    const Screen& screen;
    const Workbook& workbook;
    const Card& card;
    int number = 0;  // of the card in its workbook, from 1
};

// Draws the card in the column and moves it below. What is scrolled away costs its remembered
// height.
void draw_card(const ShownCard& shown, WorkbookUi& ui, ExerciseUi& exercises, const AskingPen& pen);

}  // namespace rekindle::app
