#include "workbook/content/phrases.hpp"

#include <doctest/doctest.h>

#include "tests/support/source_folder.hpp"
#include "workbook/content/read_content.hpp"

using namespace rekindle;

namespace phrases_test {

namespace {

const std::vector<Phrase> few{{{"but you", "but you also"}, "a"},
                              {{"sorry if", "sorry that you feel"}, "b"},
                              {{"it wasn't that bad"}, "c"},
                              {{"c'était rien"}, "d"}};

std::vector<std::string> found_in(std::string_view text) {
    std::vector<std::string> wordings;
    for (const FoundPhrase& found : find_phrases(text, few)) wordings.push_back(found.wording);
    return wordings;
}

}  // namespace

TEST_CASE("phrases: what is pointed out, and what is not") {
    using Wordings = std::vector<std::string>;
    struct Case {
        const char* text;
        Wordings found;
    };
    for (const Case& each :
         std::vector<Case>{{"I lied, but you knew.", {"but you"}},
                           {"BUT YOU KNEW", {"but you"}},
                           {"I lied, but - you knew", {"but you"}},
                           {"I lied. You knew.", {}},
                           {"I lied, but. You knew.", {}},
                           {"a debut you missed", {}},
                           {"but your evening", {}},
                           {"I'm sorry if that hurt", {"sorry if"}},
                           {"I\u2019m sorry that you feel that way", {"sorry that you feel"}},
                           {"It wasn\u2019t that bad", {"it wasn't that bad"}},
                           {"It wasn't that bad", {"it wasn't that bad"}},
                           {"it wasn t that bad", {}},
                           {"C\u2019etait rien du tout", {"c'était rien"}},
                           {"sorry\u00A0if", {"sorry if"}},
                           {"sorry\nif", {}},
                           {"I am sorry if it hurt, but you left", {"but you", "sorry if"}},
                           {"but you, but you, but you", {"but you"}},
                           {"", {}},
                           {"I chose to lie.", {}}}) {
        CAPTURE(each.text);
        CHECK(found_in(each.text) == each.found);
    }
}

TEST_CASE("phrases: the shipped ones are read, and the letters that ask for them are apologies") {
    const ReadContent read = read_content(tests::source_folder() / "content", {});
    CHECK(read.content.phrases.size() >= 15);
    CHECK_FALSE(find_phrases("I am sorry if you felt hurt.", read.content.phrases).empty());
    CHECK(find_phrases("I kept it from you. You trusted me, and I used that.", read.content.phrases)
              .empty());
    std::vector<std::string> asking;
    for (const Workbook& workbook : read.content.workbooks)
        for (const Card& card : workbook.cards)
            for (const Exercise& exercise : card.exercises)
                if (exercise.notices) asking.push_back(exercise.id);
    CHECK(asking == std::vector<std::string>{"apology", "letter-of-amends", "i-chose-to",
                                             "explanation", "two-minute-apology"});
}

}  // namespace phrases_test
