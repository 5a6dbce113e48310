// Finds, in a text of someone's own, the phrases that content/phrases.toml lists. It is a look at
// words and no judgement of a text: what is found is said gently beside it and stops nobody.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/content/workbook.hpp"

namespace rekindle {

struct FoundPhrase {
    std::size_t phrase = 0;  // its place among the phrases given
    std::string wording;     // as the content writes it, never as the person did
    bool operator==(const FoundPhrase&) const = default;
};

// Each phrase at most once, with the first of its wordings that stands in the text, in the order of
// `phrases`. Whole words within one sentence; letters' case, accents and the form of an apostrophe
// make no difference.
std::vector<FoundPhrase> find_phrases(std::string_view text, const std::vector<Phrase>& phrases);

}  // namespace rekindle
