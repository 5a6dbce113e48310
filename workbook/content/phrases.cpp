#include "workbook/content/phrases.hpp"

#include <algorithm>

#include "workbook/base/folded_text.hpp"

namespace rekindle {
namespace {

using Words = std::vector<std::string>;

bool stands_in(const Words& text, const Words& wanted) {
    if (wanted.empty()) return false;
    return std::search(text.begin(), text.end(), wanted.begin(), wanted.end()) != text.end();
}

}  // namespace

std::vector<FoundPhrase> find_phrases(std::string_view text, const std::vector<Phrase>& phrases) {
    std::vector<FoundPhrase> found;
    const Words words = words_and_ends(text);
    if (words.empty()) return found;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const auto& wordings = phrases[i].wordings;
        const auto wording = std::find_if(
            wordings.begin(), wordings.end(),
            [&](const std::string& one) { return stands_in(words, words_and_ends(one)); });
        if (wording != wordings.end()) found.push_back({i, *wording});
    }
    return found;
}

}  // namespace rekindle
