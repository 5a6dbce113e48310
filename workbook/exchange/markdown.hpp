// A journal to read in any text editor, as Markdown.
#pragma once

#include <string>

#include "workbook/exchange/report.hpp"

namespace rekindle {

// What a person wrote stands as a quotation, with every sign that means something in Markdown
// escaped. Control characters become U+FFFD.
std::string to_markdown(const std::vector<Block>& report);

}  // namespace rekindle
