#include "workbook/content/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "workbook/content/quotes.hpp"

namespace rekindle {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    return line;
}

// A text of many lines begins below its quotes when nothing stands behind them.
int first_line_of_text(const Place& place, const std::vector<std::string_view>& lines) {
    const auto index = static_cast<std::size_t>(place.line) - 1;
    if (place.line < 1 || index >= lines.size()) return place.line;
    const std::string_view line = trimmed(lines[index]);
    const bool is_below = line.ends_with("= \"\"\"") || line.ends_with("= '''") ||
                          line.ends_with("=\"\"\"") || line.ends_with("='''");
    return place.line + (is_below ? 1 : 0);
}

}  // namespace

Fields::Fields(const TomlReader& table, std::string what, FileReading& reading)
    : table_(table), what_(std::move(what)), reading_(reading) {}

Fields::~Fields() {
    for (const std::string& key : table_.unknown_keys(asked_)) {
        report(key, fmt::format("{} has no use for `{}`.", what_, key),
               "Look for a slip in the name, or take the line out.");
    }
}

void Fields::report(std::string_view key, std::string message, std::string remedy) const {
    table_.problem(key, std::move(message), std::move(remedy));
}

std::string Fields::keep(std::string_view key, std::string text, const Place& place) {
    std::string paragraphs = with_curly_quotes(to_paragraphs(text));
    reading_.texts.push_back(
        {std::string(key), std::move(text), place, first_line_of_text(place, reading_.lines)});
    return paragraphs;
}

std::string Fields::id() {
    asked_.emplace_back("id");
    if (!has("id")) {
        report("id", fmt::format("{} has no id.", what_),
               "Add one from small letters, figures and hyphens: id = \"a-short-name\".");
        return {};
    }
    return table_.require_id("id");
}

std::string Fields::text(std::string_view key) {
    std::string found = text_if_any(key);
    if (!has(key)) {
        report(key, fmt::format("{} has no {}.", what_, key),
               fmt::format("Add a line {} = \"…\".", key));
    } else if (found.empty() && table_.raw().find(key)->as<std::string>() != nullptr) {
        report(key, fmt::format("`{}` is empty.", key), "Write at least one word there.");
    }
    return found;
}

std::string Fields::day(std::string_view key) {
    asked_.push_back(key);
    if (!has(key)) {
        report(key, fmt::format("{} has no {}.", what_, key),
               fmt::format("Add the day, such as {} = 2026-03-09.", key));
        return {};
    }
    const bool is_text = table_.raw().find(key)->as<std::string>() != nullptr;
    const std::optional<Date> date =
        is_text ? parse_date(table_.text(key).value_or(std::string())) : table_.date(key);
    if (is_text && !date) report(key, "This is not a day.", "Write it like 2026-03-09.");
    return date ? to_iso(*date) : std::string();
}

std::string Fields::text_if_any(std::string_view key) {
    std::string found = word_if_any(key);
    return found.empty() ? found : keep(key, std::move(found), place(key));
}

std::vector<std::string> Fields::texts(std::string_view key) {
    std::vector<std::string> kept;
    for (std::string& text : words(key)) kept.push_back(keep(key, std::move(text), place(key)));
    return kept;
}

std::string Fields::word_if_any(std::string_view key) {
    asked_.push_back(key);
    return table_.text(key).value_or(std::string());  // of another type: reported by `text`
}

std::vector<std::string> Fields::words(std::string_view key) {
    asked_.push_back(key);
    return table_.texts(key);
}

int Fields::number_or_zero(std::string_view key) {
    asked_.push_back(key);
    return table_.whole(key, 0, 9999).value_or(0);
}

bool Fields::truth_or_false(std::string_view key) {
    asked_.push_back(key);
    return table_.truth(key).value_or(false);
}

std::optional<TomlReader> Fields::table(std::string_view key) {
    asked_.push_back(key);
    return table_.table(key);
}

std::vector<TomlReader> Fields::tables(std::string_view key) {
    asked_.push_back(key);
    return table_.tables(key);
}

std::string to_paragraphs(std::string_view text) {
    std::string paragraphs;
    bool parted = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) {
            parted = true;
            continue;
        }
        if (!paragraphs.empty()) paragraphs += parted ? "\n\n" : " ";
        paragraphs += line;
        parted = false;
    }
    return paragraphs;
}

}  // namespace rekindle
