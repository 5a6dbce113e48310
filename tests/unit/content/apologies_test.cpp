// The phrases that are shipped, held against sentences of real apologies and of poor ones.
#include "tests/unit/content/apologies.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/source_folder.hpp"
#include "workbook/content/phrases.hpp"
#include "workbook/content/read_content.hpp"

using namespace rekindle;

namespace apologies_test {

namespace {

std::vector<Phrase> shipped_phrases() {
    return read_content(tests::source_folder() / "content", {}).content.phrases;
}

}  // namespace

TEST_CASE("apologies: most of the sentences were kept back when the phrases were tuned") {
    std::size_t kept_back = 0;
    for (std::size_t i = 0; i < tests::bad_apologies.size(); ++i)
        if (!tests::was_tuned_on(i)) ++kept_back;
    CHECK(kept_back * 2 > tests::bad_apologies.size());
}

TEST_CASE("apologies: a good one is left alone") {
    const auto phrases = shipped_phrases();
    for (const std::string_view sentence : tests::good_apologies) {
        CAPTURE(sentence);
        for (const FoundPhrase& found : find_phrases(sentence, phrases)) CHECK(found.wording == "");
    }
}

TEST_CASE("apologies: all good ones together, as one letter, are left alone") {
    std::string text;
    for (const std::string_view sentence : tests::good_apologies) (text += sentence) += ' ';
    for (const FoundPhrase& found : find_phrases(text, shipped_phrases())) CHECK(found.words == "");
}

TEST_CASE("apologies: what makes it smaller, blames, asks or excuses is pointed out") {
    const auto phrases = shipped_phrases();
    for (const std::string_view sentence : tests::bad_apologies) {
        CAPTURE(sentence);
        CHECK_FALSE(find_phrases(sentence, phrases).empty());
    }
}

TEST_CASE("apologies: capitals, apostrophes and short forms make no difference") {
    const auto phrases = shipped_phrases();
    for (const char* bad : {"I DID IT BECAUSE OF HOW YOU TREATED ME.", "i couldn't help it",
                            "I couldn\u2019t help it", "I could not help it", "i couldnt help it",
                            "I'm sorry you're upset", "I am sorry you are upset"}) {
        CAPTURE(bad);
        CHECK_FALSE(find_phrases(bad, phrases).empty());
    }
    for (const char* good :
         {"NONE OF IT WAS YOUR FAULT.", "It wasn't your fault", "It wasn\u2019t your fault",
          "it wasnt your fault", "It was not your fault"}) {
        CAPTURE(good);
        CHECK(find_phrases(good, phrases).empty());
    }
}

}  // namespace apologies_test
