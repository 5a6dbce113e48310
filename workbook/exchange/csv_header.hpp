// The first line of a table: how its cells are parted, and what each column holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/content/workbook.hpp"
#include "workbook/exchange/csv.hpp"
#include "workbook/exchange/csv_rows.hpp"

namespace rekindle {

// The form of the table, told by a line `sep=;` before it and by its line of names, which has to be
// parted so that most of `names` are found in it; with a blank behind a separator there, the table
// is spaced out. A `sep=` line is taken off `text`.
Result<CsvForm> tell_csv_form(std::string_view& text, const std::string& file,
                              const std::vector<std::string>& names);

enum class ColumnKind { date, time, person, scale, events, note, nameless, passed_over };

struct CsvColumn {
    ColumnKind kind = ColumnKind::passed_over;
    std::string scale{};  // its id
    std::string name{};   // as it stands in the file, fit for a message
    bool fresh = false;   // a scale that neither the journal nor the content knows yet
};

struct CsvHeader {
    std::vector<CsvColumn> columns;
    bool own = false;  // this is the line of names that `to_csv` writes
    Problems problems;
};

// `scales` are the ids that are known. In Rekindle's own table a column between trust and events
// that is not known is a scale of the person's own.
CsvHeader read_csv_header(const CsvRow& row, const std::string& file,
                          const std::vector<std::string>& scales, const CsvOptions& options);

}  // namespace rekindle
