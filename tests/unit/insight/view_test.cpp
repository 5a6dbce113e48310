#include "workbook/insight/view.hpp"

#include <doctest/doctest.h>

#include "tests/unit/insight/sample_days.hpp"

using namespace rekindle;

namespace view_test {

using sample::day;

TEST_CASE("view: the latest days end on the day given and are counted with both ends") {
    const TimeView view = latest_days(84, day("2026-11-21"));
    CHECK(view.first_date() == day("2026-08-30"));
    CHECK(view.last_date() == day("2026-11-21"));
}

TEST_CASE("view: all days reach back to the first entry, two weeks at the least") {
    CHECK(all_days(day("2020-01-01"), day("2026-11-21")).first_date() == day("2020-01-01"));
    CHECK(all_days(day("2026-11-20"), day("2026-11-21")).first_date() == day("2026-11-08"));
    CHECK(all_days(std::nullopt, day("2026-11-21")).first_date() == day("2026-11-08"));
    CHECK(all_days(day("2027-11-20"), day("2026-11-21")).first_date() == day("2026-11-08"));
}

TEST_CASE("view: nobody can drag beyond today or before everything") {
    const TimeLimits limits = time_limits(day("2024-01-01"), day("2026-11-21"));
    const TimeView view = latest_days(14, day("2026-11-21"));
    CHECK(moved(view, 5, limits) == view);
    CHECK(moved(view, -3, limits).last_date() == day("2026-11-18"));
    const TimeView oldest = moved(view, -100000, limits);
    CHECK(oldest.first_date() == day("2024-01-01"));
    CHECK(oldest.span() == doctest::Approx(view.span()));
}

TEST_CASE("view: a year back can be looked at even with one entry") {
    const TimeLimits limits = time_limits(day("2026-11-20"), day("2026-11-21"));
    CHECK(limits.earliest == day("2025-11-22"));
    CHECK(time_limits(std::nullopt, day("2026-11-21")).earliest == day("2025-11-22"));
}

TEST_CASE("view: zooming keeps the day under the pointer where it is") {
    const TimeLimits limits = time_limits(day("2020-01-01"), day("2026-11-21"));
    const TimeView view = moved(latest_days(101, day("2026-11-21")), -500, limits);
    const double at = view.first + view.span() * 0.25;
    const TimeView nearer = zoomed(view, 0.5, 0.25, limits);
    CHECK(nearer.span() == doctest::Approx(50));
    CHECK(nearer.first + nearer.span() * 0.25 == doctest::Approx(at));
    CHECK(zoomed(view, 1e-9, 0.5, limits).span() == doctest::Approx(least_days - 1));
    const TimeView farthest = zoomed(view, 1e9, 0.5, limits);
    CHECK(farthest.first_date() == day("2020-01-01"));
    CHECK(farthest.last_date() == day("2026-11-21"));
}

}  // namespace view_test
