#include "workbook/insight/statistics.hpp"

#include <doctest/doctest.h>

using namespace rekindle;

namespace statistics_test {

namespace {
constexpr std::nullopt_t none = std::nullopt;
}

TEST_CASE("statistics: a mean leaves unanswered days out and says how many there were") {
    CHECK(mean(DayValues{4.0, none, 5.0}) == Mean{4.5, 2});
    CHECK(mean(DayValues{0.0, none, 0.0}) == Mean{0, 2});
    CHECK(mean(DayValues{7.0}) == Mean{7, 1});
}

TEST_CASE("statistics: no value gives no mean, not a zero") {
    CHECK_FALSE(mean(DayValues{}));
    CHECK_FALSE(mean(DayValues{none, none}));
}

TEST_CASE("statistics: the 7-day average is that of the day and the six before it") {
    // Day 7: (1+2+3+4+5+6+7)/7 = 4. Day 8: (2+…+8)/7 = 35/7 = 5. Day 3: (1+2+3)/3 = 2.
    const DayValues averages = trailing_average(DayValues{1., 2., 3., 4., 5., 6., 7., 8.});
    REQUIRE(averages.size() == 8);
    CHECK_FALSE(averages[0]);
    CHECK_FALSE(averages[1]);
    CHECK(*averages[2] == doctest::Approx(2));
    CHECK(*averages[6] == doctest::Approx(4));
    CHECK(*averages[7] == doctest::Approx(5));
}

TEST_CASE("statistics: an average stands only where three of the seven days have a value") {
    // Day 7 sees days 1, 4 and 7: (2+5+8)/3 = 5. Day 8 sees days 4 and 7 only.
    const DayValues averages =
        trailing_average(DayValues{2., none, none, 5., none, none, 8., none, none});
    CHECK_FALSE(averages[5]);
    REQUIRE(averages[6]);
    CHECK(*averages[6] == doctest::Approx(5));
    CHECK_FALSE(averages[7]);
}

TEST_CASE("statistics: the average of a constant is exactly that constant") {
    const DayValues averages = trailing_average(DayValues(4000, 0.3));
    CHECK(*averages.back() == doctest::Approx(0.3).epsilon(1e-15));
    CHECK(trailing_average(DayValues{}).empty());
    CHECK_FALSE(trailing_average(DayValues{4.0})[0]);
}

TEST_CASE("statistics: a period needs three sevenths of its days for a place in a line") {
    CHECK(needed_of(7) == 3);
    CHECK(needed_of(30) == 13);
    CHECK(needed_of(31) == 14);
    CHECK(needed_of(1) == 1);
    CHECK(needed_of(2) == 1);
}

}  // namespace statistics_test
