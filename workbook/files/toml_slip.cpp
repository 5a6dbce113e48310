#include "workbook/files/toml_slip.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace rekindle {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_looked_at = 400;  // bytes of a line

constexpr const char* see_what_is_missing =
    "See whether a quotation mark, a bracket or an equals sign is missing.";
constexpr const char* several_lines =
    "A text of several lines stands between three quotation marks (\"\"\") and three more.";
constexpr const char* like_a_date = "Write a date like 2026-03-09, without quotation marks.";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view nth_line(std::string_view text, int number) {
    for (; number > 1 && !text.empty(); --number)
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find('\n'));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string in_small_letters(std::string_view text) {
    std::string small{text};
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

// Numbers with what stands between them: "5.11.2026" is 5, 11, 2026 and "..".
struct Numbers {
    std::vector<int> values;
    std::vector<std::size_t> digits;
    std::string between;
    std::string_view rest;
};

Numbers read_numbers(std::string_view text) {
    Numbers read;
    while (!text.empty() && is_digit(text.front()) && read.values.size() < 4) {
        std::size_t count = 0;
        int value = 0;
        for (; count < text.size() && count < 9 && is_digit(text[count]); ++count)
            value = value * 10 + (text[count] - '0');
        read.values.push_back(value);
        read.digits.push_back(count);
        text.remove_prefix(count);
        if (text.size() < 2 || !is_digit(text[1]) || is_digit(text[0])) break;
        read.between += text.front();
        text.remove_prefix(1);
    }
    read.rest = trimmed(text);
    return read;
}

std::string without_dots(std::string_view text) {
    std::string letters = in_small_letters(text);
    std::erase(letters, '.');
    return letters;
}

// "20:15", "8:15 PM", "8:05:30".
std::optional<std::string> slip_in_time(const Numbers& read) {
    if (read.between != ":" && read.between != "::") return std::nullopt;
    int hour = read.values[0];
    const int minute = read.values[1];
    const int second = read.values.size() > 2 ? read.values[2] : 0;
    const std::string half = without_dots(read.rest);
    if (half == "pm" && hour < 12) hour += 12;
    if (half == "am" && hour == 12) hour = 0;
    if (hour > 23 || minute > 59 || second > 59)
        return "There is no such time of day; write it like 20:15:00.";
    return fmt::format(
        "Write the time with its seconds, without quotation marks: {:02}:{:02}:{:02}.", hour,
        minute, second);
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

bool is_day(int year, int month, int day) {
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return false;
    const int last = days[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap(year));
    return day <= last;
}

// "5.11.2026", "2026-11-5", "2026/11/05"; where the order cannot be known only the form is told.
std::optional<std::string> slip_in_date(const Numbers& read) {
    if (read.values.size() < 3 || read.between.size() < 2) return std::nullopt;
    if (read.between.find_first_not_of("./-") != std::string::npos) return std::nullopt;
    const bool year_first = read.digits[0] == 4;
    const bool day_first = read.digits[2] == 4 && read.between == "..";
    if (!year_first && !day_first) return like_a_date;
    const int year = read.values[year_first ? 0 : 2];
    const int day = read.values[year_first ? 2 : 0];
    if (!is_day(year, read.values[1], day))
        return std::string{"There is no such day. "} + like_a_date;
    return fmt::format("Write the date like this, without quotation marks: {:04}-{:02}-{:02}.",
                       year, read.values[1], day);
}

std::string slip_in_number(std::string_view value) {
    const Numbers read = read_numbers(value);
    if (auto slip = slip_in_time(read)) return *slip;
    if (auto slip = slip_in_date(read)) return *slip;
    if (read.between == ",")
        return "A number has a point, no comma; ratings are whole numbers such as 6.";
    if (read.between.empty() && read.digits[0] > 1 && value.front() == '0')
        return "Write the number without a zero in front.";
    return "Only a number can stand here; behind a # a remark may follow. A text stands in "
           "quotation marks.";
}

// The end of a text in quotation marks; nothing when it has none on this line.
std::optional<std::size_t> end_of_text(std::string_view value) {
    for (std::size_t i = 1; i < value.size(); ++i) {
        if (value.front() == '"' && value[i] == '\\') {
            ++i;
            continue;
        }
        if (value[i] == value.front()) return i;
    }
    return std::nullopt;
}

bool has_wrong_escape(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '\\') continue;
        if ("btnfr\"\\uU"sv.find(text[i + 1]) == std::string_view::npos) return true;
        ++i;
    }
    return false;
}

std::string slip_in_text(std::string_view value) {
    const bool is_double = value.front() == '"';
    if (is_double && has_wrong_escape(value))
        return "A backslash has a meaning of its own in TOML: write two of them, or put the text "
               "between two apostrophes.";
    const auto end = end_of_text(value);
    if (!end)
        return std::string{"The quotation mark that ends this text is missing. "} + several_lines;
    return is_double ? "A quotation mark inside of a text is written with a backslash before it: "
                       "\\\"."
                     : "A text with an apostrophe in it stands between two quotation marks (\").";
}

