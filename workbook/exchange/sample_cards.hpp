// What the sample has written on the cards of the seven-steps workbook.
#pragma once

#include "workbook/content/workbook.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// The journal with the beginnings of that workbook in it, spread over the `days` days up to
// `last_day`; unchanged when the content has no such workbook. Cards, exercises, scales and items
// the content does not have are left out.
Journal with_sample_cards(const Journal& journal, const Content& content, Date last_day, int days,
                          const std::string& person);

}  // namespace rekindle
