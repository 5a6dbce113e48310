// The workbook a person has open, which Today and the Workbook page both go by.
#pragma once

#include "app/ask/screen.hpp"
#include "app/widgets/menu.hpp"

namespace rekindle::app {

// The one the profile names, else the first; null when none could be read.
const Workbook* chosen_workbook(const Screen& screen);

// How many of its cards the person writing has worked through, or set aside.
int cards_in_state(const Screen& screen, const Workbook& workbook, CardState state);

// "3 of 7 worked through"
std::string progress_in_words(const Screen& screen, const Workbook& workbook);

// All of them for a menu, each with its progress, the chosen one marked.
std::vector<MenuEntry> workbook_choices(const Screen& screen);

}  // namespace rekindle::app
