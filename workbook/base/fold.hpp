// Text as it is compared when someone looks for words: small and capital letters, accents and the
// forms of an apostrophe make no difference. Never shown and never stored.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rekindle {

// "Café d’Été" gives "cafe d'ete". What is not UTF-8 is only made small.
std::string folded(std::string_view text);

// True when `text` holds what `wanted`, folded already, says. An empty wish is held by any text.
bool contains_folded(std::string_view text, std::string_view wanted);

// The words of a text, folded, without the marks around them. An empty word stands where a sentence
// or a line ends, so that a run of words is never found across it.
std::vector<std::string> folded_words(std::string_view text);

}  // namespace rekindle
