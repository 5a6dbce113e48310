// Invented sentences for the sample. They name nobody and speak of no real couple.
#pragma once

#include <string>

#include "workbook/exchange/dice.hpp"

namespace rekindle {

// A note of at most sixty words; often a sentence or two, sometimes nothing. `mood` is 0 to 10.
std::string sample_note(int mood, Dice& dice);

// A word of one's own for an event.
std::string sample_own_word(Dice& dice);

}  // namespace rekindle
