#include "workbook/base/date.hpp"

#include <fmt/format.h>

#include <array>

namespace rekindle {
namespace {

namespace chrono = std::chrono;

constexpr std::array<std::string_view, 7> weekday_names{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 7> weekday_words{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

chrono::year_month_day civil(int days) {
    return chrono::year_month_day{chrono::sys_days{chrono::days{days}}};
}

// Digits only: signs, spaces and exponents that the standard readers accept are not a date.
std::optional<int> parse_digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

int Date::year() const { return static_cast<int>(civil(days_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(days_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(days_).day())); }

Weekday Date::weekday() const {
    // 1970-01-01 was a Thursday; the double modulo keeps days before it positive.
    return static_cast<Weekday>(((days_ + 3) % 7 + 7) % 7);
}

std::optional<Date> make_date(int year, int month, int day) {
    if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return std::nullopt;
    const chrono::year_month_day ymd{chrono::year{year},
                                     chrono::month{static_cast<unsigned>(month)},
                                     chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok()) return std::nullopt;
    return Date::from_days(static_cast<int>(chrono::sys_days{ymd}.time_since_epoch().count()));
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = parse_digits(text.substr(0, 4));
    const auto month = parse_digits(text.substr(5, 2));
    const auto day = parse_digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return make_date(*year, *month, *day);
}

std::optional<TimeOfDay> make_time(int hour, int minute) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    return TimeOfDay{hour * 60 + minute};
}

std::optional<TimeOfDay> parse_time(std::string_view text) {
    if (text.size() == 8 && text.substr(5) == ":00") text.remove_suffix(3);
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = parse_digits(text.substr(0, 2));
    const auto minute = parse_digits(text.substr(3, 2));
    if (!hour || !minute) return std::nullopt;
    return make_time(*hour, *minute);
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto time = parse_time(text.substr(11));
    if (!date || !time) return std::nullopt;
    return LocalTime{*date, *time};
}

std::optional<Weekday> parse_weekday(std::string_view text) {
    for (std::size_t i = 0; i < weekday_words.size(); ++i)
        if (text == weekday_words[i]) return static_cast<Weekday>(i);
    return std::nullopt;
}

std::string to_iso(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
}
std::string to_iso(TimeOfDay time) {
    return fmt::format("{:02}:{:02}", time.hour(), time.minute());
}
std::string to_iso(YearMonth month) { return fmt::format("{:04}-{:02}", month.year, month.month); }

std::string_view to_word(Weekday day) { return weekday_words[static_cast<std::size_t>(day)]; }
std::string_view weekday_name(Weekday day) { return weekday_names[static_cast<std::size_t>(day)]; }
std::string_view month_name(int month) { return month_names[static_cast<std::size_t>(month - 1)]; }

std::string to_words(Date date) {
    return fmt::format("{}, {} {}", weekday_name(date.weekday()), date.day(),
                       month_name(date.month()));
}
std::string to_words_with_year(Date date) {
    return fmt::format("{} {} {}", date.day(), month_name(date.month()), date.year());
}
std::string to_short_words(Date date) {
    return fmt::format("{} {}", date.day(), month_name(date.month()).substr(0, 3));
}

Date first_of(YearMonth month) {
    return Date::from_days(static_cast<int>(chrono::sys_days{
        chrono::year_month_day{chrono::year{month.year},
                               chrono::month{static_cast<unsigned>(month.month)}, chrono::day{1}}}
                                                .time_since_epoch()
                                                .count()));
}

int days_in(YearMonth month) { return first_of(month + 1) - first_of(month); }

YearMonth operator+(YearMonth month, int months) {
    const int index = month.year * 12 + (month.month - 1) + months;
    return {index / 12, index % 12 + 1};
}

Date start_of_week(Date date, Weekday week_start) {
    const int since = (static_cast<int>(date.weekday()) - static_cast<int>(week_start) + 7) % 7;
    return date - since;
}

Date journal_day(LocalTime now, TimeOfDay day_end) {
    return now.time < day_end ? now.date - 1 : now.date;
}

}  // namespace rekindle
