// The parts of a report that come after its days.
#pragma once

#include <vector>

#include "workbook/exchange/report.hpp"

namespace rekindle {

// What was answered from `from` to `to`, by workbook and card.
void add_answers(const Journal& journal, const Content& content, Date from, Date to,
                 std::vector<Block>& blocks);

// The lists, with those lines that were there in the span.
void add_lists(const Journal& journal, const Content& content, Date from, Date to,
               std::vector<Block>& blocks);

}  // namespace rekindle
