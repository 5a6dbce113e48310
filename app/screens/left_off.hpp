// The card a person left off at, and the workbook to go on with: one answer for Today and Welcome.
#pragma once

#include "app/ask/screen.hpp"

namespace rekindle::app {

struct LeftOff {
    const Workbook* workbook = nullptr;  // null: there is no content
    const Card* card = nullptr;          // null: every card was worked through or set aside
    std::size_t number = 0;              // of the card in its workbook, from 1
    bool begun = false;                  // the person writing has worked on a card
};

// The card on which the person writing worked last, in whichever workbook; the next one that is
// open where they are done with it. Where nothing was begun: the first card of the workbook they
// have chosen, else of the one that fits what they said of themselves.
LeftOff find_left_off(const Screen& screen);

}  // namespace rekindle::app
