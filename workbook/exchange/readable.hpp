// A text as it can stand in a page for reading.
#pragma once

#include <string>
#include <string_view>

namespace rekindle {

// Line ends are LF, and control characters other than line ends and tabs are U+FFFD.
std::string readable(std::string_view text);

}  // namespace rekindle
