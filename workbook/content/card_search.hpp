// Finding a card among those of a workbook: by its words and by whom it speaks to.
#pragma once

#include <string>

#include "workbook/content/workbook.hpp"

namespace rekindle {

// All words of a card that a person reads, folded for `has_all_words`.
std::string searchable_text(const Card& card);

// True when the card is for that side, hurt or broke: one for both is for either of them, and so is
// one for oneself. `Audience::both` asks for cards meant for two. A line of its own for the other
// side does not count: nearly every card has one.
bool speaks_to(const Card& card, Audience side);

}  // namespace rekindle
