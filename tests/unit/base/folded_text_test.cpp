#include "workbook/base/folded_text.hpp"

#include <doctest/doctest.h>

using namespace rekindle;

namespace folded_text_test {

using Words = std::vector<std::string>;

TEST_CASE("folded text: capitals, accents and joined letters make no difference") {
    CHECK(fold_text("CAFÉ") == "cafe");
    CHECK(fold_text("cafe\u0301") == "cafe");
    CHECK(fold_text("Größe") == "grosse");
    CHECK(fold_text("ΆΛΦΑ") == fold_text("άλφα"));
    CHECK(fold_text("ﬁne") == "fine");
    CHECK(fold_text("in\u00ADvisible") == "invisible");
    CHECK(fold_text("日本 \U0001F600") == "日本 \U0001F600");
    CHECK(fold_text("").empty());
}

TEST_CASE("folded text: what is not UTF-8 stays as it is") { CHECK(fold_text("a\xff") == "a\xff"); }

TEST_CASE("folded text: what is searched for is a set of words, in any order") {
    CHECK(search_words("  Très\tbien ") == Words{"tres", "bien"});
    CHECK(search_words(" ").empty());
    const std::string text = fold_text("Bien écrit, mais très court");
    CHECK(has_all_words(text, search_words("TRES bien")));
    CHECK(has_all_words(text, search_words("cour")));
    CHECK(has_all_words(text, {}));
    CHECK_FALSE(has_all_words(text, search_words("très long")));
}

TEST_CASE("folded text: the form of an apostrophe makes no difference") {
    CHECK(fold_text("It\u2019s") == "it's");
    CHECK(fold_text("\u2018It\u02BCs\u2019") == "'it's'");
}

TEST_CASE("folded text: words stand alone, with a gap where a sentence or a line ends") {
    CHECK(words_and_ends("“I’m sorry,” he said. But—you\nknow") ==
          Words{"i'm", "sorry", "he", "said", "", "but", "you", "", "know"});
    CHECK(words_and_ends(" 'quoted' … ") == Words{"quoted", ""});
    CHECK(words_and_ends("a\xff"
                         "b") == Words{"a", "b"});
    CHECK(words_and_ends("").empty());
}

}  // namespace folded_text_test
