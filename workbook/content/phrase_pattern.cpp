#include "workbook/content/phrase_pattern.hpp"

#include <algorithm>

#include "workbook/base/folded_text.hpp"

namespace rekindle {
namespace {

bool is_gap(std::string_view token) { return token == "\u2026" || token == "..."; }

// Words alone: nothing where a mark stands among them.
std::optional<std::vector<std::string>> word_of_pattern(std::string_view token) {
    std::vector<std::string> words;
    for (SpokenWord& word : spoken_words(token)) {
        if (word.folded.empty()) return std::nullopt;
        words.push_back(std::move(word.folded));
    }
    if (words.empty()) return std::nullopt;
    return words;
}

std::optional<PatternPart> part_of_pattern(std::string_view token) {
    PatternPart part;
    if (is_gap(token)) {
        part.gap = true;
        return part;
    }
    for (std::size_t at = 0; at <= token.size();) {
        const std::size_t end = std::min(token.find('/', at), token.size());
        auto words = word_of_pattern(token.substr(at, end - at));
        if (!words) return std::nullopt;
        part.either.push_back(*std::move(words));
        at = end + 1;
    }
    return part;
}

std::vector<std::string_view> tokens_of(std::string_view wording) {
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < wording.size();) {
        const std::size_t end = std::min(wording.find(' ', at), wording.size());
        if (end > at) tokens.push_back(wording.substr(at, end - at));
        at = end + 1;
    }
    return tokens;
}

bool stand_at(const std::vector<std::string>& wanted, const std::vector<SpokenWord>& words,
              std::size_t at) {
    if (at > words.size() || words.size() - at < wanted.size()) return false;
    return std::equal(
        wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
        [](const std::string& one, const SpokenWord& word) { return one == word.folded; });
}

// The end of what stands at `at` for the parts from `part` on.
std::optional<std::size_t> end_of_parts(const PhrasePattern& pattern, std::size_t part,
                                        const std::vector<SpokenWord>& words, std::size_t at) {
    if (part == pattern.size()) return at;
    if (pattern[part].gap) {
        for (std::size_t skipped = 0; skipped <= widest_gap; ++skipped, ++at) {
            if (const auto end = end_of_parts(pattern, part + 1, words, at)) return end;
            if (at >= words.size() || words[at].folded.empty()) break;
        }
        return std::nullopt;
    }
    for (const std::vector<std::string>& wanted : pattern[part].either) {
        if (!stand_at(wanted, words, at)) continue;
        if (const auto end = end_of_parts(pattern, part + 1, words, at + wanted.size())) return end;
    }
    return std::nullopt;
}

}  // namespace

std::optional<PhrasePattern> to_pattern(std::string_view wording) {
    PhrasePattern pattern;
    for (const std::string_view token : tokens_of(wording)) {
        auto part = part_of_pattern(token);
        if (!part) return std::nullopt;
        const bool may_follow = !pattern.empty() && !pattern.back().gap;
        if (part->gap && !may_follow) return std::nullopt;
        pattern.push_back(*std::move(part));
    }
    if (pattern.empty() || pattern.back().gap) return std::nullopt;
    return pattern;
}

SpokenVocabulary::SpokenVocabulary(const std::vector<SpokenWord>& words) {
    words_.reserve(words.size());
    for (const SpokenWord& word : words) words_.emplace_back(word.folded);
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}

bool SpokenVocabulary::may_hold_word(std::string_view word) const {
    if (std::binary_search(words_.begin(), words_.end(), word)) return true;
    // What folding or writing out may change is not told apart here.
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (!std::all_of(word.begin(), word.end(), is_small)) return true;
    return written_out(std::string(word)).size() > 1;
}

bool SpokenVocabulary::may_hold(std::string_view wording) const {
    for (std::size_t at = 0; at < wording.size();) {
        const std::size_t token_end = std::min(wording.find(' ', at), wording.size());
        bool any = at == token_end;
        while (at < token_end && !any) {
            const std::size_t end = std::min(wording.find('/', at), token_end);
            any = may_hold_word(wording.substr(at, end - at));
            at = end + 1;
        }
        if (!any) return false;
        at = token_end + 1;
    }
    return true;
}

std::optional<std::size_t> pattern_end(const PhrasePattern& pattern,
                                       const std::vector<SpokenWord>& words, std::size_t from) {
    if (pattern.empty()) return std::nullopt;
    return end_of_parts(pattern, 0, words, from);
}

}  // namespace rekindle
