// The rows of a CSV text, as they stand in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle {

struct CsvRow {
    int line = 1;  // where it begins
    std::vector<std::string> cells;
};

// Empty lines are passed over; a byte order mark at the start too. Rows may end in LF or CRLF.
// The error, with its line, is a quote in the wrong place.
Result<std::vector<CsvRow>> read_csv_rows(std::string_view text, const std::string& file);

// Adds a row, quoting what has to be quoted.
void add_csv_row(std::string& text, const std::vector<std::string>& cells);

}  // namespace rekindle
