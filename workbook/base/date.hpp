// A calendar day, a time on the wall, and what a person calls them. There is no clock and no time
// zone in here: a day is what stood on the calendar where the person was, so nothing can move it.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace rekindle {

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

struct YearMonth {
    int year = 1970;
    int month = 1;  // 1 to 12
    auto operator<=>(const YearMonth&) const = default;
};

// A day between 1900-01-01 and 9999-12-31, kept as the number of days since 1970-01-01 so that
// differences and steps are plain arithmetic (proleptic Gregorian calendar, from <chrono>).
class Date {
  public:
    constexpr Date() = default;

    static Date from_days(int days_since_1970) { return Date{days_since_1970}; }

    int days() const { return days_; }
    int year() const;
    int month() const;  // 1 to 12
    int day() const;    // 1 to 31
    YearMonth year_month() const { return {year(), month()}; }
    Weekday weekday() const;

    Date operator+(int days) const { return Date{days_ + days}; }
    Date operator-(int days) const { return Date{days_ - days}; }
    int operator-(Date other) const { return days_ - other.days_; }
    auto operator<=>(const Date&) const = default;

  private:
    constexpr explicit Date(int days) : days_(days) {}
    int days_ = 0;
};

struct TimeOfDay {
    int minutes = 0;  // since midnight, 0 to 1439
    int hour() const { return minutes / 60; }
    int minute() const { return minutes % 60; }
    auto operator<=>(const TimeOfDay&) const = default;
};

struct LocalTime {
    Date date;
    TimeOfDay time;
    auto operator<=>(const LocalTime&) const = default;
};

// Nothing where there is no such day, or it lies outside 1900-01-01 to 9999-12-31.
std::optional<Date> make_date(int year, int month, int day);
std::optional<Date> parse_date(std::string_view text);  // "2026-11-21" and nothing else
std::optional<TimeOfDay> make_time(int hour, int minute);
std::optional<TimeOfDay> parse_time(std::string_view text);        // "20:15" (also "20:15:00")
std::optional<LocalTime> parse_local_time(std::string_view text);  // "2026-11-21T20:15"
std::optional<Weekday> parse_weekday(std::string_view text);       // "monday" …

std::string to_iso(Date date);               // 2026-11-21
std::string to_iso(TimeOfDay time);          // 20:15
std::string to_iso(YearMonth month);         // 2026-11
std::string_view to_word(Weekday day);       // monday
std::string_view weekday_name(Weekday day);  // Monday
std::string_view month_name(int month);      // November
std::string to_words(Date date);             // Saturday, 21 November
std::string to_words_with_year(Date date);   // 21 November 2026
std::string to_short_words(Date date);       // 21 Nov

Date first_of(YearMonth month);
int days_in(YearMonth month);
YearMonth operator+(YearMonth month, int months);
Date start_of_week(Date date, Weekday week_start);

// The day a person means at `now`: before `day_end` it is still the evening of the day before.
Date journal_day(LocalTime now, TimeOfDay day_end);

}  // namespace rekindle
