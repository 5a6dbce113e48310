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
    std::string wording;     // as the content writes it
    std::string words;       // as they stand in the text
    bool operator==(const FoundPhrase&) const = default;
};

// Each phrase at most once, with the first of its wordings that stands in the text, in the order of
// `phrases`. Whole words within one sentence; letters' case, accents, the form of an apostrophe and
// short forms ("don’t") make no difference. Silent where all of the wording is quoted, and where
// one of the phrase's `unless` stands in the same sentence, before it or after; one that stands
// before it does not count once the sentence has turned with one of `turns`: "It is no excuse, but
// I was drunk." A wording that is no pattern is passed over.
std::vector<FoundPhrase> find_phrases(std::string_view text, const std::vector<Phrase>& phrases);

// The phrase with the `unless` and `turns` that its file has for every phrase.
Phrase with_common(Phrase phrase, const Phrase& every_phrase);

}  // namespace rekindle
