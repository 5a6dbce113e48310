// The author's guide promises that its example works; here it is taken at its word.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/source_folder.hpp"
#include "tests/unit/content/sample.hpp"
#include "workbook/content/lint.hpp"
#include "workbook/content/read_content.hpp"

namespace readme_test {

namespace {

using namespace rekindle;
namespace fs = std::filesystem;

const fs::path content = tests::source_folder() / "content";

std::string guide() {
    std::ifstream file(content / "README.md");
    return {std::istreambuf_iterator<char>(file), {}};
}

// What stands between ```toml and ``` in the guide.
std::string example() {
    const std::string text = guide();
    const std::string opening = "```toml\n";
    const std::size_t begin = text.find(opening);
    REQUIRE(begin != std::string::npos);
    const std::size_t end = text.find("\n```", begin);
    REQUIRE(end != std::string::npos);
    return text.substr(begin + opening.size(), end + 1 - begin - opening.size());
}

}  // namespace

TEST_CASE("content guide: it tells of every kind of exercise") {
    const std::string text = guide();
    for (const KindRow& kind : exercise_kinds) {
        CAPTURE(kind.word);
        CHECK(text.find("\n| `" + std::string(kind.word) + "` | ") != std::string::npos);
    }
}

TEST_CASE("content guide: its example keeps the rules and stands beside the shipped workbooks") {
    const sample::Folder journal;
    const fs::path file = journal.write("workbooks/one-walk-a-week.toml", example());
    for (const Error& problem : lint({file})) CHECK(to_string(problem) == "");
    const ReadContent read = read_content(content, journal.path / "workbooks");
    CHECK(read.problems.empty());
    const Workbook* workbook = find_workbook(read.content, "one-walk-a-week");
    REQUIRE(workbook != nullptr);
    CHECK(workbook == &read.content.workbooks.back());
    CHECK(find_card(*workbook, "the-walk")->exercises.size() == 5);
    CHECK(read.content.workbooks.size() == 6);
}

TEST_CASE("content guide: the problem it shows is the one an author sees") {
    const sample::Folder folder;
    const std::string summary = "summary = \"An hour outdoors, in three parts.\"\n";
    std::string text = example();
    const std::size_t at = text.find(summary);
    REQUIRE(at != std::string::npos);
    const fs::path file = folder.write("one-walk-a-week.toml", text.erase(at, summary.size()));
    const Problems problems = lint({file});
    REQUIRE(problems.size() == 1);
    CHECK(to_string(problems[0]) ==
          file.string() + ":8: The card has no summary. Add a line summary = \"…\".");
}

}  // namespace readme_test
