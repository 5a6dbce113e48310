#include "workbook/base/fold.hpp"

#include <doctest/doctest.h>

using namespace rekindle;

TEST_CASE("fold: letters' case, accents and the form of an apostrophe make no difference") {
    struct Case {
        const char* text;
        const char* folded;
    };
    for (const Case& each :
         {Case{"Plain WORDS", "plain words"}, Case{"Café d’Été", "cafe d'ete"},
          Case{"Cafe\u0301", "cafe"}, Case{"Größe", "grosse"}, Case{"ΌΜΟΡΦΑ", "ομορφα"},
          Case{"İSTANBUL", "istanbul"}, Case{"it\u02BCs", "it's"}, Case{"", ""}}) {
        CAPTURE(each.text);
        CHECK(folded(each.text) == each.folded);
    }
}

TEST_CASE("fold: what is not UTF-8 is only made small") {
    CHECK(folded("AB\xFF"
                 "C") ==
          "ab\xFF"
          "c");
}

TEST_CASE("fold: words are found anywhere, and no wish is held by anything") {
    CHECK(contains_folded("Une soirée calme", "soiree"));
    CHECK_FALSE(contains_folded("Une soirée calme", "soir calme"));
    CHECK(contains_folded("", ""));
}

TEST_CASE("fold: the words of a text stand alone, with a gap where a sentence or a line ends") {
    CHECK(folded_words("“I’m sorry,” he said. But—you\nknow") ==
          std::vector<std::string>{"i'm", "sorry", "he", "said", "", "but", "you", "", "know"});
    CHECK(folded_words(" 'quoted' … ") == std::vector<std::string>{"quoted", ""});
    CHECK(folded_words("").empty());
}
