#include "workbook/content/theme_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>

#include "workbook/content/fields.hpp"

namespace rekindle {

namespace {

void read_colour(Fields& fields, std::string_view name, ThemeFile& theme) {
    const std::string word = fields.word_if_any(name);
    if (!fields.has(name) || word.empty()) return;
    if (const auto colour = parse_rgb(word)) {
        theme.colours.emplace(name, *colour);
    } else {
        fields.report(name, "This is not a colour.", "Write it like \"#F5F2EC\".");
    }
}

void read_colours(const TomlReader& table, const ThemeNames& names, FileReading& reading,
                  ThemeFile& theme) {
    Fields fields(table, "The theme", reading);
    for (const std::string_view name : names.optional) read_colour(fields, name, theme);
    for (const std::string_view name : names.needed) {
        read_colour(fields, name, theme);
        if (!fields.has(name)) {
            fields.report(name, fmt::format("The theme has no colour \"{}\".", name),
                          fmt::format("Add a line like {} = \"#F5F2EC\".", name));
        }
    }
}

// The share of light a colour channel of 0 to 255 sends out (sRGB to linear, as WCAG 2 has it).
double light_of(Rgb channel) {
    const double share = static_cast<double>(channel & 0xff) / 255;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Rgb colour) {
    return 0.2126 * light_of(colour >> 16) + 0.7152 * light_of(colour >> 8) +
           0.0722 * light_of(colour);
}

}  // namespace

std::optional<Rgb> parse_rgb(std::string_view text) {
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    Rgb colour = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + 1, end, colour, 16);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return colour;
}

std::optional<ThemeFile> read_theme(std::string_view text, const std::string& file,
                                    const ThemeNames& names, Problems& problems) {
    const Result<TomlTable> table = parse_toml(text, file);
    if (!table) {
        problems.push_back(table.error());
        return std::nullopt;
    }
    FileReading reading{file};
    ThemeFile theme;
    {
        Fields fields(TomlReader(*table, reading.file, reading.problems), "The theme", reading);
        if (fields.number_or_zero("format") != 1)
            fields.report("format", "This is not a theme of a format known here.",
                          "Begin the file with format = 1.");
        theme.title = fields.text("title");
        theme.dark = fields.truth_or_false("dark");
        if (const auto colours = fields.table("colours")) {
            read_colours(*colours, names, reading, theme);
        } else {
            fields.report("colours", "The theme has no [colours].",
                          "See assets/themes/paper.toml.");
        }
    }
    problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    const bool complete =
        std::all_of(names.needed.begin(), names.needed.end(),
                    [&](std::string_view name) { return theme.colours.contains(name); });
    return complete ? std::optional(std::move(theme)) : std::nullopt;
}

double contrast(Rgb one, Rgb other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace rekindle
