// Texts that a spreadsheet would run as a formula, kept from that in a table: an apostrophe before
// them makes them text (OWASP, "CSV Injection"), and is taken away again when the table is read.
#pragma once

#include <string>
#include <string_view>

namespace rekindle {

// `text` as it may stand in a cell: with an apostrophe more if it begins like a formula (= + - @,
// tab, carriage return), with apostrophes before that or without.
std::string to_text_cell(std::string_view text);

// What `to_text_cell` was given; other cells are as they are.
std::string from_text_cell(std::string_view cell);

}  // namespace rekindle
