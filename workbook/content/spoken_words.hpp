// The words of a person's own text, as phrases are looked for in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle {

struct SpokenWord {
    std::string folded;     // as folded_text folds; empty where a sentence or a line ends
    std::size_t begin = 0;  // where it stands in the text, in bytes
    std::size_t end = 0;
    bool quoted = false;  // between quotation marks: said once, or by somebody else
};

// Short forms of English are written out, so that one wording stands for both: "I didn’t." gives
// "i", "did", "not", "". A semicolon ends no sentence. A text that stands between quotation marks
// as a whole is nobody's quotation. Any bytes may be given.
std::vector<SpokenWord> spoken_words(std::string_view text);

// A folded word written out: "you're" gives "you", "are"; most words give themselves.
std::vector<std::string> written_out(const std::string& folded);

}  // namespace rekindle
