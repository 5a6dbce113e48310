// The content that is shipped, held to every rule.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "workbook/content/lint.hpp"
#include "workbook/content/read_content.hpp"

namespace {

using namespace rekindle;
namespace fs = std::filesystem;

const fs::path shipped = fs::path(REKINDLE_SOURCE_DIR) / "content";

std::vector<fs::path> shipped_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(shipped)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string as_lines(const Problems& problems) {
    std::string lines;
    for (const Error& problem : problems) lines += to_string(problem) + '\n';
    return lines;
}

}  // namespace

TEST_CASE("content: everything shipped keeps the rules of the house") {
    CHECK(as_lines(lint(shipped_files())) == "");
}

TEST_CASE("content: everything shipped is read without a problem") {
    const ReadContent read = read_content(shipped, {});
    CHECK(as_lines(read.problems) == "");
    REQUIRE(find_workbook(read.content, "seven-steps") != nullptr);
    CHECK(find_workbook(read.content, "seven-steps")->cards.size() == 7);
}
