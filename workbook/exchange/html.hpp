// A journal to read or print in a browser: one page of HTML that loads nothing from anywhere.
#pragma once

#include <string>

#include "workbook/exchange/report.hpp"

namespace rekindle {

// Everything is escaped; what a person wrote keeps its line breaks. Control characters, which HTML
// does not allow, become U+FFFD.
std::string to_html(const std::vector<Block>& report);

}  // namespace rekindle
