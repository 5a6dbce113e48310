#include "workbook/insight/plot.hpp"

#include <doctest/doctest.h>

#include "tests/unit/insight/sample_days.hpp"

using namespace rekindle;

namespace plot_test {

using sample::day;

namespace {

const char* const start = "2026-10-01";

float letters(std::string_view text) { return 7 * static_cast<float>(text.size()); }

// Ten pixels a day, ten pixels a value: day i stands at x = 10 i, value v at y = 100 - 10 v.
PlotRequest request(int days, std::vector<std::string> scales = {"mood"}) {
    PlotRequest made;
    made.scales = std::move(scales);
    made.view = {static_cast<double>(day(start).days()),
                 static_cast<double>(day(start).days() + days - 1)};
    made.today = day(start) + (days - 1);
    made.width = 10 * static_cast<float>(days - 1);
    made.height = 100;
    made.label_width = letters;
    return made;
}

// Ten years of two ratings a day, with an event every third day.
Days ten_years(Date last) {
    std::vector<CheckIn> checkins;
    for (int back = 3650; back >= 0; --back) {
        CheckIn one = sample::rated(last - back, (back * 7) % 11);
        one.ratings["trust"] = (back * 3) % 11;
        if (back % 3 == 0) one.events.push_back({EventKind::setback, ""});
        checkins.push_back(std::move(one));
    }
    return sample::days_of(checkins);
}

}  // namespace

TEST_CASE("plot: a day's mark stands at its date and value") {
    const Days days = sample::row_of(day(start), {0, 10, -1, 5});
    const Plot plot = make_plot(days, request(10));
    REQUIRE(plot.series.size() == 1);
    const std::vector<PlotPoint> expected{{0, 100}, {10, 0}, {30, 50}};
    CHECK(plot.series[0].marks == expected);
    CHECK(plot.marks == Grain::day);
    CHECK(marks_legend(plot) == "dots: days");
    CHECK(lines_legend(plot) == "lines: 7-day average");
}

TEST_CASE("plot: the line begins with the third value and joins the averages") {
    // Averages: day 2 (1+2+3)/3 = 2, day 3 (1+2+3+6)/4 = 3.
    const Days days = sample::row_of(day(start), {1, 2, 3, 6});
    const Plot plot = make_plot(days, request(10));
    REQUIRE(plot.series[0].pieces.size() == 1);
    const auto& piece = plot.series[0].pieces[0];
    REQUIRE(piece.size() == 2);
    CHECK(piece[0].x == doctest::Approx(20));
    CHECK(piece[0].y == doctest::Approx(80));
    CHECK(piece[1].x == doctest::Approx(30));
    CHECK(piece[1].y == doctest::Approx(70));
}

TEST_CASE("plot: no line is drawn through silence, nor into it") {
    // Six days, ten of silence, six days.
    std::vector<int> values(22, -1);
    for (std::size_t i = 0; i < 6; ++i) values[i] = values[i + 16] = 5;
    const Days days = sample::row_of(day(start), values);
    const Plot plot = make_plot(days, request(30));
    REQUIRE(plot.series[0].pieces.size() == 2);
    // The first piece ends with the last answered day, though three of the seven days before the
    // 7th and 8th still have a value; the second begins when three of seven have one again.
    CHECK(plot.series[0].pieces[0].back().x == doctest::Approx(50));
    CHECK(plot.series[0].pieces[1].front().x == doctest::Approx(180));
    CHECK(plot.series[0].pieces[1].back().x == doctest::Approx(210));
}

TEST_CASE("plot: fewer than three values in seven days make no line") {
    const Days days = sample::row_of(day(start), {5, -1, -1, 5, -1, -1, -1, 5, -1, -1, -1, 5});
    const Plot plot = make_plot(days, request(14));
    CHECK(plot.series[0].pieces.empty());
    CHECK(plot.series[0].marks.size() == 4);
}

TEST_CASE("plot: averages look back beyond the left edge") {
    const Days days = sample::row_of(day(start) - 6, {4, 4, 4, 4, 4, 4, 4, 4});
    const Plot plot = make_plot(days, request(10));
    REQUIRE(plot.series[0].pieces.size() == 1);
    CHECK(plot.series[0].pieces[0].front().x == doctest::Approx(0));
    CHECK(plot.series[0].marks.size() == 2);
}

TEST_CASE("plot: a line is cut exactly at the edges") {
    PlotRequest wanted = request(10);
    const Days days = sample::row_of(day(start) - 10, std::vector<int>(30, 5));
    wanted.today = day(start) + 19;
    wanted.view.first += 0.5;
    wanted.view.last += 0.5;
    const Plot plot = make_plot(days, wanted);
    REQUIRE(plot.series[0].pieces.size() == 1);
    CHECK(plot.series[0].pieces[0].front().x == doctest::Approx(0));
    CHECK(plot.series[0].pieces[0].back().x == doctest::Approx(plot.width));
    for (const PlotPoint& mark : plot.series[0].marks) {
        CHECK(mark.x >= 0);
        CHECK(mark.x <= plot.width);
    }
}

TEST_CASE("plot: what has not come yet is not drawn") {
    PlotRequest wanted = request(10);
    wanted.today = day(start) + 3;
    const Days days = sample::row_of(day(start), std::vector<int>(10, 5));
    const Plot plot = make_plot(days, wanted);
    CHECK(plot.series[0].marks.size() == 4);
    CHECK(plot.series[0].pieces[0].back().x == doctest::Approx(30));
    CHECK(day_meant(plot, days, 80, 6, wanted.today) == wanted.today);
}

TEST_CASE("plot: nothing rated gives axes and nothing else") {
    const Plot plot = make_plot(Days{}, request(84, {"mood", "trust"}));
    CHECK(plot.is_empty());
    CHECK(plot.values.size() == 6);
    CHECK_FALSE(plot.dates.empty());
    CHECK(plot.events.empty());
    CHECK(plot.values.front().y == doctest::Approx(100));
    CHECK(plot.values.back().y == doctest::Approx(0));
}

TEST_CASE("plot: a year's dots are weeks and ten years' dots are months, and the legend says so") {
    const Date last = day("2026-11-21");
    const Days days = ten_years(last);
    PlotRequest wanted = request(84, {"mood", "trust"});
    wanted.today = last;
    wanted.width = 906;
    wanted.view = latest_days(365, last);
    const Plot year = make_plot(days, wanted);
    CHECK(marks_legend(year) == "dots: weeks");
    CHECK(lines_legend(year) == "lines: 7-day average");
    CHECK(year.series[0].marks.size() <= 54);

    wanted.view = all_days(days.first(), last);
    const Plot all = make_plot(days, wanted);
    CHECK(marks_legend(all) == "dots: months");
    CHECK(lines_legend(all) == "lines: monthly average");
    for (const Plot* plot : {&year, &all})
        for (const PlotSeries& series : plot->series) {
            CHECK(static_cast<float>(series.marks.size()) <= plot->width / 4);
            REQUIRE(series.pieces.size() == 1);
            CHECK(static_cast<float>(series.pieces[0].size()) <= plot->width);
        }
}

TEST_CASE("plot: a monthly line breaks at a month with too few days") {
    // October full, November with 12 of 30 days (13 are needed), December and January full.
    std::vector<int> values(31 + 30 + 31 + 31, 5);
    for (std::size_t i = 31 + 12; i < 61; ++i) values[i] = -1;
    const Days days = sample::row_of(day(start), values);
    PlotRequest wanted = request(84);
    wanted.today = day("2027-01-31");
    wanted.width = 500;
    wanted.view = latest_days(1000, wanted.today);
    const Plot plot = make_plot(days, wanted);
    CHECK(plot.lines == Grain::month);
    REQUIRE(plot.series[0].pieces.size() == 1);
    CHECK(plot.series[0].pieces[0].size() == 2);
    CHECK(plot.series[0].pieces[0][0].x ==
          doctest::Approx(plot.x_of(period_of(day("2026-12-01"), Grain::month, {}).middle())));
}

TEST_CASE("plot: events of one day share a mark, and near days stand in two rows") {
    CheckIn first = sample::rated(day(start), 5);
    first.events = {{EventKind::setback, ""}, {EventKind::own, "letter"}};
    CheckIn next = sample::rated(day(start) + 1, 5);
    next.events = {{EventKind::milestone, ""}};
    CheckIn third = sample::rated(day(start) + 2, 5);
    third.events = {{EventKind::milestone, ""}};
    CheckIn later = sample::rated(day(start) + 6, 5);
    later.events = {{EventKind::counselling, ""}};
    const Plot plot = make_plot(sample::days_of({first, next, third, later}), request(10));
    REQUIRE(plot.events.size() == 3);
    CHECK(plot.events[0].events.size() == 2);
    CHECK(plot.events[0].lines == std::vector<float>{0});
    // The third day finds both rows taken and joins its neighbour.
    CHECK(plot.events[1].row == 1);
    CHECK(plot.events[1].lines == std::vector<float>{10, 20});
    CHECK(plot.events[2].x == doctest::Approx(60));
    CHECK(plot.events[2].row == 0);
    PlotRequest without = request(10);
    without.with_events = false;
    CHECK(make_plot(sample::days_of({first}), without).events.empty());
}

TEST_CASE("plot: the same value on the same day shows both marks") {
    CheckIn both = sample::rated(day(start), 5);
    both.ratings["trust"] = 5;
    CheckIn apart = sample::rated(day(start) + 1, 5);
    apart.ratings["trust"] = 6;
    const Plot plot = make_plot(sample::days_of({both, apart}), request(10, {"mood", "trust"}));
    CHECK(plot.series[0].marks[0] == PlotPoint{0, 50});
    CHECK(plot.series[1].marks[0] == PlotPoint{4, 50});
    CHECK(plot.series[1].marks[1].x == doctest::Approx(10));
}

TEST_CASE("plot: event marks never overlap, however many there are") {
    const Date last = day("2026-11-21");
    PlotRequest wanted = request(84);
    wanted.today = last;
    wanted.width = 906;
    wanted.view = all_days(last - 3650, last);
    const Plot plot = make_plot(ten_years(last), wanted);
    REQUIRE(plot.events.size() > 20);
    for (std::size_t i = 1; i < plot.events.size(); ++i)
        CHECK(plot.events[i].x - plot.events[i - 1].x >= 25);
}

TEST_CASE("plot: another person's days stand beside the first one's, without their events") {
    CheckIn own = sample::rated(day(start), 5);
    own.events = {{EventKind::milestone, ""}};
    CheckIn other = sample::rated(day(start) + 2, 3);
    other.events = {{EventKind::own, "their words"}};
    const Days beside = sample::days_of({other});
    PlotRequest both = request(10, {"mood", "trust"});
    both.beside = &beside;
    const Plot plot = make_plot(sample::days_of({own}), both);
    REQUIRE(plot.series.size() == 4);
    CHECK(plot.series[0].scale == "mood");
    CHECK_FALSE(plot.series[0].beside);
    CHECK(plot.series[1].scale == "mood");
    CHECK(plot.series[1].beside);
    CHECK(plot.series[1].marks == std::vector<PlotPoint>{{20, 70}});
    CHECK(plot.series[2].scale == "trust");
    REQUIRE(plot.events.size() == 1);
    CHECK(plot.events[0].events[0].event.kind == EventKind::milestone);
    const Days none;
    CHECK(day_meant(plot, none, 12, 20, both.today) == day(start) + 1);
    CHECK(day_meant(plot, none, 12, 20, both.today, &beside) == day(start) + 2);
}

TEST_CASE("plot: the pointer means the nearest day with an entry, or the day it is on") {
    const Days days = sample::row_of(day(start), {5, -1, -1, 5, -1, -1, -1, -1});
    const Plot plot = make_plot(days, request(10));
    const Date today = day(start) + 9;
    CHECK(day_meant(plot, days, 12, 10, today) == day(start));
    CHECK(day_meant(plot, days, 31, 10, today) == day(start) + 3);
    CHECK(day_meant(plot, days, 71, 10, today) == day(start) + 7);
    CHECK(day_meant(plot, days, -50, 10, today) == day(start));
    CHECK(day_meant(plot, days, 5000, 10, today) == today);
}

}  // namespace plot_test
