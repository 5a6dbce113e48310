#include "workbook/insight/weeks.hpp"

#include <doctest/doctest.h>

#include "tests/unit/insight/sample_days.hpp"

using namespace rekindle;

namespace weeks_test {

using sample::day;

TEST_CASE("weeks: this week begins on the profile's day and ends today") {
    const Date saturday = day("2026-11-21");
    const WeekSpans spans = week_spans(saturday, Weekday::monday);
    CHECK(spans.this_week.first == day("2026-11-16"));
    CHECK(spans.this_week.last == saturday);
    CHECK(spans.last_week.first == day("2026-11-09"));
    CHECK(spans.last_week.last == day("2026-11-15"));
    CHECK(spans.four_weeks.first == day("2026-10-25"));
    CHECK(spans.four_weeks.days() == 28);
    CHECK(week_spans(saturday, Weekday::saturday).this_week.days() == 1);
    CHECK(week_spans(saturday, Weekday::sunday).this_week.first == day("2026-11-15"));
}

TEST_CASE("weeks: means over this week, last week and four weeks, with their days") {
    // Last week (9 to 15): 3, 4 -> 3.5 over 2. This week (16 to 21): 5, 6, 7 -> 6 over 3.
    // Four weeks: (3+4+5+6+7)/5 = 5 over 5.
    const Days days = sample::row_of(day("2026-11-14"), {3, 4, 5, 6, -1, 7});
    const WeekMeans means = week_means(days, "mood", day("2026-11-21"), Weekday::monday);
    CHECK(means.this_week == Mean{6, 3});
    CHECK(means.last_week == Mean{3.5, 2});
    CHECK(means.four_weeks == Mean{5, 5});
    CHECK(to_sentence("Mood", means) == "Mood this week 6.0, last week 3.5");
}

TEST_CASE("weeks: a week without a rating has no mean and is not spoken of") {
    const WeekMeans nothing = week_means(Days{}, "mood", day("2026-11-21"), Weekday::monday);
    CHECK_FALSE(nothing.this_week);
    CHECK(to_sentence("Mood", nothing).empty());
    const Days days = sample::row_of(day("2026-11-15"), {3});
    const WeekMeans before = week_means(days, "mood", day("2026-11-21"), Weekday::monday);
    CHECK(to_sentence("Mood", before) == "Mood last week 3.0");
    const WeekMeans now = week_means(days, "mood", day("2026-11-15"), Weekday::monday);
    CHECK(to_sentence("Mood", now) == "Mood this week 3.0");
}

TEST_CASE("weeks: a mean is written with one decimal and a point") {
    CHECK(to_decimal(0) == "0.0");
    CHECK(to_decimal(4.25) == "4.3");
    CHECK(to_decimal(4.35) == "4.4");
    CHECK(to_decimal(9.96) == "10.0");
    CHECK(to_decimal(6) == "6.0");
}

}  // namespace weeks_test
