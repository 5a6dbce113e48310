#include "workbook/content/phrase_pattern.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rekindle;

namespace phrase_pattern_test {

namespace {

using Strings = std::vector<std::string>;

Strings spoken(std::string_view text) {
    Strings words;
    for (const SpokenWord& word : spoken_words(text))
        words.push_back(word.quoted ? '<' + word.folded + '>' : word.folded);
    return words;
}

// What of the text the wording is, or "-".
std::string stands(std::string_view wording, std::string_view text) {
    const auto pattern = to_pattern(wording);
    REQUIRE(pattern);
    const auto words = spoken_words(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto end = pattern_end(*pattern, words, at);
        if (!end) continue;
        CHECK(SpokenVocabulary(words).may_hold(wording));
        const std::size_t begin = words[at].begin;
        return std::string(text.substr(begin, words[*end - 1].end - begin));
    }
    return "-";
}

}  // namespace

TEST_CASE("spoken words: short forms are written out, sentences end, a semicolon ends none") {
    CHECK(spoken("I\u2019m sorry; I didn't. Can't, won't") ==
          Strings{"i", "am", "sorry", "i", "did", "not", "", "can", "not", "will", "not"});
    CHECK(spoken("dont its were ill") == Strings{"do", "not", "its", "were", "ill"});
    CHECK(spoken("One.\n\nTwo?!") == Strings{"one", "", "two", ""});
    CHECK(spoken("C\u2019\u00C9TAIT \uFF4Fk") == Strings{"c'etait", "ok"});
    CHECK(spoken("").empty());
    CHECK(spoken("\xff a\xff") == Strings{"a"});
}

TEST_CASE("spoken words: what stands between quotation marks is quoted") {
    CHECK(spoken("I wrote \u201Cyou did\u201D once") ==
          Strings{"i", "wrote", "<you>", "<did>", "once"});
    CHECK(spoken("I said \"no\" then") == Strings{"i", "said", "<no>", "then"});
    CHECK(spoken("I said 'not now' then") == Strings{"i", "said", "<not>", "<now>", "then"});
    CHECK(spoken("I said \u2018don\u2019t\u2019 then") ==
          Strings{"i", "said", "<do>", "<not>", "then"});
    // An apostrophe opens nothing, and neither does a mark that nothing closes.
    CHECK(spoken("the boys' and 'cause you") == Strings{"the", "boys", "and", "cause", "you"});
    CHECK(spoken("I said \"no") == Strings{"i", "said", "no"});
    CHECK(spoken("a \"b\nc\" d") == Strings{"a", "b", "", "c", "d"});
    // As a whole it is nobody's quotation.
    CHECK(spoken("\"You did it.\"") == Strings{"you", "did", "it", ""});
}

TEST_CASE("spoken words: each knows where it stands in the text") {
    const std::string text = "\u00C9t\u00E9 isn't";
    const auto words = spoken_words(text);
    REQUIRE(words.size() == 3);
    CHECK(text.substr(words[0].begin, words[0].end - words[0].begin) == "\u00C9t\u00E9");
    CHECK(text.substr(words[1].begin, words[2].end - words[1].begin) == "isn't");
}

TEST_CASE("phrase pattern: words of which any will do, and a gap of up to eight") {
    CHECK(stands("you made/drove me", "You DROVE me to it") == "You DROVE me");
    CHECK(stands("you made/drove me", "you and me") == "-");
    CHECK(stands("if you \u2026 i would", "If you had come, I would") ==
          "If you had come, I would");
    CHECK(stands("if you ... i would", "if you I would") == "if you I would");
    CHECK(stands("a \u2026 z", "a 1 2 3 4 5 6 7 8 z") == "a 1 2 3 4 5 6 7 8 z");
    CHECK(stands("a \u2026 z", "a 1 2 3 4 5 6 7 8 9 z") == "-");
    CHECK(stands("a \u2026 z", "a. z") == "-");
    CHECK(stands("don't/can't go", "I cannot go") == "cannot go");
    CHECK(stands("do not go", "Don\u2019t go") == "Don\u2019t go");
}

TEST_CASE("phrase pattern: what is no run of words is none") {
    for (const char* none : {"", " ", "...", "\u2026 a", "a \u2026", "a \u2026 \u2026 b", "a b.",
                             "a/", "/a", "a//b", "a?"}) {
        CAPTURE(none);
        CHECK_FALSE(to_pattern(none));
    }
}

}  // namespace phrase_pattern_test
