// Check-ins as a table that any spreadsheet opens: RFC 4180, UTF-8, LF, a row for each check-in.
//
// Columns: date (2026-11-21), time (20:15, or empty), person, mood, trust, the other daily scales
// in the order of the content, scales of one's own, scales that only old ratings know; then events
// and note. An empty cell is "not answered". Events stand in one cell: KIND or KIND:TEXT, parted by
// "; ", with a backslash before every backslash and semicolon of the text:
//   hard-conversation; own:tea\; then a walk
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/content/workbook.hpp"
#include "workbook/exchange/import_plan.hpp"
#include "workbook/exchange/table_cells.hpp"

namespace rekindle {

// Every check-in from `from` to `to`, both included, by date, time on the clock and person. Always
// begins with the row of column names.
std::string to_csv(const Journal& journal, const Content& content, Date from, Date to);

// What the person says about a table that is not Rekindle's own.
struct CsvOptions {
    // Which column of the file is which of ours: {"mood", "Stimmung"}. Where there is any, columns
    // that are neither named here nor known are passed over.
    std::map<std::string, std::string, std::less<>> columns{};
    std::optional<DateOrder> dates{};
};

// The first name in the options that is no column here; nothing when all are.
std::optional<std::string> unknown_column(const CsvOptions& options, const Content& content,
                                          const Journal& journal);

// What reading a file would add to `journal`. When there are problems, each with the file and its
// line, the plan is empty: nothing is brought in by halves. Of many problems the first are told.
struct CsvImport {
    ImportPlan plan;
    Problems problems;
};

// Reads what `to_csv` wrote, with the scales and the people that the journal does not have yet;
// also tables with fewer columns, or in another order, as spreadsheets save them, as long as there
// is a date (a person that is not named is the journal's first). `file` is named in problems; days
// after `today` are counted.
CsvImport read_csv(std::string_view bytes, const std::string& file, const Content& content,
                   const Journal& journal, Date today, const CsvOptions& options = {});

}  // namespace rekindle