bool begins_with_typographic_mark(std::string_view value) {
    constexpr std::array<std::string_view, 11> marks{"“", "”", "„", "‟", "«", "»",
                                                     "‘", "’", "‚", "‹", "›"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return value.starts_with(mark); });
}

bool is_truth_in_other_words(std::string_view value) {
    const std::string word = in_small_letters(value.substr(0, value.find_first_of(" #\t")));
    constexpr std::array<std::string_view, 10> words{"true", "false", "yes",  "no",  "on",
                                                     "off",  "ja",    "nein", "oui", "non"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string slip_in_value(std::string_view value) {
    if (value.empty() || value.front() == '#')
        return "The value is missing: write one, or take the line out.";
    if (begins_with_typographic_mark(value))
        return "These are typographic quotation marks; TOML wants the straight one: \".";
    if (is_digit(value.front())) return slip_in_number(value);
    if (value.front() == '"' || value.front() == '\'') return slip_in_text(value);
    if (is_truth_in_other_words(value)) return "Write true or false, in small letters.";
    if (value.front() == '{')
        return "What stands in braces stands on one line, without a comma at its end.";
    if (value.front() == '[') return see_what_is_missing;
    if (value.front() == '=') return "One equals sign is enough.";
    return "Put a text in quotation marks.";
}

bool is_toml(std::string_view line) {
    try {
        (void)toml::parse(line);
        return true;
    } catch (const toml::parse_error&) {
        return false;
    }
}

bool has_unseen_character(std::string_view line) {
    constexpr std::array<std::string_view, 4> blanks{"\u00A0", "\u200B", "\u202F", "\uFEFF"};
    return std::any_of(line.begin(), line.end(),
                       [](char c) {
                           const auto byte = static_cast<unsigned char>(c);
                           return (byte < 0x20 && c != '\t' && c != '\r') || byte == 0x7F;
                       }) ||
           std::any_of(blanks.begin(), blanks.end(), [&](std::string_view blank) {
               // Within quotation marks such a blank is a letter like any other.
               return line.substr(0, line.find_first_of("\"'")).find(blank) !=
                      std::string_view::npos;
           });
}

std::string slip_in_key(std::string_view key) {
    if (key.empty()) return "The key before the equals sign is missing.";
    const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.' || c == ' ';
    });
    if (plain && key.find(' ') == std::string_view::npos) return {};
    return "A key has only a to z, 0 to 9, hyphens and underscores; any other stands in quotation "
           "marks.";
}

std::string slip_in_line(std::string_view line) {
    if (line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>"))
        return "A tool that merges files left both versions here: keep one, and delete these "
               "marks.";
    if (has_unseen_character(line))
        return "There is a character in it that cannot be seen: type the line anew.";
    if (is_toml(line))
        return line.front() == '['
                   ? "This header has come before in another form: [[name]] begins each entry of a "
                     "list, [name] stands only once."
                   : "The same key stands twice in this entry: one of the two has to go.";
    if (line.front() == '[')
        return "A header stands in brackets on a line of its own: [[checkin]].";
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos)
        return std::string{"An equals sign is missing here. "} + several_lines;
    const std::string_view key = trimmed(line.substr(0, equals));
    if (key.empty() || (key.front() != '"' && key.front() != '\''))
        if (auto slip = slip_in_key(key); !slip.empty()) return slip;
    return slip_in_value(trimmed(line.substr(equals + 1)));
}

// Where a text in three quotation marks begins that nothing ends; 0 where there is none.
int line_of_endless_text(std::string_view text) {
    int line = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') ++line;
        if (c == '#') {
            i = std::min(text.find('\n', i), text.size()) - 1;
            continue;
        }
        if (c != '"' && c != '\'') continue;
        const bool three = text.substr(i, 3) == std::string(3, c);
        const int begins = line;
        std::size_t end = i + (three ? 3 : 1);
        for (; end < text.size(); ++end) {
            if (text[end] == '\n' && !three) break;
            if (text[end] == '\n') ++line;
            if (c == '"' && text[end] == '\\') {
                ++end;
                if (end < text.size() && text[end] == '\n') ++line;
            } else if (three ? text.substr(end, 3) == std::string(3, c) : text[end] == c) {
                break;
            }
        }
        if (end >= text.size() && three) return begins;
        if (end < text.size() && text[end] == '\n' && !three) ++line;
        i = end + (three ? 2 : 0);
    }
    return 0;
}

}  // namespace

TomlSlip find_toml_slip(std::string_view text, int line) {
    if (const int endless = line_of_endless_text(text); endless > 0 && endless <= line)
        return {"The text that begins here has no end: three quotation marks are missing.",
                endless};
    const std::string_view whole = nth_line(text, line);
    const std::string_view looked_at = trimmed(whole.substr(0, longest_looked_at));
    if (looked_at.empty() || looked_at.front() == '#') {
        // The reader saw only here that the line above did not go on.
        const int above = line - 1;
        const std::string_view before = trimmed(nth_line(text, above).substr(0, longest_looked_at));
        if (above > 0 && !before.empty() && before.front() != '#' && !is_toml(before))
            return {slip_in_line(before), above};
        return {see_what_is_missing, line};
    }
    return {slip_in_line(looked_at), line};
}

}  // namespace rekindle
