#include "workbook/base/date.hpp"

#include <doctest/doctest.h>

#include "tests/unit/support/builders.hpp"

using namespace rekindle;

namespace date_test {

using rekindle::test::day;
using rekindle::test::time_of;

TEST_CASE("date: the first and the last day there are can be read, those beyond cannot") {
    CHECK(to_iso(day("1900-01-01")) == "1900-01-01");
    CHECK(to_iso(day("9999-12-31")) == "9999-12-31");
    CHECK_FALSE(parse_date("1899-12-31"));
    CHECK_FALSE(parse_date("10000-01-01"));
    CHECK_FALSE(make_date(1899, 12, 31));
    CHECK_FALSE(make_date(10000, 1, 1));
}

TEST_CASE("date: 29 February is there in leap years alone") {
    CHECK(parse_date("2024-02-29"));
    CHECK(parse_date("2000-02-29"));
    CHECK_FALSE(parse_date("1900-02-29"));
    CHECK_FALSE(parse_date("2026-02-29"));
    CHECK_FALSE(parse_date("2100-02-29"));
    CHECK(day("2024-02-28") + 1 == day("2024-02-29"));
    CHECK(day("2024-02-29") + 1 == day("2024-03-01"));
    CHECK(days_in({2024, 2}) == 29);
    CHECK(days_in({2100, 2}) == 28);
}

TEST_CASE("date: only the form 2026-03-09 is a date") {
    for (const char* text : {"", "2026-3-9", "2026-03-9", "26-03-09", "2026/03/09", " 2026-03-09",
                             "2026-03-09 ", "2026-13-01", "2026-00-10", "2026-04-31", "2026-04-00",
                             "+026-03-09", "2026-03-0x", "20260309"})
        CHECK_MESSAGE(!parse_date(text), text);
}

TEST_CASE("date: every day from 1900 to 2100 reads back what it writes, in order") {
    const Date last = day("2100-12-31");
    Date before = day("1900-01-01");
    for (Date each = before + 1; each <= last; before = each, each = each + 1) {
        REQUIRE(parse_date(to_iso(each)) == each);
        REQUIRE(each - before == 1);
        REQUIRE(static_cast<int>(each.weekday()) == (static_cast<int>(before.weekday()) + 1) % 7);
    }
}

TEST_CASE("date: weekdays are those of the calendar on the wall") {
    CHECK(day("2026-11-21").weekday() == Weekday::saturday);
    CHECK(day("1970-01-01").weekday() == Weekday::thursday);
    CHECK(day("1900-01-01").weekday() == Weekday::monday);
    CHECK(day("9999-12-31").weekday() == Weekday::friday);
}

TEST_CASE("date: a week begins on the day asked for") {
    CHECK(start_of_week(day("2026-11-21"), Weekday::monday) == day("2026-11-16"));
    CHECK(start_of_week(day("2026-11-16"), Weekday::monday) == day("2026-11-16"));
    CHECK(start_of_week(day("2026-11-22"), Weekday::monday) == day("2026-11-16"));
    CHECK(start_of_week(day("2026-11-22"), Weekday::sunday) == day("2026-11-22"));
    CHECK(start_of_week(day("2026-11-21"), Weekday::sunday) == day("2026-11-15"));
    CHECK(start_of_week(day("2026-11-20"), Weekday::saturday) == day("2026-11-14"));
}

TEST_CASE("date: before the end of the day it is still the evening before") {
    const TimeOfDay four{4 * 60};
    const auto at = [](const char* text) { return parse_local_time(text).value(); };
    CHECK(journal_day(at("2026-11-22T01:30"), four) == day("2026-11-21"));
    CHECK(journal_day(at("2026-11-22T03:59"), four) == day("2026-11-21"));
    CHECK(journal_day(at("2026-11-22T04:00"), four) == day("2026-11-22"));
    CHECK(journal_day(at("2026-11-22T23:59"), four) == day("2026-11-22"));
    CHECK(journal_day(at("2026-03-01T00:10"), four) == day("2026-02-28"));
    CHECK(journal_day(at("2026-11-22T00:00"), TimeOfDay{0}) == day("2026-11-22"));
}

TEST_CASE("date: months go on over the end of a year, both ways") {
    CHECK(YearMonth{2026, 12} + 1 == YearMonth{2027, 1});
    CHECK(YearMonth{2026, 1} + -1 == YearMonth{2025, 12});
    CHECK(YearMonth{2026, 11} + 26 == YearMonth{2029, 1});
    CHECK(first_of({2026, 11}) == day("2026-11-01"));
    CHECK(to_iso(YearMonth{2026, 3}) == "2026-03");
    CHECK(day("2026-11-21").year_month() == YearMonth{2026, 11});
}

TEST_CASE("date: a time has hours to 23 and minutes to 59") {
    CHECK(time_of("00:00").minutes == 0);
    CHECK(time_of("23:59").minutes == 24 * 60 - 1);
    CHECK(time_of("20:15:00") == time_of("20:15"));
    CHECK(to_iso(time_of("07:05")) == "07:05");
    for (const char* text : {"", "24:00", "20:60", "7:05", "20.15", "20:15:30", "-1:00", "20:5 "})
        CHECK_MESSAGE(!parse_time(text), text);
}

TEST_CASE("date: a local time is a date and a time, with a T or a space between") {
    CHECK(parse_local_time("2026-11-21T20:15") == LocalTime{day("2026-11-21"), time_of("20:15")});
    CHECK(parse_local_time("2026-11-21 20:15"));
    CHECK_FALSE(parse_local_time("2026-11-21"));
    CHECK_FALSE(parse_local_time("2026-11-21T25:15"));
    CHECK_FALSE(parse_local_time("2026-11-21_20:15"));
}

TEST_CASE("date: days are told in words whatever the locale") {
    CHECK(to_words(day("2026-11-21")) == "Saturday, 21 November");
    CHECK(to_words_with_year(day("2026-03-09")) == "9 March 2026");
    CHECK(to_short_words(day("2026-09-01")) == "1 Sep");
    CHECK(parse_weekday("sunday") == Weekday::sunday);
    CHECK_FALSE(parse_weekday("Sunday"));
    for (int i = 0; i < 7; ++i)
        CHECK(parse_weekday(to_word(static_cast<Weekday>(i))) == static_cast<Weekday>(i));
}

}  // namespace date_test
