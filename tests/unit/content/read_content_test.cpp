#include "workbook/content/read_content.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <string>

#include "tests/unit/content/sample.hpp"

namespace read_content_test {

namespace {

using namespace rekindle;

std::string first_problem(const std::string& text) {
    Problems problems;
    const Result<Workbook> workbook = read_workbook(text, "own.toml", problems);
    CHECK(!workbook);
    return problems.empty() ? "" : to_string(problems.front());
}

}  // namespace

TEST_CASE("read content: a workbook is read as it is written") {
    Problems problems;
    const Result<Workbook> workbook = read_workbook(sample::workbook(), "small.toml", problems);
    REQUIRE(workbook);
    CHECK(problems.empty());
    CHECK(workbook->id == "small");
    REQUIRE(workbook->cards.size() == 1);
    const Card& card = workbook->cards[0];
    CHECK(card.audience == Audience::hurt);
    CHECK(card.scales[1] == Scale{"hope", "Hope", "none of it", "a lot"});
    REQUIRE(card.exercises.size() == 6);
    CHECK(card.exercises[1].uses == "boundaries");
    CHECK(card.exercises[1].items[1] == Choice{"agreed", "agreed by both", ""});
    CHECK(card.exercises[2].items[0].hint == "The first.");
    CHECK(card.exercises[3].minutes == 5);
    CHECK(card.exercises[3].topics == std::vector<std::string>{"Yesterday"});
    CHECK(card.exercises[4].rhythm == Rhythm::daily);
    CHECK(card.exercises[5].rates == std::vector<std::string>{"calm"});
}

TEST_CASE("read content: a list says where Practices shows it, and has a place without it") {
    const auto lines_of = [](const std::string& text) {
        Problems problems;
        const Result<Workbook> workbook = read_workbook(text, "small.toml", problems);
        REQUIRE(workbook);
        return workbook->cards[0].exercises[1];
    };
    const std::string uses = "uses = \"boundaries\"\n";
    CHECK(section_of(lines_of(sample::workbook())) == PracticeSection::lists);
    CHECK(section_of(lines_of(sample::workbook_with(uses, "section = \"agreements\"\n"))) ==
          PracticeSection::agreements);
    // One that is not known is left out, and lint names it.
    CHECK(section_of(lines_of(sample::workbook_with(uses, "section = \"plans\"\n"))) ==
          PracticeSection::lists);
}

TEST_CASE("read content: lines of the file are joined, paragraphs stay apart") {
    Problems problems;
    const std::string text =
        sample::workbook_with("\"A workbook for a test, with a single card in it.\"",
                              "\"\"\"\r\n  One\r\n two.\r\n\r\n \r\n\r\nThree\r\n\"\"\"");
    const Result<Workbook> workbook = read_workbook(text, "small.toml", problems);
    REQUIRE(workbook);
    CHECK(workbook->about == "One two.\n\nThree");
}

TEST_CASE("read content: one broken exercise does not take the workbook away") {
    Problems problems;
    const Result<Workbook> workbook =
        read_workbook(sample::workbook_with("\"ritual\"", "\"dance\""), "small.toml", problems);
    REQUIRE(workbook);
    CHECK(problems.size() == 1);
    CHECK(workbook->cards[0].exercises.size() == 5);
    CHECK(find_exercise(workbook->cards[0], "pause") == nullptr);
}

TEST_CASE("read content: what is not TOML is told with its place") {
    CHECK(first_problem("format = 1\nid = \"a\ntitle = 1\n")
              .find("own.toml:2: This line is not TOML.") == 0);
    CHECK(first_problem("format = 1\nid = \"\xff\"\n") ==
          "own.toml:2: This is not a text in UTF-8. It looks like one in the encoding Latin-1 or "
          "Windows-1252. Open it in an editor and save it as UTF-8; most have a choice for that "
          "under “Save as”.");
}

TEST_CASE("read content: nesting that would overflow the parser is refused before it is parsed") {
    std::string dotted = "format = 1\na";
    for (int i = 0; i < 40000; ++i) dotted += ".a";
    CHECK(first_problem(dotted + " = 1\n").find("own.toml:2: This is nested more") == 0);
    CHECK(
        first_problem("x = 1\ny = " + std::string(40000, '[')).find("own.toml:2: This is nested") ==
        0);
    std::string header = "[\"a\"";
    for (int i = 0; i < 40000; ++i) header += ".'a'";
    CHECK(first_problem(header + "]\n").find("own.toml:1: This is nested") == 0);
}

TEST_CASE("read content: dots and brackets in texts and comments are not nesting") {
    Problems problems;
    const std::string many = std::string(200, '.') + std::string(200, '[') + " \\\" ' ";
    const std::string text =
        "# " + many + "\n" + sample::workbook_with("One line.", many) + "\n# '''\n";
    CHECK(read_workbook(text, "small.toml", problems));
    const std::string in_many_lines =
        sample::workbook_with("\"One line.\"", "'''\n\"" + std::string(200, '.') + "\n'''");
    CHECK(read_workbook(in_many_lines, "small.toml", problems));
    CHECK(problems.empty());
}

TEST_CASE("read content: workbooks stand by order, then id") {
    const sample::Folder folder;
    folder.write("a.toml", sample::workbook_with("id = \"small\"", "id = \"z\"\norder = 2"));
    folder.write("b.toml", sample::workbook_with("id = \"small\"", "id = \"y\"\norder = 1"));
    folder.write("c.toml", sample::workbook_with("id = \"small\"", "id = \"x\"\norder = 2"));
    const ReadContent read = read_content(folder.path, {});
    REQUIRE(read.content.workbooks.size() == 3);
    CHECK(read.content.workbooks[0].id == "y");
    CHECK(read.content.workbooks[1].id == "x");
    CHECK(read.content.workbooks[2].id == "z");
}

TEST_CASE("read content: a workbook of one's own stands in for the shipped one of its id") {
    const sample::Folder folder;
    folder.write("shipped/a.toml", sample::workbook());
    folder.write("own/mine.toml", sample::workbook_with("\"Small\"", "\"Mine\""));
    folder.write("own/second.toml", sample::workbook_with("\"Small\"", "\"Second\""));
    const ReadContent read = read_content(folder.path / "shipped", folder.path / "own");
    REQUIRE(read.content.workbooks.size() == 1);
    CHECK(read.content.workbooks[0].title == "Mine");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].message == "Another workbook has this id; this one is not shown.");
    CHECK(read.problems[0].place.file == (folder.path / "own/second.toml").string());
}

