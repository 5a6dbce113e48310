#include "workbook/content/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rekindle {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    return line;
}

}  // namespace

void FileReading::report(const Place& place, std::string message, std::string remedy) {
    problems.push_back({ErrorCode::invalid, std::move(message), std::move(remedy), place});
}

Fields::Fields(const TomlTree& table, std::string what, FileReading& reading)
    : table_(table), what_(std::move(what)), reading_(reading) {}

Fields::~Fields() {
    for (const TomlTree& entry : table_.inner) {
        if (asked_.count(entry.key) != 0) continue;
        reading_.report(entry.place, fmt::format("{} has no use for \"{}\".", what_, entry.key),
                        "Look for a slip in the name, or take the line out.");
    }
}

void Fields::report(std::string message, std::string remedy) const {
    reading_.report(table_.place, std::move(message), std::move(remedy));
}

Place Fields::place_of(std::string_view key) const {
    const TomlTree* found = table_.find(key);
    return found == nullptr ? table_.place : found->place;
}

void Fields::report_at(std::string_view key, std::string message, std::string remedy) const {
    reading_.report(place_of(key), std::move(message), std::move(remedy));
}

const TomlTree* Fields::ask(std::string_view key) {
    asked_.emplace(key);
    return table_.find(key);
}

const TomlTree* Fields::ask(std::string_view key, TomlTree::Type type, std::string_view expected) {
    const TomlTree* found = ask(key);
    if (found == nullptr || found->type == type) return found;
    reading_.report(found->place, fmt::format("\"{}\" is not {}.", key, expected),
                    fmt::format("Write {} there.", expected));
    return nullptr;
}

std::vector<const TomlTree*> Fields::list(std::string_view key, TomlTree::Type type,
                                          std::string_view expected) {
    std::vector<const TomlTree*> found;
    const TomlTree* all = ask(key, TomlTree::Type::list, "a list");
    if (all == nullptr) return found;
    for (const TomlTree& one : all->inner) {
        if (one.type == type) {
            found.push_back(&one);
        } else {
            reading_.report(one.place,
                            fmt::format("\"{}\" holds something else than {}.", key, expected),
                            "Look for a missing quote or brace.");
        }
    }
    return found;
}

std::string Fields::keep(const TomlTree& text, std::string_view key) {
    reading_.texts.push_back({std::string(key), text.text, text.place, text.last_line});
    return to_paragraphs(text.text);
}

std::string Fields::id() {
    if (!has("id")) {
        report(fmt::format("{} has no id.", what_),
               "Add one from small letters, figures and hyphens: id = \"a-short-name\".");
    }
    const TomlTree* found = ask("id", TomlTree::Type::text, "a text in quotes");
    if (found == nullptr) return {};
    if (is_content_id(found->text)) return found->text;
    reading_.report(found->place, "This id cannot be used.",
                    "Write it with small letters a to z, figures and hyphens only, at most 64.");
    return {};
}

std::string Fields::text(std::string_view key) {
    const std::string found = text_if_any(key);
    const TomlTree* node = table_.find(key);
    if (node == nullptr) {
        report(fmt::format("{} has no {}.", what_, key),
               fmt::format("Add a line {} = \"…\".", key));
    } else if (found.empty() && node->type == TomlTree::Type::text) {
        reading_.report(node->place, fmt::format("\"{}\" is empty.", key),
                        "Write at least one word there.");
    }
    return found;
}

std::string Fields::text_if_any(std::string_view key) {
    const TomlTree* found = ask(key, TomlTree::Type::text, "a text in quotes");
    return found == nullptr ? std::string() : keep(*found, key);
}

std::string Fields::word_if_any(std::string_view key) {
    const TomlTree* found = ask(key, TomlTree::Type::text, "a text in quotes");
    return found == nullptr ? std::string() : found->text;
}

int Fields::number_or_zero(std::string_view key) {
    const TomlTree* found = ask(key, TomlTree::Type::whole, "a whole number");
    if (found == nullptr) return 0;
    if (found->whole >= 0 && found->whole <= 9999) return static_cast<int>(found->whole);
    reading_.report(found->place, fmt::format("\"{}\" lies outside of 0 to 9999.", key),
                    "Write a number between them.");
    return 0;
}

bool Fields::truth_or_false(std::string_view key) {
    const TomlTree* found = ask(key, TomlTree::Type::truth, "true or false");
    return found != nullptr && found->truth;
}

std::vector<std::string> Fields::words(std::string_view key) {
    std::vector<std::string> all;
    for (const TomlTree* one : list(key, TomlTree::Type::text, "texts in quotes")) {
        all.push_back(one->text);
    }
    return all;
}

std::vector<std::string> Fields::texts(std::string_view key) {
    std::vector<std::string> all;
    for (const TomlTree* one : list(key, TomlTree::Type::text, "texts in quotes")) {
        all.push_back(keep(*one, key));
    }
    return all;
}

std::vector<const TomlTree*> Fields::tables(std::string_view key) {
    return list(key, TomlTree::Type::table, "tables");
}

const TomlTree* Fields::table(std::string_view key) {
    return ask(key, TomlTree::Type::table, "a table");
}

bool is_content_id(std::string_view text) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !text.empty() && text.size() <= 64 && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), is_plain);
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
