#include "workbook/content/theme_file.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/support/source_folder.hpp"
#include "workbook/content/content_file.hpp"

namespace rekindle::theme_file_test {
namespace {

const ThemeNames names{
    {"background", "surface", "sunken", "line", "ink", "muted", "faint", "accent", "mood", "trust"},
    {"accent_soft", "on_accent", "thumb", "notice"}};

ThemeFile shipped(const std::string& id) {
    const std::filesystem::path file = tests::source_folder() / "assets/themes" / (id + ".toml");
    const auto text = read_text(file);
    REQUIRE(text.has_value());
    Problems problems;
    auto theme = read_theme(*text, file.string(), names, problems);
    for (const Error& problem : problems) MESSAGE(to_string(problem));
    REQUIRE(problems.empty());
    REQUIRE(theme.has_value());
    REQUIRE(theme->colours.size() == 14);
    return *theme;
}

// The smallest contrast of any of `marks` on any of `grounds`.
double smallest(const ThemeFile& theme, std::initializer_list<const char*> marks,
                std::initializer_list<const char*> grounds) {
    double least = 21;
    for (const char* mark : marks) {
        for (const char* ground : grounds) {
            CAPTURE(mark);
            CAPTURE(ground);
            least = std::min(least, contrast(theme.colours.at(mark), theme.colours.at(ground)));
        }
    }
    return least;
}

}  // namespace

TEST_CASE("theme: contrast is that of WCAG") {
    CHECK(contrast(0x000000, 0xFFFFFF) == doctest::Approx(21));
    CHECK(contrast(0xFFFFFF, 0xFFFFFF) == doctest::Approx(1));
    CHECK(contrast(0x777777, 0xFFFFFF) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("theme: text in paper and evening is readable on every ground it stands on") {
    for (const char* id : {"paper", "evening"}) {
        CAPTURE(id);
        const ThemeFile theme = shipped(id);
        CHECK(smallest(theme, {"ink", "muted"}, {"background", "surface", "sunken"}) >= 4.5);
        CHECK(smallest(theme, {"accent", "notice"}, {"background", "surface"}) >= 4.5);
        CHECK(smallest(theme, {"ink"}, {"accent_soft"}) >= 4.5);
        CHECK(smallest(theme, {"on_accent"}, {"accent"}) >= 4.5);
    }
}

TEST_CASE("theme: marks and controls stand out in every theme") {
    for (const char* id : {"paper", "evening", "contrast"}) {
        CAPTURE(id);
        CHECK(smallest(shipped(id), {"mood", "trust", "accent"},
                       {"background", "surface", "sunken"}) >= 3);
    }
}

TEST_CASE("theme: high contrast reaches 7 to 1 for every text") {
    const ThemeFile theme = shipped("contrast");
    CHECK(smallest(theme, {"ink", "muted", "faint", "accent", "notice", "mood", "trust"},
                   {"background", "surface", "sunken"}) >= 7);
    CHECK(smallest(theme, {"on_accent"}, {"accent"}) >= 7);
    CHECK(smallest(theme, {"ink", "accent"}, {"accent_soft"}) >= 7);
    CHECK(smallest(theme, {"line"}, {"background", "surface"}) >= 3);
}

TEST_CASE("theme: only six hexadecimal figures are a colour") {
    CHECK(parse_rgb("#F5f2EC") == 0xF5F2EC);
    for (const char* wrong : {"", "#", "#F5F2E", "#F5F2ECA", "F5F2EC1", "#F5F2EG", "#-5F2EC"})
        CHECK_FALSE(parse_rgb(wrong).has_value());
}

TEST_CASE("theme: each mistake in a file is told with its line") {
    const ThemeNames few{{"ink", "line"}, {"thumb"}};
    const char* text =
        "format = 1\ntitle = \"Mine\"\n[colours]\nink = \"black\"\nthumb = \"#000000\"\n"
        "ikn = \"#000000\"\n";
    Problems problems;
    CHECK_FALSE(read_theme(text, "mine.toml", few, problems).has_value());
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].place.line == 4);
    CHECK(problems[0].message == "This is not a colour.");
    CHECK(problems[1].message == "The theme has no colour \"line\".");
    CHECK(problems[2].place.line == 6);
}

TEST_CASE("theme: what may be left out may be left out") {
    const ThemeNames few{{"ink"}, {"thumb"}};
    Problems problems;
    const auto theme =
        read_theme("format = 1\ntitle = \"Mine\"\ndark = true\n[colours]\nink = \"#010203\"\n",
                   "mine.toml", few, problems);
    REQUIRE(theme.has_value());
    CHECK(problems.empty());
    CHECK(theme->dark);
    CHECK(theme->colours.at("ink") == 0x010203);
    CHECK_FALSE(theme->colours.contains("thumb"));
}

}  // namespace rekindle::theme_file_test
