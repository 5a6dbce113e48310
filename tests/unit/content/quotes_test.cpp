#include "workbook/content/quotes.hpp"

#include <doctest/doctest.h>

#include "workbook/content/content_file.hpp"

using namespace rekindle;

namespace quotes_test {

TEST_CASE("quotes: those of a keyboard become those of a book") {
    CHECK(with_curly_quotes("") == "");
    CHECK(with_curly_quotes("It's \"fine\".") == "It\u2019s \u201Cfine\u201D.");
    CHECK(with_curly_quotes("\"Yes,\" she said (\"no\").") ==
          "\u201CYes,\u201D she said (\u201Cno\u201D).");
    CHECK(with_curly_quotes("the others' turn") == "the others\u2019 turn");
    CHECK(with_curly_quotes("\"'No' is a word\"") == "\u201C\u2018No\u2019 is a word\u201D");
    CHECK(with_curly_quotes("in '95") == "in \u201995");
    CHECK(with_curly_quotes("so\u2014\"there\"") == "so\u2014\u201Cthere\u201D");
    CHECK(with_curly_quotes("\u201Cit\u2019s\u201D") == "\u201Cit\u2019s\u201D");
}

TEST_CASE("quotes: what is read from a content file has them, what lint judges is as written") {
    const auto file = read_content_text(
        "format = 1\n[[section]]\nid = \"a\"\ntitle = \"It's\"\ntext = \"\"\"\n\"One\"\n\n\"Two\" "
        "'three'\"\"\"\n",
        "help.toml", ContentKind::help);
    REQUIRE(file.help.size() == 1);
    CHECK(file.help[0].title == "It\u2019s");
    CHECK(file.help[0].text == "\u201COne\u201D\n\n\u201CTwo\u201D \u2018three\u2019");
    REQUIRE(file.reading.texts.size() == 2);
    CHECK(file.reading.texts[0].text == "It's");
}

}  // namespace quotes_test
