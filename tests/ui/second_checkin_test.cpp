// A second check-in of a day: whatever comes on the page, the slider under the pointer stays there.
#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace second_checkin_test {

namespace {

using namespace rekindle;
using namespace rekindle::tests;

float mood_at(const Headless& desk) { return desk.control("today.mood").rect.y; }

}  // namespace

TEST_CASE("second check-in: nothing moves from under the pointer, at any size") {
    struct Size {
        float width, height, scale;
    };
    for (const Size size :
         {Size{1280, 800, 1}, {960, 600, 1}, {1600, 1000, 2}, {1280, 800, 1.5f}}) {
        CAPTURE(size.width);
        CAPTURE(size.scale);
        Headless desk{{.content = small_content(),
                       .journal = journal_of({rated("2026-11-21", 2, {})}),
                       .width = size.width,
                       .height = size.height,
                       .scale = size.scale}};
        const float before = mood_at(desk);
        desk.session().act(app::AnotherCheckIn{});
        desk.settle();
        CHECK(mood_at(desk) == before);
        CHECK(desk.has("today.checkin.new"));
        desk.click("today.mood");
        CHECK(desk.has("today.checkin.2"));
        CHECK(mood_at(desk) == before);
        desk.click("today.checkin.1");
        CHECK(mood_at(desk) == before);
    }
}

TEST_CASE("second check-in: one that comes from elsewhere moves nothing either") {
    Headless desk{
        {.content = small_content(),
         .journal = journal_of({rated("2026-11-20", 3, {}), rated("2026-11-21", 2, {})})}};
    const float before = mood_at(desk);
    desk.session().act(Command{RateFeeling{{"another", day("2026-11-21"), "me"}, "mood", 7}});
    desk.settle();
    CHECK(desk.has("today.checkin.2"));
    CHECK(mood_at(desk) == before);
}

TEST_CASE("second check-in: the chips lie over nothing else") {
    Headless desk{
        {.content = small_content(), .journal = journal_of({rated("2026-11-21", 2, {})})}};
    desk.session().act(app::AnotherCheckIn{});
    desk.settle();
    const auto chip = desk.control("today.checkin.new").rect;
    CHECK(chip.bottom() <= desk.control("today.mood").rect.y);
    for (const char* name : {"today.previous", "today.month"}) {
        const auto button = desk.control(name).rect;
        CHECK((chip.right() <= button.x || chip.y >= button.bottom()));
    }
}

}  // namespace second_checkin_test
