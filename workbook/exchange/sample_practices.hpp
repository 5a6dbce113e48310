// The promises, rituals and plans of the sample.
#pragma once

#include "workbook/content/workbook.hpp"
#include "workbook/exchange/dice.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// `journal` with what `person` built up between the cards in the `days` that end on `last_day`:
// nothing where the content has no exercise for it.
Journal with_sample_practices(const Journal& journal, const Content& content, Date last_day,
                              int days, const std::string& person, Dice& dice);

}  // namespace rekindle
