// The rows of a CSV text, as they stand in it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle {

struct CsvRow {
    int line = 1;    // of the text, where the row begins
    int number = 1;  // of the row, as a spreadsheet numbers it: blank ones are counted
    std::vector<std::string> cells;
};

struct CsvForm {
    char separator = ',';
    int first_line = 1;   // of `text` within the file
    bool spaced = false;  // blanks around cells and around their quotes are for the eye alone
};

// Gives the rows one after the other until `take` says false; blank lines are passed over. Rows may
// end in LF, CRLF or CR.
// The errors, each with its line, are a quote in the wrong place and a row of too many cells.
Result<void> read_csv_rows(std::string_view text, const CsvForm& form, const std::string& file,
                           const std::function<bool(CsvRow)>& take);

// "Row 3, column D: ", for a message about a cell.
std::string place_in_table(int row, std::size_t column);

// Adds a row, quoting what has to be quoted.
void add_csv_row(std::string& text, const std::vector<std::string>& cells);

}  // namespace rekindle
