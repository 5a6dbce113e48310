#include "workbook/store/toml_rest.hpp"

#include <algorithm>
#include <vector>

#include "workbook/files/toml_read.hpp"

namespace rekindle {
namespace {

// Each wrong entry takes one more reading of the file.
constexpr int most_wrong_entries = 20;
constexpr std::size_t largest_looked_at = 2 * 1024 * 1024;  // bytes

// "[[checkin]]" or "[window]", but not "[[letter.parts]]", which belongs to the entry above it.
bool begins_entry(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos || line[first] != '[') return false;
    const auto end = line.find_first_of(".]", first);
    return end == std::string_view::npos || line[end] != '.';
}

struct Lines {
    std::vector<std::size_t> starts;  // and where the text ends
    std::string_view text;

    explicit Lines(std::string_view given) : starts{0}, text(given) {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') starts.push_back(i + 1);
        starts.push_back(text.size());
    }
    std::size_t count() const { return starts.size() - 1; }
    std::string_view operator[](std::size_t line) const {
        return text.substr(starts[line], starts[line + 1] - starts[line]);
    }
};

// Empties the entry in which the line stands, and keeps its lines; false where it is empty already.
bool take_out_entry(std::string& text, int line) {
    const Lines lines(text);
    std::size_t begin =
        std::min(static_cast<std::size_t>(std::max(line - 1, 0)), lines.count() - 1);
    std::size_t end = begin + 1;
    while (begin > 0 && !begins_entry(lines[begin])) --begin;
    while (end < lines.count() && !begins_entry(lines[end])) ++end;
    bool any = false;
    for (std::size_t i = lines.starts[begin]; i < lines.starts[end]; ++i) {
        if (text[i] == '\n' || text[i] == ' ') continue;
        text[i] = ' ';
        any = true;
    }
    return any;
}

}  // namespace

TomlTable readable_rest(std::string_view text, const std::string& file) {
    if (text.size() > largest_looked_at) return {};
    std::string rest{text};
    for (int wrong = 0; wrong < most_wrong_entries; ++wrong) {
        auto document = parse_toml(rest, file);
        if (document) return std::move(*document);
        if (!take_out_entry(rest, document.error().place.line)) return {};
    }
    return {};
}

}  // namespace rekindle
