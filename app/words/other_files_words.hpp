// What a person reads of the files that lie in the journal’s folder beside it, once it is locked.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "workbook/store/other_files.hpp"

namespace rekindle::app {

// For a terminal: a line each, and what can be done. Empty when there is nothing to say.
std::string in_lines(const OtherFiles& others);
// For the window: " These plain copies were taken in: …" Empty, or beginning with a blank. What
// stays as it is stands there one by one.
std::string in_one_sentence_each(const OtherFiles& others);

}  // namespace rekindle::app
