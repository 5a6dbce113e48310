// The colours of a theme as they stand in a TOML file: names and numbers, nothing drawn.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle {

// A colour without transparency, 0xRRGGBB.
using Rgb = std::uint32_t;

struct ThemeFile {
    std::string title;
    bool dark = false;
    std::map<std::string, Rgb, std::less<>> colours;
};

// The names a theme has to give a colour to, and those it may.
struct ThemeNames {
    std::vector<std::string_view> needed;
    std::vector<std::string_view> optional;
};

// "#F5F2EC" and nothing else.
std::optional<Rgb> parse_rgb(std::string_view text);

// The theme in `text`; `file` is named in problems. Nothing when a needed colour is missing.
std::optional<ThemeFile> read_theme(std::string_view text, const std::string& file,
                                    const ThemeNames& names, Problems& problems);

// How well one colour can be told from another, by WCAG 2: from 1 to 21.
double contrast(Rgb one, Rgb other);

}  // namespace rekindle
