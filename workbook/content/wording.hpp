// The rules of the house about words, as far as a program can check them.
#pragma once

#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/content/fields.hpp"

namespace rekindle {

int count_words(std::string_view text);

// Ends of sentences: a full stop, question mark or ellipsis before a space or the end. A last
// sentence without one counts as well.
int count_sentences(std::string_view text);

// Every banned word or mark and every clumsy phrase in a text, each at the line where it stands.
Problems check_wording(const PlacedText& text);

// The text in small letters with single spaces: what makes two paragraphs the same.
std::string to_compared(std::string_view paragraph);

}  // namespace rekindle