TEST_CASE("read content: feelings and help are read from the files of their names") {
    const sample::Folder folder;
    folder.write(
        "feelings.toml",
        "format = 1\n[[group]]\nid = \"day\"\ntitle = \"Day\"\nfolded = true\n"
        "[[group.scale]]\nid = \"mood\"\ntitle = \"Mood\"\nlow = \"low\"\nhigh = \"high\"\n");
    folder.write(
        "help.toml",
        "format = 1\n[[section]]\nid = \"safe\"\ntitle = \"Safe\"\ntext = \"One.\\n\\nTwo.\"\n"
        "[[contact]]\ncountry = \"X\"\nname = \"N\"\nnumber = \"1\"\nchecked = \"2026-01-01\"\n");
    const ReadContent read = read_content(folder.path, folder.path / "none");
    CHECK(read.problems.empty());
    REQUIRE(read.content.feelings.size() == 1);
    CHECK(read.content.feelings[0].folded);
    CHECK(read.content.feelings[0].scales[0] == Scale{"mood", "Mood", "low", "high"});
    REQUIRE(read.content.help.size() == 1);
    CHECK(read.content.help[0].text == "One.\n\nTwo.");
    CHECK(read.content.contacts.size() == 1);
}

TEST_CASE("read content: what is not an ordinary file is named and does not hold up the rest") {
    const sample::Folder folder;
    folder.write("good.toml", sample::workbook());
    std::filesystem::create_directory(folder.path / "folder.toml");
    REQUIRE(::mkfifo((folder.path / "pipe.toml").c_str(), 0600) == 0);
    const ReadContent read = read_content(folder.path, {});
    CHECK(read.content.workbooks.size() == 1);
    REQUIRE(read.problems.size() == 2);
    CHECK(read.problems[0].message == "This is not a plain file.");
    CHECK(read.problems[1].place.file == (folder.path / "pipe.toml").string());
}

TEST_CASE("read content: a second version left by a sync tool is named, not read") {
    const sample::Folder folder;
    folder.write("small.toml", sample::workbook());
    folder.write("small.sync-conflict-20261121.toml", sample::workbook());
    folder.write(".small.toml", "not read");
    folder.write("small.toml~", "not read");
    const ReadContent read = read_content(folder.path, {});
    CHECK(read.content.workbooks.size() == 1);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].message == "This is a second version of a workbook and was not read.");
}

TEST_CASE("read content: shipped content that is not there is a problem, own content is not") {
    const sample::Folder folder;
    const ReadContent read = read_content(folder.path / "none", folder.path / "none-either");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].place.file == (folder.path / "none").string());
}

}  // namespace read_content_test
