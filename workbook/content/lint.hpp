// Holds content to the rules of the house: structure, lengths, wording. Used by `rekindle lint` and
// by the tests; the program itself is more lenient and shows what it can.
#pragma once

#include <filesystem>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle {

// Every problem in the content files given, in the order of files and lines: ids unique, kinds
// known, lengths (guidance 90 to 220 words, prompts one or two sentences), two to four scales with
// words at both ends, at least one `reflect`, no banned word, no paragraph that stands twice.
Problems lint(const std::vector<std::filesystem::path>& files);

}  // namespace rekindle
