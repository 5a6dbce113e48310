#include "workbook/exchange/table_cells.hpp"

#include <algorithm>
#include <array>

namespace rekindle {
namespace {

// What stands around or within a cell without being part of it: spaces of every kind, tabs, and a
// byte order mark in the middle of joined files.
constexpr std::array<std::string_view, 12> blanks{" ",      "\t",     "\n",     "\r",
                                                  "\u00A0", "\u2002", "\u2003", "\u2007",
                                                  "\u2009", "\u202F", "\u3000", "\uFEFF"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes one blank off the front.
bool take_blank(std::string_view& text) {
    for (const std::string_view blank : blanks)
        if (text.starts_with(blank)) return text.remove_prefix(blank.size()), true;
    return false;
}

// Takes a number of `least` to `most` digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t digits = 0;
    int number = 0;
    while (digits < text.size() && is_digit(text[digits])) {
        if (digits == most) return std::nullopt;
        number = number * 10 + (text[digits++] - '0');
    }
    if (digits < least) return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

bool take_char(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

// The hour of "8:15 PM" on the clock of 24 hours; `half` is what stands behind the minutes.
std::optional<int> hour_of_half(int hour, std::string_view half) {
    std::string letters;
    while (!half.empty()) {
        if (take_blank(half) || take_char(half, '.')) continue;
        letters += half.front();
        half.remove_prefix(1);
    }
    letters = lower_ascii(letters);
    if ((letters != "am" && letters != "pm") || hour < 1 || hour > 12) return std::nullopt;
    return hour % 12 + (letters == "pm" ? 12 : 0);
}

// Seconds and their fractions, where there are any: no day is told more finely than by minutes.
bool take_seconds(std::string_view& text) {
    if (!take_char(text, ':')) return true;
    const auto seconds = take_number(text, 2, 2);
    if (!seconds || *seconds > 60) return false;
    if (!take_char(text, '.')) return true;
    return take_number(text, 1, 9).has_value();
}

// A year first is never anything but year, month, day.
std::optional<Date> date_of(const std::array<int, 3>& numbers, DateOrder order) {
    switch (order) {
        case DateOrder::ymd:
            return make_date(numbers[0], numbers[1], numbers[2]);
        case DateOrder::dmy:
            return make_date(numbers[2], numbers[1], numbers[0]);
        case DateOrder::mdy:
            return make_date(numbers[2], numbers[0], numbers[1]);
    }
    return std::nullopt;
}

// What the signs between the numbers say by themselves.
std::optional<DateOrder> order_of(char sign, bool year_first, std::optional<DateOrder> said) {
    if (year_first) return sign == '-' ? DateOrder::ymd : said;
    if (said) return said;
    return sign == '.' ? std::optional(DateOrder::dmy) : std::nullopt;
}

// The day's numbers, taken off the front with the sign between them.
std::optional<Date> take_date(std::string_view& text, std::optional<DateOrder> said) {
    const std::size_t first_digits = static_cast<std::size_t>(
        std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    const bool year_first = first_digits == 4;
    std::array<int, 3> numbers{};
    char sign = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const bool is_year = year_first ? i == 0 : i == 2;
        const auto number = take_number(text, is_year ? 4 : 1, is_year ? 4 : 2);
        if (!number) return std::nullopt;
        numbers[i] = *number;
        if (i == 2) break;
        if (text.empty() || (i == 1 && text.front() != sign)) return std::nullopt;
        sign = text.front();
        if (sign != '-' && sign != '.' && sign != '/') return std::nullopt;
        text.remove_prefix(1);
    }
    const auto order = order_of(sign, year_first, said);
    if (!order || (*order == DateOrder::ymd) != year_first) return std::nullopt;
    return date_of(numbers, *order);
}

}  // namespace

std::optional<DateOrder> parse_date_order(std::string_view word) {
    if (word == "ymd") return DateOrder::ymd;
    if (word == "dmy") return DateOrder::dmy;
    if (word == "mdy") return DateOrder::mdy;
    return std::nullopt;
}

std::string_view trimmed_cell(std::string_view cell) {
    while (take_blank(cell)) {
    }
    const auto ends_in = [&](std::string_view blank) { return cell.ends_with(blank); };
    for (auto last = std::find_if(blanks.begin(), blanks.end(), ends_in); last != blanks.end();
         last = std::find_if(blanks.begin(), blanks.end(), ends_in))
        cell.remove_suffix(last->size());
    return cell;
}

std::optional<Date> parse_date_cell(std::string_view cell, std::optional<DateOrder> order) {
    std::string_view rest = trimmed_cell(cell);
    const auto date = take_date(rest, order);
    if (!date || rest.empty()) return date;
    if (rest.front() != 'T' && rest.front() != ' ') return std::nullopt;
    const auto time = parse_time_cell(rest.substr(1));
    const bool whole_day =
        time && time->minutes == 0 && rest.find_first_of("123456789") == rest.npos;
    return whole_day ? date : std::nullopt;
}

std::optional<TimeOfDay> parse_time_cell(std::string_view cell) {
    std::string_view rest = trimmed_cell(cell);
    auto hour = take_number(rest, 1, 2);
    if (!hour || !take_char(rest, ':')) return std::nullopt;
    const auto minute = take_number(rest, 2, 2);
    if (!minute || !take_seconds(rest)) return std::nullopt;
    if (!rest.empty()) hour = hour_of_half(*hour, rest);
    if (!hour) return std::nullopt;
    return make_time(*hour, *minute);
}

std::optional<int> parse_rating_cell(std::string_view cell) {
    std::string_view rest = trimmed_cell(cell);
    const auto whole = take_number(rest, 1, 2);
    if (!whole || rest.empty()) return whole;
    if (!take_char(rest, '.') && !take_char(rest, ',')) return std::nullopt;
    const bool zeros = !rest.empty() && rest.find_first_not_of('0') == rest.npos;
    return zeros ? whole : std::nullopt;
}

std::string lower_ascii(std::string_view text) {
    std::string small{text};
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}

}  // namespace rekindle
