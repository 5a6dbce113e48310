// A text given as `-`: what comes in on standard input.
#pragma once

#include <string>
#include <string_view>

#include "workbook/base/result.hpp"

namespace rekindle::app {

// All of it, to its end, or more than any text may hold of what does not end. Nothing, or nothing
// but blanks, is an error: an empty pipe is mostly one whose other end has failed, never a wish to
// write nothing. Errors: `usage` for that, `system` where it cannot be read.
Result<std::string> read_standard_input();

// Whether there is nothing in a text but blanks and line ends.
bool is_blank(std::string_view text);

}  // namespace rekindle::app
