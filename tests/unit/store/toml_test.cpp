#include <doctest/doctest.h>

#include "workbook/files/toml_read.hpp"
#include "workbook/files/toml_write.hpp"
#include "workbook/store/unknown_keys.hpp"

namespace rekindle::test::toml_test {
namespace {

TomlTable parsed(std::string_view text) {
    auto document = parse_toml(text, "x.toml");
    if (!document) FAIL(to_string(document.error()));
    return *document;
}

}  // namespace

TEST_CASE("toml: every kind of value keeps what it says") {
    const std::string text =
        "a = true\nb = -7\nc = 0.1\nd = \"x\"\ne = 2026-11-21\nf = 20:14:00.5\n"
        "g = 2026-11-21T20:14:00+01:30\nh = [1, [2, { i = 3 }]]\nl = inf\nm = 1.0\nn = "
        "1e+30\n\n[\"j k\"]\n\"\" = {}\n";
    CHECK(to_text(parsed(text)) == text);
    CHECK(parsed("z = 1979-05-27 07:32:00Z").find("z")->as<TomlMoment>()->text ==
          "1979-05-27T07:32:00Z");
}

TEST_CASE("toml: dots and brackets in texts and comments are the person's own") {
    const std::string many(500, '[');
    const std::string dots(500, '.');
    parsed("a = \"" + many + dots + "\\\"" + many + "\"\n# " + many + dots);
    parsed("a = '" + many + dots + "'\nb = '''\n" + many + "'" + dots + "\n'''");
    parsed("a = \"\"\"\n" + many + "\"\"" + dots + "\\\"\"\" \n\"\"\"\nb = 1.5");
    std::string numbers = "a = [";
    for (int i = 0; i < 500; ++i) numbers += "1.5,\n";
    parsed(numbers + "]");
    std::string lines;
    for (int i = 0; i < 500; ++i) lines += "[a.b" + std::to_string(i) + "]\nc.d = 1.5\n";
    parsed(lines);
}

TEST_CASE("toml: depth is counted over brackets and dots together") {
    std::string text = "a = ";
    for (int i = 0; i < 30; ++i) text += "{ b.c.d = ";
    text += "1";
    for (int i = 0; i < 30; ++i) text += " }";
    const auto document = parse_toml(text, "x.toml");
    REQUIRE_FALSE(document);
    CHECK(document.error().message == "This is nested more than 64 levels deep.");
}

TEST_CASE("toml: a problem has the line of its key") {
    const TomlTable table = parsed("a = 1\nb = '''\nx\n'''\n[c]\nd = [\n 1\n]\n");
    Problems problems;
    const std::string file = "x.toml";
    const TomlReader reader{table, file, problems};
    CHECK(reader.place("b").line == 2);
    CHECK(reader.place("d").line == reader.place().line);
    CHECK(reader.table("c")->place("d").line == 6);
    CHECK_FALSE(reader.text("a"));
    CHECK(problems.at(0).place.line == 1);
    CHECK(problems.at(0).message == "`a` has to be a text; here it is a whole number.");
}

TEST_CASE("unknown keys: they stay with what they stand in") {
    const TomlTable raw = parsed(
        "odd = 1\n[[checkin]]\nid = 'a'\nmood = 1\nodd = 2\n"
        "[[checkin]]\nid = 'b'\nodd = 3\n");
    const TomlTable known = parsed("[[checkin]]\nid = 'a'\nmood = 1\n[[checkin]]\nid = 'b'\n");
    const TomlTable result = parsed("[[checkin]]\nid = 'a'\nmood = 5\n");
    CHECK(to_text(keep_unknown(result, known, raw)) ==
          "odd = 1\n\n[[checkin]]\nid = \"a\"\nmood = 5\nodd = 2\n");
}

TEST_CASE("unknown keys: they stay with an entry that names nobody and means the first person") {
    const std::string at = "card = 'c'\nexercise = 'e'\nitem = 'i'\ndate = 2026-11-01\n";
    const TomlTable raw = parsed("[[tick]]\n" + at + "odd = 1\n");
    const TomlTable known = parsed("[[tick]]\n" + at + "person = 'me'\n");
    const TomlTable both =
        parsed("[[tick]]\n" + at + "person = 'me'\n[[tick]]\n" + at + "person = 'you'\n");
    const TomlTable kept = keep_unknown(both, known, raw);
    const TomlArray& ticks = *kept.find("tick")->as<TomlArray>();
    REQUIRE(ticks.size() == 2);
    CHECK(ticks[0].as<TomlTable>()->find("odd"));
    CHECK_FALSE(ticks[1].as<TomlTable>()->find("odd"));
}

}  // namespace rekindle::test::toml_test
