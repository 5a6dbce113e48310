// A letter in parts as one text.
#pragma once

#include <string>
#include <vector>

#include "workbook/content/workbook.hpp"
#include "workbook/journal/answers.hpp"

namespace rekindle {

// What was written, in the order of the parts; last what belongs to parts the content does not name
// any more. An empty part is left out.
std::vector<const std::string*> letter_paragraphs(const Letter& letter,
                                                  const std::vector<Choice>& parts);

// The same with an empty line between the parts, and no headings: as it would be given to someone.
std::string letter_text(const Letter& letter, const std::vector<Choice>& parts);

}  // namespace rekindle
