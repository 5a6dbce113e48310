#include "workbook/content/phrases.hpp"

#include <algorithm>
#include <optional>

#include "workbook/content/phrase_pattern.hpp"
#include "workbook/content/spoken_words.hpp"

namespace rekindle {
namespace {

using SpokenWords = std::vector<SpokenWord>;

// Words from `begin` to before `end`.
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Run sentence_around(const SpokenWords& words, const Run& run) {
    Run sentence = run;
    while (sentence.begin > 0 && !words[sentence.begin - 1].folded.empty()) --sentence.begin;
    while (sentence.end < words.size() && !words[sentence.end].folded.empty()) ++sentence.end;
    return sentence;
}

// Every place in the run where the wording begins.
std::vector<Run> runs_of(const std::string& wording, const SpokenWords& words, const Run& within) {
    std::vector<Run> runs;
    const auto pattern = to_pattern(wording);
    if (!pattern) return runs;
    for (std::size_t at = within.begin; at < within.end; ++at)
        if (const auto end = pattern_end(*pattern, words, at)) runs.push_back({at, *end});
    return runs;
}

bool is_quoted(const SpokenWords& words, const Run& run) {
    for (std::size_t at = run.begin; at < run.end; ++at)
        if (!words[at].quoted) return false;
    return true;
}

// Whether the sentence turns after `from` and before `to`.
bool turns_between(const Phrase& phrase, const SpokenWords& words, std::size_t from,
                   std::size_t to) {
    for (const std::string& turn : phrase.turns)
        for (const Run& run : runs_of(turn, words, {from, std::max(from, to)}))
            if (run.begin < to) return true;
    return false;
}

bool is_taken_back(const Phrase& phrase, const SpokenWords& words, const Run& found) {
    const Run sentence = sentence_around(words, found);
    return std::any_of(phrase.unless.begin(), phrase.unless.end(), [&](const std::string& unless) {
        const auto runs = runs_of(unless, words, sentence);
        return std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
            return !turns_between(phrase, words, run.end, found.end);
        });
    });
}

std::string words_of(std::string_view text, const SpokenWords& words, const Run& run) {
    const std::size_t begin = words[run.begin].begin;
    return std::string(text.substr(begin, words[run.end - 1].end - begin));
}

std::optional<Run> find_phrase(const Phrase& phrase, const std::string& wording,
                               const SpokenWords& words, const SpokenVocabulary& vocabulary) {
    if (!vocabulary.may_hold(wording)) return std::nullopt;
    for (const Run& run : runs_of(wording, words, {0, words.size()}))
        if (!is_quoted(words, run) && !is_taken_back(phrase, words, run)) return run;
    return std::nullopt;
}

}  // namespace

Phrase with_common(Phrase phrase, const Phrase& every_phrase) {
    const auto add = [](std::vector<std::string>& all, const std::vector<std::string>& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    add(phrase.unless, every_phrase.unless);
    add(phrase.turns, every_phrase.turns);
    return phrase;
}

std::vector<FoundPhrase> find_phrases(std::string_view text, const std::vector<Phrase>& phrases) {
    std::vector<FoundPhrase> found;
    const SpokenWords words = spoken_words(text);
    if (words.empty()) return found;
    const SpokenVocabulary vocabulary(words);
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        for (const std::string& wording : phrases[i].wordings) {
            const auto run = find_phrase(phrases[i], wording, words, vocabulary);
            if (!run) continue;
            found.push_back({i, wording, words_of(text, words, *run)});
            break;
        }
    }
    return found;
}

}  // namespace rekindle
