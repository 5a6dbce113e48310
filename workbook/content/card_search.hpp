// Finding a card among those of a workbook: by its words and by whom it speaks to.
#pragma once

#include <string>

#include "workbook/content/workbook.hpp"

namespace rekindle {

// All words of a card that a person reads, folded for `has_all_words`.
std::string searchable_text(const Card& card);

// True when the card is for that side: one for both is for either of them, and so is one for
// oneself, or one with a line of its own for that side. `Audience::both` asks for cards meant for
// two.
bool speaks_to(const Card& card, Audience side);

}  // namespace rekindle
