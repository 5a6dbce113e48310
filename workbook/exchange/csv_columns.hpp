// The columns of the table of check-ins, the same for writing and for reading.
#pragma once

#include <string>
#include <vector>

#include "workbook/content/workbook.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// The ids of the daily scales in the order of the columns: mood and trust, what else the content
// names, the person's own, then those that only ratings in the journal know.
std::vector<std::string> csv_scales(const Journal& journal, const Content& content);

}  // namespace rekindle
