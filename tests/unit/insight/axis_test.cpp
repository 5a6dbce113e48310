#include "workbook/insight/axis.hpp"

#include <doctest/doctest.h>

#include "tests/unit/insight/sample_days.hpp"

using namespace rekindle;

namespace axis_test {

using sample::day;

namespace {

// Seven pixels a letter, about what the axis has at scale 1.
float letters(std::string_view text) { return 7 * static_cast<float>(text.size()); }

std::vector<DateTick> ticks(const char* from, const char* to, float width,
                            Weekday week_start = Weekday::monday) {
    const TimeView view{static_cast<double>(day(from).days()), static_cast<double>(day(to).days())};
    return date_ticks(view, {width, 14, 18}, week_start, letters);
}

}  // namespace

TEST_CASE("axis: two weeks have every second day, or every day where there is room") {
    const auto some = ticks("2026-11-08", "2026-11-21", 500);
    REQUIRE(some.size() > 5);
    CHECK(some[1].date - some[0].date == 2);
    const auto all = ticks("2026-11-08", "2026-11-21", 906);
    REQUIRE(all.size() == 14);
    CHECK(all[0].label == "8 Nov");
    CHECK(all[13].x == doctest::Approx(906));
}

TEST_CASE("axis: twelve weeks have the first day of every week") {
    const auto mondays = ticks("2026-08-30", "2026-11-21", 906);
    REQUIRE(mondays.size() == 12);
    CHECK(mondays[0].label == "31 Aug");
    for (const DateTick& tick : mondays) CHECK(tick.date.weekday() == Weekday::monday);
    for (const DateTick& tick : ticks("2026-08-30", "2026-11-21", 906, Weekday::sunday))
        CHECK(tick.date.weekday() == Weekday::sunday);
}

TEST_CASE("axis: a year has months, and January says which year it is") {
    const auto months = ticks("2025-11-22", "2026-11-21", 906);
    REQUIRE(months.size() == 12);
    CHECK(months[0].label == "Dec");
    CHECK(months[1].label == "2026");
    CHECK(months[2].label == "Feb");
}

TEST_CASE("axis: four years have quarters or half years and ten years have years") {
    const auto four = ticks("2022-11-22", "2026-11-21", 906);
    REQUIRE(four.size() > 7);
    CHECK(four[0].label == "2023");
    const auto ten = ticks("2016-11-22", "2026-11-21", 600);
    REQUIRE(ten.size() == 10);
    CHECK(ten[0].label == "2017");
    CHECK(ten[9].label == "2026");
    CHECK(ticks("1900-01-01", "9999-12-31", 900).size() > 3);
}

TEST_CASE("axis: labels never touch, whatever the range and the width") {
    const Date to = day("2026-11-21");
    for (int days = 6; days < 20000; days += 1 + days / 7)
        for (const float width : {60.0f, 141.0f, 280.0f, 906.0f, 2400.0f}) {
            const TimeView view{static_cast<double>(to.days() - days) + 0.3,
                                static_cast<double>(to.days()) - 0.2};
            const auto found = date_ticks(view, {width, 14, 18}, Weekday::monday, letters);
            for (std::size_t i = 0; i < found.size(); ++i) {
                const float half = letters(found[i].label) / 2;
                CHECK(found[i].label_x - half >= -18.01f);
                CHECK(found[i].label_x + half <= width + 18.01f);
                if (i > 0)
                    CHECK(found[i].label_x - half >=
                          found[i - 1].label_x + letters(found[i - 1].label) / 2 + 13.99f);
            }
        }
}

TEST_CASE("axis: ticks stay on their dates while one drags") {
    const double from = day("2026-08-30").days();
    const auto still = date_ticks({from, from + 83}, {906, 14, 18}, Weekday::monday, letters);
    const auto dragged =
        date_ticks({from - 2.4, from + 80.6}, {906, 14, 18}, Weekday::monday, letters);
    REQUIRE_FALSE(dragged.empty());
    CHECK(dragged[0].date == still[0].date);
}

TEST_CASE("axis: values go from 0 to 10 in steps that fit") {
    CHECK(value_ticks(328, 12) == std::vector<int>{0, 2, 4, 6, 8, 10});
    CHECK(value_ticks(40, 12) == std::vector<int>{0, 5, 10});
    CHECK(value_ticks(12, 12) == std::vector<int>{0, 10});
}

}  // namespace axis_test
