#include <doctest/doctest.h>

#include "workbook/files/toml_read.hpp"
#include "workbook/files/toml_write.hpp"
#include "workbook/store/toml_merge.hpp"

namespace rekindle::test {
namespace {

TomlTable parsed(std::string_view text) {
    auto document = parse_toml(text, "x.toml");
    if (!document) FAIL(to_string(document.error()));
    return *document;
}

// Merges three documents and gives the text of the outcome.
std::string merged(std::string_view base, std::string_view ours, std::string_view theirs) {
    return to_text(merge_toml(parsed(base), parsed(ours), parsed(theirs)));
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

TEST_CASE("merge: what one side changed is as that side has it") {
    CHECK(merged("a = 1\nb = 1", "a = 2\nb = 1", "a = 1\nb = 3") == "a = 2\nb = 3\n");
    CHECK(merged("a = 1", "", "a = 1\nb = 2") == "b = 2\n");
    CHECK(merged("a = 1", "a = 1", "") == "");
    CHECK(merged("", "a = 1", "b = 2") == "a = 1\nb = 2\n");
}

TEST_CASE("merge: where both changed a value ours stands, and of texts both") {
    CHECK(merged("a = 1", "a = 2", "a = 3") == "a = 2\n");
    CHECK(merged("name = 'x'", "name = 'y'", "name = 'z'") == "name = \"y\"\n");
    CHECK(merged("note = 'x'", "note = 'y'", "note = 'z'") == "note = \"y\\n\\n———\\n\\nz\"\n");
    CHECK(merged("note = 'x'", "note = 'xy'", "note = 'y'") == "note = \"xy\"\n");
    CHECK(merged("note = 'x'", "", "note = 'z'") == "note = \"z\"\n");
    CHECK(merged("note = 'x'", "note = 'y'", "") == "note = \"y\"\n");
}

TEST_CASE("merge: entries are told apart by their id, not by their place") {
    const char* base = "[[checkin]]\nid = 'a'\nmood = 1\n[[checkin]]\nid = 'b'\nmood = 1\n";
    const char* ours = "[[checkin]]\nid = 'b'\nmood = 1\n[[checkin]]\nid = 'c'\nmood = 1\n";
    const char* theirs =
        "[[checkin]]\nid = 'd'\n[[checkin]]\nid = 'b'\nmood = 2\n[[checkin]]\nid = 'a'\nmood = 1\n";
    CHECK(merged(base, ours, theirs) ==
          "\n[[checkin]]\nid = \"b\"\nmood = 2\n"
          "\n[[checkin]]\nid = \"c\"\nmood = 1\n"
          "\n[[checkin]]\nid = \"d\"\n");
}

TEST_CASE("merge: the same item name in two lists is two items") {
    const char* base = "[[item]]\nlist = 'x'\nid = 'a'\n[[item]]\nlist = 'y'\nid = 'a'\n";
    const char* ours = "[[item]]\nlist = 'y'\nid = 'a'\n";
    CHECK(merged(base, ours, base) == "\n[[item]]\nid = \"a\"\nlist = \"y\"\n");
}

TEST_CASE("merge: unknown keys stay with what they stand in") {
    const TomlTable raw = parsed(
        "odd = 1\n[[checkin]]\nid = 'a'\nmood = 1\nodd = 2\n"
        "[[checkin]]\nid = 'b'\nodd = 3\n");
    const TomlTable known = parsed("[[checkin]]\nid = 'a'\nmood = 1\n[[checkin]]\nid = 'b'\n");
    const TomlTable result = parsed("[[checkin]]\nid = 'a'\nmood = 5\n");
    CHECK(to_text(keep_unknown(result, known, raw)) ==
          "odd = 1\n\n[[checkin]]\nid = \"a\"\nmood = 5\nodd = 2\n");
}

}  // namespace rekindle::test
