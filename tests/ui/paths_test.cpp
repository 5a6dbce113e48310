#include "app/paths.hpp"

#include <doctest/doctest.h>

#include <map>

#include "tests/support/source_folder.hpp"

namespace rekindle::app::paths_test {
namespace {

namespace fs = std::filesystem;

Environment given(std::map<std::string, std::string> variables) {
    return [variables = std::move(variables)](const std::string& name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

const fs::path built = tests::source_folder() / "build/some/rekindle";

}  // namespace

TEST_CASE("paths: without anything set all lies under the home folder") {
    const auto folders = find_folders(std::nullopt, built, given({{"HOME", "/home/me"}}));
    REQUIRE(folders.has_value());
    CHECK(folders->data == "/home/me/.local/share/rekindle");
    CHECK(folders->preferences == "/home/me/.local/state/rekindle/window.toml");
    CHECK(folders->own_themes == "/home/me/.config/rekindle/themes");
    CHECK(fs::is_regular_file(folders->content / "feelings.toml"));
    CHECK(fs::is_regular_file(folders->assets / "themes/paper.toml"));
}

TEST_CASE("paths: the XDG folders go before the home folder, unless they are relative") {
    const auto folders = find_folders(
        std::nullopt, built,
        given({{"HOME", "/home/me"}, {"XDG_DATA_HOME", "/data"}, {"XDG_STATE_HOME", "state"}}));
    REQUIRE(folders.has_value());
    CHECK(folders->data == "/data/rekindle");
    CHECK(folders->preferences == "/home/me/.local/state/rekindle/window.toml");
}

TEST_CASE("paths: without a home folder there is a sentence, unless a folder is named") {
    const auto nowhere = find_folders(std::nullopt, built, given({}));
    REQUIRE_FALSE(nowhere.has_value());
    CHECK(nowhere.error().code == ErrorCode::system);
    const auto named = find_folders(fs::path("/tmp/journal"), built, given({}));
    REQUIRE(named.has_value());
    CHECK(named->data == "/tmp/journal");
    CHECK(named->preferences.empty());
}

TEST_CASE("paths: a program away from its content says so") {
    const auto folders =
        find_folders(std::nullopt, "/nowhere/bin/rekindle", given({{"HOME", "/home/me"}}));
    REQUIRE_FALSE(folders.has_value());
    CHECK(folders.error().code == ErrorCode::system);
}

}  // namespace rekindle::app::paths_test
