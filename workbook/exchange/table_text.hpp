// The bytes of a table as text, whatever program saved them.
#pragma once

#include <string>
#include <string_view>

#include "workbook/base/result.hpp"

namespace rekindle {

// UTF-8 with or without byte order marks, UTF-16 with one, and without where the first letters show
// it. A file that has been given CRLF or CR throughout has LF again, also within cells; where kinds
// of line ends stand side by side they stay, for then those within cells are a person's own.
// Errors, with the line: another encoding, named where it can be told; a spreadsheet's own file.
Result<std::string> read_table_text(std::string_view bytes, const std::string& file);

}  // namespace rekindle
