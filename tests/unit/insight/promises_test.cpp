#include "workbook/insight/promises.hpp"

#include "tests/unit/support/builders.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace promises_test {

namespace {

struct Said {
    const char* due;
    Kept kept;
};

Practices marked(const std::vector<Said>& marks) {
    Promise promise;
    promise.id = "p1";
    promise.schedule = {Recurrence::daily, day("2026-10-01"), {}};
    for (const Said& each : marks)
        promise.marks.push_back({day(each.due), each.kept, day(each.due)});
    Practices practices;
    practices.promises["promises"] = {promise};
    return practices;
}

// Two weeks from Monday, 9 November: four of five kept, then one of two.
Practices two_weeks() {
    return marked({{"2026-11-09", Kept::kept},
                   {"2026-11-10", Kept::kept},
                   {"2026-11-12", Kept::late},
                   {"2026-11-13", Kept::kept},
                   {"2026-11-15", Kept::kept},
                   {"2026-11-16", Kept::not_kept},
                   {"2026-11-20", Kept::kept}});
}

Plot plot_of(std::string_view from, std::string_view to, Grain marks = Grain::day) {
    Plot plot;
    plot.view = {static_cast<double>(day(from).days()), static_cast<double>(day(to).days())};
    plot.width = static_cast<float>(plot.view.span());  // a pixel a day
    plot.height = 10;                                   // and a pixel a step
    plot.marks = marks;
    return plot;
}

}  // namespace

TEST_CASE("promises: 4 of 5 is what was kept of what was marked, both ends included") {
    const KeptCount count = kept_between(two_weeks(), day("2026-11-09"), day("2026-11-15"));
    CHECK(count == KeptCount{4, 5});
    CHECK(count.share().value() == doctest::Approx(0.8));
    CHECK(to_words(count) == "4 of 5");
}

TEST_CASE("promises: days nobody spoke about give no number, and silence is no zero") {
    const KeptCount none = kept_between(two_weeks(), day("2026-11-01"), day("2026-11-08"));
    CHECK(none == KeptCount{0, 0});
    CHECK_FALSE(none.share());
    CHECK(to_words(none).empty());
    CHECK(
        kept_between(marked({{"2026-11-16", Kept::not_kept}}), day("2026-11-16"), day("2026-11-16"))
            .share() == 0.0);
    CHECK(kept_between(Practices{}, day("1900-01-01"), day("9999-12-31")) == KeptCount{});
}

TEST_CASE("promises: all ledgers count together, also what has ended") {
    Practices practices = two_weeks();
    Promise other = practices.promises["promises"][0];
    other.id = "p2";
    other.ended = day("2026-11-10");
    practices.promises["other"] = {other};
    CHECK(kept_between(practices, day("2026-11-09"), day("2026-11-15")) == KeptCount{8, 10});
}

TEST_CASE("promises: this week, the last and four weeks are counted apart") {
    const KeptWeeks weeks = kept_weeks(two_weeks(), day("2026-11-18"), Weekday::monday);
    CHECK(weeks.this_week == KeptCount{0, 1});
    CHECK(weeks.last_week == KeptCount{4, 5});
    CHECK(weeks.four_weeks == KeptCount{4, 6});
    CHECK(kept_weeks(two_weeks(), day("2026-11-21"), Weekday::sunday).this_week ==
          KeptCount{5 - 3, 3});
}

TEST_CASE("promises: what was said of one promise is told apart by what it was") {
    const Practices practices = two_weeks();
    const Promise& promise = practices.promises.at("promises").at(0);
    CHECK(count_marks(promise, day("2026-11-09"), day("2026-11-16")) == MarkCount{4, 1, 1});
}

TEST_CASE("promises: a week without marks is left out, and today cuts the last one short") {
    Practices practices = two_weeks();
    practices.promises["promises"][0].marks.insert(
        practices.promises["promises"][0].marks.begin(),
        {day("2026-10-28"), Kept::kept, day("2026-10-28")});
    const auto periods = kept_periods(practices, day("2026-10-28"), day("2026-11-18"),
                                      day("2026-11-18"), Grain::week, Weekday::monday);
    REQUIRE(periods.size() == 3);
    CHECK(periods[0].period == Period{day("2026-10-26"), day("2026-11-01")});
    CHECK(periods[0].count == KeptCount{1, 1});
    CHECK(periods[1].count == KeptCount{4, 5});
    CHECK(periods[2].period == Period{day("2026-11-16"), day("2026-11-18")});
    CHECK(periods[2].count == KeptCount{0, 1});
}

TEST_CASE("promises: the series stands at the share times ten in the middle of its week") {
    const PlotSeries series = kept_series(two_weeks(), plot_of("2026-11-01", "2026-11-30"),
                                          day("2026-11-22"), Weekday::monday);
    CHECK(series.scale == promises_series);
    REQUIRE(series.marks.size() == 2);
    CHECK(series.marks[0].x == doctest::Approx(11));      // Thursday the 12th
    CHECK(series.marks[0].y == doctest::Approx(10 - 8));  // 4 of 5
    CHECK(series.marks[1].y == doctest::Approx(10 - 5));  // 1 of 2
    REQUIRE(series.pieces.size() == 1);
    CHECK(series.pieces[0] == series.marks);
}

TEST_CASE("promises: no line goes through a week without marks") {
    const Practices practices = marked({{"2026-11-02", Kept::kept},
                                        {"2026-11-10", Kept::kept},
                                        {"2026-11-24", Kept::late},
                                        {"2026-12-01", Kept::kept}});
    const PlotSeries series = kept_series(practices, plot_of("2026-11-01", "2026-12-20"),
                                          day("2026-12-20"), Weekday::monday);
    CHECK(series.marks.size() == 4);
    REQUIRE(series.pieces.size() == 2);
    CHECK(series.pieces[0].size() == 2);
    CHECK(series.pieces[1].size() == 2);
}

TEST_CASE("promises: a plot too narrow for weeks has months, and nothing lies beyond its edges") {
    const PlotSeries months =
        kept_series(two_weeks(), plot_of("2026-10-01", "2026-12-31", Grain::month),
                    day("2026-12-31"), Weekday::monday);
    REQUIRE(months.marks.size() == 1);
    CHECK(months.marks[0].y == doctest::Approx(10 - 10 * 5.0 / 7));
    const PlotSeries late = kept_series(two_weeks(), plot_of("2026-11-13", "2026-11-30"),
                                        day("2026-11-30"), Weekday::monday);
    CHECK(late.marks.size() == 1);
    CHECK(late.pieces.empty());
}

}  // namespace promises_test
