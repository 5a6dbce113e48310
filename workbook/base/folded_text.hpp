// Text as a search compares it: capitals, accents and compatibility forms make no difference.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rekindle {

// "Größe, CAFÉ" gives "grosse, cafe". What is not UTF-8 is given back as it is.
std::string fold_text(std::string_view text);

// The words of what someone searches for, folded: "Très  bien" gives "tres", "bien".
std::vector<std::string> search_words(std::string_view wanted);

// True when every one of the words stands somewhere in the folded text, also within a word; true
// for no words at all.
bool has_all_words(std::string_view folded, const std::vector<std::string>& words);

}  // namespace rekindle
