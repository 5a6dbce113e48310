// The share of promises kept, on the timeline.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <tuple>

#include "tests/support/layout.hpp"
#include "tests/ui/practice_content.hpp"

using namespace rekindle;
using namespace rekindle::tests;

namespace timeline_promises_test {

namespace {

const Date today = *make_date(2026, 11, 21);  // a Saturday

// Four of five kept this week, one of two the week before; nothing earlier.
Journal with_marks() {
    Journal journal = weeks_before(today, 8);
    journal = after(
        journal, AddPromise{"promises", "p1", "I call", "me", {Recurrence::daily, today - 20, {}}},
        "2026-11-01");
    const auto mark = [&](int days_back, Kept kept) {
        journal =
            after(journal, MarkPromise{"promises", "p1", today - days_back, kept}, "2026-11-21");
    };
    for (const int back : {0, 1, 3, 4}) mark(back, Kept::kept);
    mark(5, Kept::late);
    mark(7, Kept::not_kept);
    mark(8, Kept::kept);
    return journal;
}

}  // namespace

TEST_CASE("timeline: without promises no word is said of them") {
    Headless desk{practice_setup(app::Page::timeline, weeks_before(today, 8))};
    CHECK_FALSE(desk.has("timeline.series.promises"));
    CHECK_FALSE(desk.shows("Promises"));
}

TEST_CASE("timeline: this week's promises stand beside the last, as numbers of days") {
    Headless desk{practice_setup(app::Page::timeline, with_marks())};
    CHECK(desk.shows("Promises kept 4 of 5 1 of 2 5 of 7"));
}

TEST_CASE("timeline: the share of promises kept is a series with a legend of its own") {
    Headless desk{practice_setup(app::Page::timeline, with_marks())};
    CHECK_FALSE(desk.shows("of those marked"));
    desk.click("timeline.series.promises");
    CHECK(desk.state("timeline.series.promises") == "checked");
    CHECK(desk.shows("Promises kept, of those marked"));
    desk.click("timeline.series.promises");
    CHECK_FALSE(desk.shows("of those marked"));
}

TEST_CASE("timeline: a day under the mouse tells how many of its week's promises were kept") {
    Headless desk{practice_setup(app::Page::timeline, with_marks())};
    desk.click("timeline.series.promises");
    const app::Rect plot = desk.control("timeline.plot").rect;
    desk.move_to({plot.right() - 1, plot.centre().y});
    desk.frame();
    CHECK(desk.shows("Promises kept that week: 4 of 5 marked"));
    desk.move_to({plot.x + 1, plot.centre().y});
    desk.frame();
    CHECK_FALSE(desk.shows("that week"));
}

TEST_CASE("timeline: a mark on a promise is drawn at once") {
    Headless desk{practice_setup(app::Page::timeline, with_marks())};
    desk.session().act(Command{MarkPromise{"promises", "p1", today - 2, Kept::kept}});
    desk.settle();
    CHECK(desk.shows("Promises kept 5 of 6"));
}

TEST_CASE("timeline: with promises drawn nothing is cut off at any size") {
    for (const auto& [width, height, scale] :
         {std::tuple{1280.0f, 800.0f, 1.0f}, {960.0f, 600.0f, 1.0f}, {960.0f, 600.0f, 2.0f}}) {
        HeadlessSetup setup = practice_setup(app::Page::timeline, with_marks());
        setup.width = width;
        setup.height = height;
        setup.scale = scale;
        Headless desk{std::move(setup)};
        desk.session().ui.timeline.series.insert("promises");
        const std::string shown = fmt::format("{}x{} @{}", width, height, scale);
        CAPTURE(shown);
        for (const std::string& problem : layout_problems(desk)) CHECK_MESSAGE(false, problem);
    }
}

}  // namespace timeline_promises_test
