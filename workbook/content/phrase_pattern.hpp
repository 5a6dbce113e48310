// A wording as content/phrases.toml writes it: words, with `/` between words of which any will do
// and `…` where up to eight others may stand. "you made/drove me" is two phrases, "if you … i
// would" is many.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/content/spoken_words.hpp"

namespace rekindle {

inline constexpr std::size_t widest_gap = 8;  // words

struct PatternPart {
    bool gap = false;
    std::vector<std::vector<std::string>> either{};  // each written out: one word, or two
    bool operator==(const PatternPart&) const = default;
};

using PhrasePattern = std::vector<PatternPart>;

// Nothing for what is no run of words: nothing in it, marks inside, a gap at an end or two gaps in
// a row, an empty side of a `/`.
std::optional<PhrasePattern> to_pattern(std::string_view wording);

// The words that stand in a text, each once.
class SpokenVocabulary {
  public:
    explicit SpokenVocabulary(const std::vector<SpokenWord>& words);  // which have to outlive it

    // False where the wording surely does not stand in the text: a quick look, for there are many
    // wordings, and most of them are not there.
    bool may_hold(std::string_view wording) const;

  private:
    bool may_hold_word(std::string_view word) const;

    std::vector<std::string_view> words_;  // sorted
};

// Where the pattern stands among the words if it begins at `from`: the end of the shortest run that
// is it. It never runs past the end of a sentence.
std::optional<std::size_t> pattern_end(const PhrasePattern& pattern,
                                       const std::vector<SpokenWord>& words, std::size_t from);

}  // namespace rekindle
