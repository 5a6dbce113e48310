#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <set>
#include <tuple>

#include "app/widgets/series_look.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"
#include "tests/support/source_folder.hpp"

using namespace rekindle;
using namespace rekindle::app;
using namespace rekindle::tests;

namespace timeline_test {

namespace {

const char* const today = "2026-11-21";

HeadlessSetup timeline_of(Journal journal) {
    HeadlessSetup setup{.content = shipped_content()};
    setup.journal = std::move(journal);
    setup.page = Page::timeline;
    return setup;
}

Headless twenty_weeks() { return Headless{timeline_of(weeks_before(day(today), 20))}; }

// Where a day stands in the plot while the last twelve weeks are shown.
ImVec2 place_of(const Hand& hand, std::string_view iso, float height = 0.5f) {
    const Rect area = hand.control("timeline.plot").rect;
    const int back = day(today) - day(iso);
    return {area.right() - area.w * static_cast<float>(back) / 83, area.y + area.h * height};
}

void tab_to(Hand& hand, std::string_view name) {
    for (int steps = 0; steps < 60 && hand.focused() != name; ++steps) hand.key(Key::tab);
    REQUIRE(hand.focused() == name);
}

}  // namespace

TEST_CASE("timeline: with fewer than three entries it says so, draws nothing and leads to Today") {
    Headless hand{timeline_of(journal_of({rated("2026-11-19", 4, 3), rated("2026-11-20", 5, 3)}))};
    CHECK(hand.shows("2 so far."));
    CHECK_FALSE(hand.has("timeline.plot"));
    CHECK_FALSE(hand.has("timeline.range.2w"));
    hand.click("timeline.begin");
    CHECK(hand.session().ui.page == Page::today);
}

TEST_CASE("timeline: an empty journal is told of as such") {
    Headless hand{timeline_of({})};
    CHECK(hand.shows("None so far."));
}

TEST_CASE("timeline: the range is told in words and days, and chips choose it") {
    Headless hand = twenty_weeks();
    CHECK(hand.state("timeline.range.12w") == "checked");
    CHECK(hand.shows("30 August – 21 November 2026"));
    CHECK(hand.shows("of 84 days rated"));
    CHECK(hand.shows("dots: days"));
    CHECK(hand.shows("lines: 7-day average"));
    hand.click("timeline.range.2w");
    CHECK(hand.state("timeline.range.2w") == "checked");
    CHECK(hand.state("timeline.range.12w") == "-");
    CHECK(hand.state("timeline.plot") == "from=2026-11-08,to=2026-11-21");
    CHECK(hand.shows("8 – 21 November 2026"));
    hand.click("timeline.range.year");
    CHECK(hand.state("timeline.plot") == "from=2025-11-22,to=2026-11-21");
    CHECK(hand.shows("dots: weeks"));
    hand.click("timeline.range.6w");
    CHECK(hand.state("timeline.plot") == "from=2026-10-11,to=2026-11-21");
    hand.click("timeline.range.all");
    CHECK(hand.state("timeline.plot") == "from=2026-07-04,to=2026-11-21");
}

TEST_CASE("timeline: further scales are added and taken away by their chips") {
    Headless hand = twenty_weeks();
    CHECK(hand.state("timeline.series.mood") == "checked");
    CHECK(hand.state("timeline.series.hurt") == "-");
    hand.click("timeline.series.hurt");
    CHECK(hand.state("timeline.series.hurt") == "checked");
    CHECK(hand.session().ui.timeline.series == std::set<std::string>{"mood", "trust", "hurt"});
    hand.click("timeline.series.mood");
    CHECK(hand.session().ui.timeline.series == std::set<std::string>{"trust", "hurt"});
    CHECK_FALSE(hand.has("timeline.series.words-kept"));
    hand.click("timeline.more");
    hand.click("timeline.series.words-kept");
    hand.click("timeline.more");
    CHECK(hand.state("timeline.series.words-kept") == "checked");
}

TEST_CASE("timeline: a click on a day opens it in Today, after the time of a double click") {
    Headless hand = twenty_weeks();
    hand.click_at(place_of(hand, "2026-10-14"));
    CHECK(hand.session().ui.page == Page::timeline);
    hand.wait(0.4);
    hand.frame(2);
    CHECK(hand.session().ui.page == Page::today);
    CHECK(hand.session().ui.today.date == day("2026-10-14"));
}

TEST_CASE("timeline: dragging moves the view and opens nothing") {
    Headless hand = twenty_weeks();
    hand.drag_from(place_of(hand, "2026-10-11"), place_of(hand, "2026-10-25"));
    hand.wait(1);
    hand.frame(2);
    CHECK(hand.session().ui.page == Page::timeline);
    CHECK(std::abs(hand.session().ui.timeline.first_day - day("2026-08-16").days()) < 0.1);
    CHECK(hand.state("timeline.range.12w") == "-");
    // Nothing lies after today, however far one drags.
    hand.drag_from(place_of(hand, "2026-11-15"), place_of(hand, "2026-09-01"));
    CHECK(hand.state("timeline.plot") == "from=2026-08-30,to=2026-11-21");
}

TEST_CASE("timeline: the wheel zooms at the pointer and a double click goes back") {
    Headless hand = twenty_weeks();
    const ImVec2 place = place_of(hand, "2026-10-11");
    hand.move_to(place);
    hand.wheel(4);
    hand.settle();
    const TimelineUi& ui = hand.session().ui.timeline;
    REQUIRE(ui.range == TimelineRange::own);
    const Rect area = hand.control("timeline.plot").rect;
    const double share = static_cast<double>((place.x - area.x) / area.w);
    const double under = ui.first_day + (ui.last_day - ui.first_day) * share;
    CHECK(under == doctest::Approx(day("2026-10-11").days()).epsilon(1e-5));
    CHECK(ui.last_day - ui.first_day < 50);
    hand.click_at(place, 2);
    hand.wait(1);
    hand.frame(2);
    CHECK(hand.session().ui.page == Page::timeline);
    CHECK(hand.state("timeline.range.12w") == "checked");
}

TEST_CASE("timeline: plus, minus, Home and End move the view when the plot has the focus") {
    Headless hand = twenty_weeks();
    tab_to(hand, "timeline.plot");
    const double before = 83;
    hand.key(Key::plus);
    const TimelineUi& ui = hand.session().ui.timeline;
    CHECK(ui.last_day - ui.first_day == doctest::Approx(before * 0.8));
    hand.key(Key::minus);
    CHECK(ui.last_day - ui.first_day == doctest::Approx(before));
    hand.key(Key::home);
    CHECK(hand.state("timeline.plot").substr(0, 15) == "from=2026-07-04");
    hand.key(Key::end);
    CHECK(hand.state("timeline.plot").substr(16, 13) == "to=2026-11-21");
}

TEST_CASE("timeline: what hovers tells the day, its values, events and first words") {
    CheckIn told = rated("2026-10-14", 6, 4);
    told.events = {{EventKind::setback, "the letter"}, {EventKind::own, "rain"}};
    told.note = "We sat down after dinner\nand I asked.";
    CheckIn again = rated("2026-10-14", 7, {});
    again.id = "again";
    Headless hand{timeline_of(
        journal_of({told, again, rated("2026-10-16", 5, 5), rated("2026-10-17", 5, 5)}))};
    hand.move_to(place_of(hand, "2026-10-14"));
    hand.settle();
    CHECK(hand.shows("Wednesday, 14 October 2026"));
    CHECK(hand.shows("Mood 6.5 (average of 2)"));
    CHECK(hand.shows("Trust 4"));
    CHECK(hand.shows("Setback: the letter"));
    CHECK(hand.shows("rain"));
    CHECK(hand.shows("We sat down after dinner and I asked."));
    hand.move_to(place_of(hand, "2026-10-01"));
    hand.settle();
    CHECK(hand.shows("No entry"));
}

TEST_CASE("timeline: this week, last week and four weeks stand with their counts") {
    // Today is a Saturday: this week began on Monday the 16th.
    Headless hand{timeline_of(journal_of(
        {rated("2026-11-10", 2, {}), rated("2026-11-16", 6, {}), rated("2026-11-18", 7, {})}))};
    CHECK(hand.shows("6.5"));
    CHECK(hand.shows("2 days"));
    CHECK(hand.shows("2.0"));
    CHECK(hand.shows("1 day"));
    CHECK(hand.shows("5.0"));
    CHECK(hand.shows("3 days"));
    CHECK(hand.shows("2 of 6"));
    CHECK(hand.shows("1 of 7"));
    CHECK(hand.shows("3 of 28"));
    CHECK(hand.shows("no entry"));  // trust was never rated
}

TEST_CASE("timeline: a day of the year at a glance is told and opened") {
    Headless hand = twenty_weeks();
    const Rect strip = hand.control("timeline.year").rect;
    // Last column: the week of Monday 16 November; its third row is Wednesday the 18th.
    const ImVec2 wednesday{strip.right() - strip.w / 106, strip.y + strip.h * 2.5f / 7};
    hand.move_to(wednesday);
    hand.settle();
    CHECK(hand.shows("Wednesday, 18 November 2026 · Trust"));
    hand.click("timeline.year.mood");
    CHECK(hand.state("timeline.year.mood") == "checked");
    hand.move_to(wednesday);
    hand.settle();
    CHECK(hand.shows("Wednesday, 18 November 2026 · Mood"));
    hand.click_at(wednesday);
    CHECK(hand.session().ui.page == Page::today);
    CHECK(hand.session().ui.today.date == day("2026-11-18"));
}

TEST_CASE("timeline: the year at a glance can be walked by keyboard") {
    Headless hand = twenty_weeks();
    tab_to(hand, "timeline.year");
    hand.key(Key::left);
    hand.key(Key::up);
    CHECK(hand.shows("Friday, 13 November 2026"));
    hand.key(Key::enter);
    CHECK(hand.session().ui.today.date == day("2026-11-13"));
}

TEST_CASE("timeline: nothing touches or leaves the page, small, large or narrow") {
    for (const auto& [width, height, scale] :
         {std::tuple{1280.0f, 800.0f, 1.0f}, std::tuple{960.0f, 600.0f, 1.0f},
          std::tuple{960.0f, 600.0f, 2.0f}, std::tuple{2560.0f, 1440.0f, 2.5f}}) {
        const std::string shown = fmt::format("{} @{}", width, scale);
        CAPTURE(shown);
        HeadlessSetup setup = timeline_of(weeks_before(day(today), 20));
        setup.width = width;
        setup.height = height;
        setup.scale = scale;
        Headless hand{std::move(setup)};
        hand.session().ui.timeline.all_series = true;
        hand.settle();
        std::vector<Control> mine;
        for (const Control& control : hand.controls().all())
            if (control.name.rfind("timeline.", 0) == 0) mine.push_back(control);
        REQUIRE(mine.size() > 20);
        for (std::size_t i = 0; i < mine.size(); ++i) {
            CAPTURE(mine[i].name);
            CHECK(mine[i].rect.x >= 0);
            CHECK(mine[i].rect.right() <= width);
            for (std::size_t j = 0; j < i; ++j) {
                CAPTURE(mine[j].name);
                const bool apart = mine[i].rect.x >= mine[j].rect.right() ||
                                   mine[j].rect.x >= mine[i].rect.right() ||
                                   mine[i].rect.y >= mine[j].rect.bottom() - 1 ||
                                   mine[j].rect.y >= mine[i].rect.bottom() - 1;
                CHECK(apart);
            }
        }
    }
}

TEST_CASE("timeline: ten years of everything are drawn with few vertices") {
    Headless hand{timeline_of(weeks_before(day(today), 520))};
    hand.session().ui.timeline.series = {"mood", "trust", "hurt", "calm"};
    for (const TimelineRange range :
         {TimelineRange::twelve_weeks, TimelineRange::year, TimelineRange::all}) {
        hand.session().ui.timeline.range = range;
        hand.frame(3);
        CHECK(ImGui::GetDrawData()->TotalVtxCount < 26000);
    }
    CHECK(hand.shows("dots: months"));
    CHECK(hand.shows("lines: monthly average"));
}

TEST_CASE("timeline: Today's small chart compares the weeks, or says what it waits for") {
    HeadlessSetup setup = timeline_of(journal_of(
        {rated("2026-11-10", 2, 3), rated("2026-11-16", 6, 4), rated("2026-11-18", 7, 5)}));
    setup.page = Page::today;
    Headless hand{std::move(setup)};
    CHECK(hand.shows("Trust this week 4.5, last week 3.0"));
    HeadlessSetup empty = timeline_of({});
    empty.page = Page::today;
    Headless nothing{std::move(empty)};
    CHECK(nothing.shows("once three days have entries"));
}

TEST_CASE(
    "series: every scale differs in mark, dashes and colour, and can be seen in every theme") {
    Problems problems;
    const auto themes = read_themes({tests::source_folder() / "assets" / "themes"}, problems);
    REQUIRE(themes.size() >= 3);
    const Content content = shipped_content();
    const std::vector<Scale> scales = daily_scales(content);
    REQUIRE(scales.size() > 10);
    for (const Theme& theme : themes) {
        CAPTURE(theme.id);
        std::set<std::tuple<MarkShape, std::array<float, 6>, ImU32>> seen;
        for (const Scale& scale : scales) {
            CAPTURE(scale.id);
            const SeriesLook look = series_look(theme, scales, scale.id);
            CHECK(contrast_of(look.colour, theme[Colour::surface]) >= 3.0);
            CHECK(look.mark_opacity > 0.4f);
            seen.insert({look.shape, look.dash, look.colour});
        }
        CHECK(seen.size() == scales.size());
        CHECK(series_look(theme, scales, "mood").shape == MarkShape::circle);
        CHECK(series_look(theme, scales, "mood").dash_parts == 0);
        CHECK(series_look(theme, scales, "trust").shape == MarkShape::square);
        CHECK(series_look(theme, scales, "trust").dash_parts > 0);
    }
}

TEST_CASE("series: a colour too near its ground is moved until it can be told from it") {
    CHECK(contrast_of(IM_COL32_WHITE, IM_COL32_BLACK) == doctest::Approx(21));
    const ImU32 pale = IM_COL32(250, 240, 200, 255);
    CHECK(contrast_of(with_contrast(pale, IM_COL32_WHITE, 3), IM_COL32_WHITE) >= 3);
    CHECK(with_contrast(IM_COL32_BLACK, IM_COL32_WHITE, 3) == IM_COL32_BLACK);
    CHECK(faintest(IM_COL32_BLACK, IM_COL32_WHITE, 3, 0.2f) < 0.7f);
    CHECK(faintest(IM_COL32_BLACK, IM_COL32_WHITE, 21, 0.2f) > 0.98f);
}

}  // namespace timeline_test
