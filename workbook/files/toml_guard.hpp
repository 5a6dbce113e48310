// Looks at a text before toml++ does: there are texts of 60 KB that would take the program down.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/files/file.hpp"

namespace rekindle {

// How many arrays and tables may stand in one another in a document that is read.
inline constexpr int deepest_toml = 64;
// And in its text: brackets open at once plus dots of the keys they stand in. As many as such a
// document needs when it is written, with the brackets of a header and the point of a number.
inline constexpr int deepest_text = deepest_toml + 3;

// The error when `text` is not UTF-8, larger than `most`, or nested so deeply that parsing it could
// overflow the stack. Dots and brackets in texts and comments are the person's own and do not
// count.
std::optional<Error> refuse_dangerous_toml(std::string_view text, const std::string& file,
                                           std::uintmax_t most = largest_file);

Error too_deep(Place place);

}  // namespace rekindle
