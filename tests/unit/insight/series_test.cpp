#include "workbook/insight/series.hpp"

#include <doctest/doctest.h>

#include "tests/unit/insight/sample_days.hpp"

using namespace rekindle;

namespace series_test {

using sample::day;

TEST_CASE("series: a period is a day, a week from its first day, a month or a year") {
    const Date date = day("2028-02-29");  // a Tuesday
    CHECK(period_of(date, Grain::day, Weekday::monday) == Period{date, date});
    CHECK(period_of(date, Grain::week, Weekday::monday) ==
          Period{day("2028-02-28"), day("2028-03-05")});
    CHECK(period_of(date, Grain::week, Weekday::sunday) ==
          Period{day("2028-02-27"), day("2028-03-04")});
    CHECK(period_of(date, Grain::month, Weekday::monday) ==
          Period{day("2028-02-01"), day("2028-02-29")});
    CHECK(period_of(date, Grain::year, Weekday::monday).days() == 366);
}

TEST_CASE("series: weekly means are of the days that have a value, over whole weeks") {
    // Week of Monday 2 November: 2, 4 -> 3. Week of 9 November: nothing. Of 16 November: 9.
    const Days days =
        sample::days_of({sample::rated(day("2026-11-02"), 2), sample::rated(day("2026-11-08"), 4),
                         sample::rated(day("2026-11-16"), 9)});
    // From the middle of the first week: its Monday still counts.
    const auto means = period_means(
        days, "mood",
        {day("2026-11-05"), day("2026-11-20"), day("2026-11-20"), Grain::week, Weekday::monday});
    REQUIRE(means.size() == 2);
    CHECK(means[0].period.first == day("2026-11-02"));
    CHECK(means[0].mean == Mean{3, 2});
    CHECK(means[1].period == Period{day("2026-11-16"), day("2026-11-20")});
    CHECK(means[1].mean == Mean{9, 1});
}

TEST_CASE("series: no value gives no means") {
    CHECK(period_means(Days{}, "mood",
                       {day("2026-01-01"), day("2026-12-31"), day("2026-12-31"), Grain::month,
                        Weekday::monday})
              .empty());
}

TEST_CASE("series: days that have not come are no part of a mean") {
    const Days days = sample::row_of(day("2026-11-20"), {4, 6, 8});
    const auto means = period_means(
        days, "mood",
        {day("2026-11-01"), day("2026-11-30"), day("2026-11-21"), Grain::month, Weekday::monday});
    REQUIRE(means.size() == 1);
    CHECK(means[0].mean == Mean{5, 2});
}

}  // namespace series_test
