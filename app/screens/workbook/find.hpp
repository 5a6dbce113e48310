// Finding cards of the workbook that is open: by words, by their state, by whom they speak to.
#pragma once

#include <vector>

#include "app/screens/screens.hpp"

namespace rekindle::app {

// A card with its place in the workbook, which is its number on the screen.
struct NumberedCard {
    const Card* card = nullptr;
    int number = 0;
    CardState state = CardState::not_started;
};

// The cards that fit what is looked for, in the order of the workbook; all when nothing is.
std::vector<NumberedCard> found_cards(const Screen& screen, const Workbook& workbook,
                                      WorkbookUi& ui);

// True when anything is looked for, so that not all cards need to be there.
bool is_looking_for(const WorkbookUi& ui);

// The button beside the title that shows and folds what follows; folding it shows all cards again.
void draw_find_button(WorkbookUi& ui, Canvas& canvas, float right, float y);
float find_button_width(Canvas& canvas, const WorkbookUi& ui);

// The field and the filters, while they are shown.
void draw_find(WorkbookUi& ui, const Pen& pen);

// How many of the cards are shown, or that none fits, with one press that shows all again; nothing
// where nothing is looked for.
void draw_found(const Workbook& workbook, std::size_t found, WorkbookUi& ui, const Pen& pen);

}  // namespace rekindle::app
