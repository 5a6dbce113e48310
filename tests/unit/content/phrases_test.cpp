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

TEST_CASE("phrases: one is silent where one of its unless stands in the sentence") {
    const std::vector<Phrase> phrases{
        {{"your fault"}, "a", {"none \u2026 your fault", "not your fault"}, {"but", "however"}},
        {{"i was drunk"}, "b", {"no excuse"}, {"but", "however"}}};
    const auto count = [&](std::string_view text) { return find_phrases(text, phrases).size(); };
    CHECK(count("It was your fault.") == 1);
    CHECK(count("None of it was your fault.") == 0);
    CHECK(count("NONE of it was YOUR fault.") == 0);
    CHECK(count("It isn\u2019t your fault.") == 0);
    CHECK(count("It is not your fault. It was your fault.") == 1);
    CHECK(count("I was drunk, and that is no excuse.") == 0);
    CHECK(count("There is no excuse, I was drunk.") == 0);
    CHECK(count("I was drunk, but that is no excuse.") == 0);
    CHECK(count("I was drunk. There is no excuse.") == 1);
    // Once the sentence has turned, what stood before no longer holds.
    CHECK(count("It is no excuse, but I was drunk.") == 1);
    CHECK(count("It is no excuse; however, I was drunk.") == 1);
}

TEST_CASE("phrases: what is quoted is not said again") {
    CHECK(found_in("I wrote \u201Csorry if\u201D and crossed it out.").empty());
    CHECK(found_in("I am \u201Csorry\u201D if it hurt.") == std::vector<std::string>{"sorry if"});
    CHECK(found_in("I wrote \u201Csorry if\u201D, sorry if that hurt.").size() == 1);
}

TEST_CASE("phrases: what is found is said in the words of the text") {
    const std::vector<Phrase> phrases{{{"because \u2026 you made/drove me"}, "a"}};
    const auto found = find_phrases("Only BECAUSE, I think, you\u00A0drove me.", phrases);
    REQUIRE(found.size() == 1);
    CHECK(found[0].wording == "because \u2026 you made/drove me");
    CHECK(found[0].words == "BECAUSE, I think, you\u00A0drove me");
}

TEST_CASE("phrases: what a file says for all is added to each") {
    const Phrase phrase = with_common({{"a"}, "why", {"b"}, {}}, {{}, "", {"c"}, {"but"}});
    CHECK(phrase.unless == std::vector<std::string>{"b", "c"});
    CHECK(phrase.turns == std::vector<std::string>{"but"});
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
