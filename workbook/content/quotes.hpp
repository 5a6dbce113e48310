// Quotation marks as a book has them, from those of a keyboard: authors type straight ones.
#pragma once

#include <string>
#include <string_view>

namespace rekindle {

// "It's \"fine\"" gives It’s “fine”. A mark after a space, a bracket, a dash or another opening
// mark opens, any other closes; a single one before a figure or after a letter is an apostrophe.
// What is curly already stays.
std::string with_curly_quotes(std::string_view text);

}  // namespace rekindle
