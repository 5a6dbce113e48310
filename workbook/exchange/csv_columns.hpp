// The columns of the table of check-ins, the same for writing and for reading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/content/workbook.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// The ids of the daily scales in the order of the columns: mood and trust, what else the content
// names, the person's own, then those that only ratings in the journal know.
std::vector<std::string> csv_scales(const Journal& journal, const Content& content);

// The name of a scale's column: its id. `scale:ID` where that would be another column's name, or
// where a rating written by hand stands under what is no id.
std::string to_scale_column(std::string_view scale);
std::string from_scale_column(std::string_view column);

}  // namespace rekindle
