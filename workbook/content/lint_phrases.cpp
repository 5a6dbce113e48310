#include "workbook/content/lint_phrases.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "workbook/base/folded_text.hpp"
#include "workbook/content/phrase_pattern.hpp"
#include "workbook/content/phrases.hpp"
#include "workbook/content/wording.hpp"

namespace rekindle {
namespace {

void report_phrase(Problems& problems, const Place& place, std::string message,
                   std::string remedy) {
    problems.push_back({ErrorCode::invalid, std::move(message), std::move(remedy), place});
}

// Wordings that are none are reported; each of the others is given to `check`.
template <class Check>
void check_wordings(const std::vector<std::string>& wordings, const Place& place,
                    Problems& problems, Check check) {
    for (const std::string& wording : wordings) {
        if (to_pattern(wording)) {
            check(wording);
            continue;
        }
        report_phrase(
            problems, place, "One of these wordings is no run of words.",
            "Write words alone, without the marks that end a sentence; a … stands between two "
            "words, a / between two without a space.");
    }
}

// A plain wording that holds what silences it.
bool can_be_found(const std::string& wording, const Phrase& phrase) {
    const bool is_plain = wording.find('/') == std::string::npos &&
                          wording.find("\u2026") == std::string::npos &&
                          wording.find("...") == std::string::npos;
    return !is_plain || !find_phrases(wording, {phrase}).empty();
}

}  // namespace

Problems check_phrases(const ContentFile& file) {
    Problems problems;
    const auto anything = [](const std::string&) {};
    check_wordings(file.every_phrase.unless, file.every_phrase_place, problems, anything);
    check_wordings(file.every_phrase.turns, file.every_phrase_place, problems, anything);
    std::map<std::string, Place> seen;
    for (std::size_t i = 0; i < file.phrases.size(); ++i) {
        const Place& place = file.phrase_places[i];
        const Phrase phrase = with_common(file.phrases[i], file.every_phrase);
        if (count_sentences(phrase.why) > 1) {
            report_phrase(problems, place, "The reason has more than one sentence.",
                          "Keep it to one.");
        }
        check_wordings(file.phrases[i].unless, place, problems, anything);
        check_wordings(phrase.wordings, place, problems, [&](const std::string& wording) {
            const auto [first, is_new] = seen.emplace(to_compared(fold_text(wording)), place);
            if (!is_new) {
                report_phrase(
                    problems, place,
                    fmt::format("\"{}\" stands at line {} too.", wording, first->second.line),
                    "One phrase is enough for it.");
            }
            if (!can_be_found(wording, phrase)) {
                report_phrase(problems, place, fmt::format("\"{}\" is never found.", wording),
                              "One of its own unless stands in it; take one of the two out.");
            }
        });
    }
    return problems;
}

}  // namespace rekindle
