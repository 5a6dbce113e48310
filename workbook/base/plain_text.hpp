// Whether a file's bytes are plain text in UTF-8, and if not, what they most likely are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"

namespace rekindle {

// The error for a text in another encoding (UTF-16, UTF-32, Latin-1 and its kin), for a document of
// a word processor, an archive or a picture, and for lines that end in CR alone: each named, with
// what to do. Nothing for UTF-8, and nothing for bytes of which this cannot be told, such as a file
// that was cut in the middle of a letter.
std::optional<Error> problem_with_plain_text(std::string_view text, const std::string& file);

}  // namespace rekindle
