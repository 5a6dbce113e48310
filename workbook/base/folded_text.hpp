// Text as a search compares it: capitals, accents, compatibility forms and the form of an
// apostrophe make no difference.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rekindle {

// "Größe, CAFÉ" gives "grosse, cafe". What is not UTF-8 is given back as it is.
std::string fold_text(std::string_view text);

// A letter, mark, figure or plain apostrophe: what a word of folded text is made of.
bool is_word_character(char32_t character);

// The words of what someone searches for, folded: "Très  bien" gives "tres", "bien".
std::vector<std::string> search_words(std::string_view wanted);

// The words of a text, folded, without the marks around them: "I’m sorry." gives "i'm", "sorry",
// "". An empty word stands where a sentence or a line ends, so that no run of words is found across
// it.
std::vector<std::string> words_and_ends(std::string_view text);

// True when every one of the words stands somewhere in the folded text, also within a word; true
// for no words at all.
bool has_all_words(std::string_view folded, const std::vector<std::string>& words);

}  // namespace rekindle
