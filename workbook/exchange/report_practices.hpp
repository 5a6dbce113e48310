// The part of a report about promises, rituals and plans.
#pragma once

#include <vector>

#include "workbook/exchange/report.hpp"

namespace rekindle {

// Promises made or marked from `from` to `to` with what was said of each day, the days of rituals,
// and plans; each kind a chapter, each ledger, ritual or list of plans a section.
void add_practices(const Journal& journal, const Content& content, Date from, Date to,
                   std::vector<Block>& blocks);

}  // namespace rekindle
