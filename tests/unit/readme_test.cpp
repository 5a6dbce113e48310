// The README leads a stranger to files and folders: they are there.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include "tests/support/source_folder.hpp"

namespace readme_test {

namespace {

namespace fs = std::filesystem;

// What stands in the README from this heading to the next one.
std::string section(const std::string& heading) {
    std::ifstream file(rekindle::tests::source_folder() / "README.md");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const std::size_t begin = text.find("\n## " + heading + '\n');
    REQUIRE(begin != std::string::npos);
    return text.substr(begin, text.find("\n## ", begin + 1) - begin);
}

}  // namespace

TEST_CASE("readme: the map names every room") {
    const std::string map = section("Map of the folders");
    for (const char* floor : {"workbook", "app"})
        for (const auto& entry : fs::directory_iterator(rekindle::tests::source_folder() / floor)) {
            if (!entry.is_directory()) continue;
            const std::string room = ' ' + entry.path().filename().string() + "/ ";
            CAPTURE(room);
            CHECK(map.find(room) != std::string::npos);
        }
}

TEST_CASE("readme: the files that are changed for something new are there") {
    const std::string changing = section("Changing it");
    const std::regex named{"`([a-z_]+/[a-z_/]+\\.[a-z]+)`"};
    int files = 0;
    for (std::sregex_iterator file(changing.begin(), changing.end(), named), end; file != end;
         ++file) {
        const std::string path = (*file)[1];
        CAPTURE(path);
        CHECK(fs::exists(rekindle::tests::source_folder() / path));
        ++files;
    }
    CHECK(files > 15);
}

}  // namespace readme_test
