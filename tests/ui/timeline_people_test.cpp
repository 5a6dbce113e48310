// The timeline where two people write in one journal.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <tuple>

#include "app/widgets/series_look.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"
#include "tests/support/layout.hpp"
#include "tests/support/source_folder.hpp"

using namespace rekindle;
using namespace rekindle::app;
using namespace rekindle::tests;

namespace timeline_people_test {

namespace {

const char* const today = "2026-11-21";

CheckIn by_other(CheckIn checkin) {
    checkin.person = "other";
    checkin.id += "o";
    return checkin;
}

Journal of_two(Journal journal) {
    journal = after(journal, AddPerson{{"other", "Bo", Role::broke}}, today);
    return after(journal, RenamePerson{"me", "Ada"}, today);
}

// Both rated the days of a week; what Bo wrote and marked is Bo's.
Journal week_of_two() {
    std::vector<CheckIn> checkins;
    for (int back = 1; back < 8; ++back) {
        const std::string iso = to_iso(day(today) - back);
        checkins.push_back(rated(iso, 6, 4));
        checkins.push_back(by_other(rated(iso, 2, 7)));
        checkins.back().note = "Bo's own words";
        checkins.back().events = {{EventKind::own, "Bo's event"}};
    }
    return after(of_two({}), AddCheckIns{std::move(checkins)}, today);
}

HeadlessSetup timeline_of(Journal journal) {
    HeadlessSetup setup{.content = shipped_content()};
    setup.journal = std::move(journal);
    setup.page = Page::timeline;
    setup.height = 1200;
    return setup;
}

ImVec2 place_of(const Hand& hand, std::string_view iso) {
    const Rect area = hand.control("timeline.plot").rect;
    const int back = day(today) - day(iso);
    return {area.right() - area.w * static_cast<float>(back) / 83, area.y + area.h * 0.5f};
}

}  // namespace

TEST_CASE("timeline: one person alone is not asked whose days to draw") {
    Headless hand{timeline_of(weeks_before(day(today), 4))};
    CHECK_FALSE(hand.has("timeline.people.both"));
}

TEST_CASE("timeline: of two people it draws whoever writes until both are asked for") {
    Headless hand{timeline_of(week_of_two())};
    CHECK(hand.state("timeline.people.one") == "checked");
    CHECK(hand.shows("7 of 84 days rated"));
    CHECK_FALSE(hand.shows("Mood · Bo"));
    hand.move_to(place_of(hand, "2026-11-18"));
    hand.settle();
    CHECK(hand.shows("Mood 6"));
    CHECK_FALSE(hand.shows("Mood 2"));
    hand.click("timeline.people.both");
    CHECK(hand.shows("Ada 7, Bo 7 of 84 days rated"));
    for (const char* name : {"Mood · Ada", "Trust · Ada", "Mood · Bo", "Trust · Bo"})
        CHECK(hand.shows(name));
}

TEST_CASE("timeline: a day of both names each with the values, and only one's own words") {
    Headless hand{timeline_of(week_of_two())};
    hand.click("timeline.people.both");
    hand.move_to(place_of(hand, "2026-11-18"));
    hand.settle();
    CHECK(hand.shows("Ada Mood 6 Trust 4 Bo Mood 2 Trust 7"));
    CHECK_FALSE(hand.shows("Bo's own words"));
    CHECK_FALSE(hand.shows("Bo's event"));
    hand.click("nav.person");
    hand.move_to(place_of(hand, "2026-11-18"));
    hand.settle();
    CHECK(hand.shows("Bo's own words"));
}

TEST_CASE("timeline: the week is told for each while both are drawn") {
    Headless hand{timeline_of(week_of_two())};
    CHECK_FALSE(hand.shows("7.0"));
    hand.click("timeline.people.both");
    CHECK(hand.shows("6.0"));
    CHECK(hand.shows("7.0"));
    hand.click("timeline.people.one");
    CHECK_FALSE(hand.shows("7.0"));
}

TEST_CASE("timeline: someone with nothing rated can still look at both") {
    std::vector<CheckIn> checkins;
    for (int back = 1; back < 8; ++back)
        checkins.push_back(by_other(rated(to_iso(day(today) - back), 2, 7)));
    Headless hand{timeline_of(after(of_two({}), AddCheckIns{std::move(checkins)}, today))};
    CHECK(hand.shows("Nothing was rated in this time."));
    hand.click("timeline.people.both");
    CHECK(hand.shows("Ada 0, Bo 7 of 84 days rated"));
}

TEST_CASE("timeline: with two people nothing overlaps or is cut off") {
    for (const auto& [width, height, scale] :
         {std::tuple{1280.0f, 800.0f, 1.0f}, std::tuple{960.0f, 600.0f, 1.0f},
          std::tuple{960.0f, 600.0f, 2.0f}}) {
        HeadlessSetup setup = timeline_of(of_two(weeks_before(day(today), 20)));
        setup.width = width;
        setup.height = height;
        setup.scale = scale;
        Headless hand{std::move(setup)};
        hand.session().ui.timeline.both_people = true;
        hand.session().ui.timeline.series = {"mood", "trust", "hurt"};
        hand.settle();
        for (const std::string& problem : layout_problems(hand)) CHECK_MESSAGE(false, problem);
    }
}

TEST_CASE("series: two people's lines differ in mark, dashes and colour in every theme") {
    Problems problems;
    const auto themes = read_themes({tests::source_folder() / "assets" / "themes"}, problems);
    const std::vector<Scale> scales = daily_scales(shipped_content());
    for (const Theme& theme : themes) {
        CAPTURE(theme.id);
        std::set<std::tuple<MarkShape, std::array<float, 6>, ImU32>> seen;
        for (const Scale& scale : scales) {
            CAPTURE(scale.id);
            const SeriesLook first = series_look(theme, scales, scale.id);
            const SeriesLook second = second_look(theme, scales, scale.id);
            CHECK(first.shape != second.shape);
            CHECK(first.dash != second.dash);
            CHECK(first.colour != second.colour);
            CHECK(contrast_of(second.colour, theme[Colour::surface]) >= 3.0);
            seen.insert({first.shape, first.dash, first.colour});
            seen.insert({second.shape, second.dash, second.colour});
        }
        CHECK(seen.size() == 2 * scales.size());
    }
}

}  // namespace timeline_people_test
