#include "app/window/geometry.hpp"

#include <doctest/doctest.h>

#include <climits>

namespace rekindle::app::window_geometry_test {
namespace {

const std::vector<MonitorArea> one{{0, 0, 1920, 1080}};
const std::vector<MonitorArea> two{{0, 0, 1920, 1080}, {-1280, 200, 1280, 1024}};

bool is_usual(const FirstGeometry& place) {
    return place.width == 1280 && place.height == 800 && !place.at_place && !place.remembered;
}

}  // namespace

TEST_CASE("window place: what was remembered is used where it fits") {
    const FirstGeometry first = first_place(WindowGeometry{100, 50, 960, 600, true}, one);
    CHECK(first.width == 960);
    CHECK(first.height == 600);
    CHECK(first.at_place);
    CHECK(first.remembered);
    CHECK(first.maximized);
    CHECK(first_place(WindowGeometry{-1200, 300, 900, 700}, two).at_place);
    CHECK(first_place(WindowGeometry{-1200, 0, 3000, 1000}, two).remembered);  // over both
    CHECK(first_place(WindowGeometry{0, 0, 1920, 1080}, one).remembered);
    CHECK(first_place(WindowGeometry{-100, -30, 960, 600}, one).at_place);
    CHECK(first_place(WindowGeometry{0, 0, 400, 300}, one).width == least_window_width);
}

TEST_CASE("window place: a size of nonsense is no size") {
    CHECK(is_usual(first_place(std::nullopt, one)));
    for (const int size : {0, 1, 40, -1, -65536, INT_MIN, 1921, 32767, 65536, INT_MAX}) {
        CAPTURE(size);
        CHECK(is_usual(first_place(WindowGeometry{0, 0, size, 600}, one)));
        CHECK(is_usual(first_place(WindowGeometry{0, 0, 960, size}, one)));
        CHECK(is_usual(first_place(WindowGeometry{INT_MAX, INT_MIN, size, size}, one)));
    }
    CHECK(is_usual(first_place(WindowGeometry{0, 0, 960, 600}, {})));
}

TEST_CASE("window place: a place nobody can reach is left to the desktop") {
    for (const int far : {INT_MIN, -65536, -5000, 5000, 65536, INT_MAX}) {
        CAPTURE(far);
        for (const WindowGeometry& place :
             {WindowGeometry{far, 50, 960, 600}, WindowGeometry{50, far, 960, 600}}) {
            const FirstGeometry first = first_place(place, two);
            CHECK_FALSE(first.at_place);
            CHECK(first.width == 960);
        }
    }
    CHECK_FALSE(first_place(WindowGeometry{1880, 50, 960, 600}, one).at_place);
    CHECK_FALSE(first_place(WindowGeometry{50, 1040, 960, 600}, one).at_place);
}

TEST_CASE("window place: the usual size is less where no monitor has room for it") {
    const FirstGeometry small = first_place(std::nullopt, {{0, 0, 1024, 740}});
    CHECK(small.width == 1024);
    CHECK(small.height == 740);
    const FirstGeometry dense = first_place(std::nullopt, {{0, 0, 1920, 1080, 2}});
    CHECK(dense.width == 960);
    CHECK(dense.height == 540);
    const FirstGeometry least = first_place(WindowGeometry{0, 0, 1, 1}, {{0, 0, 320, 200}});
    CHECK(least.width == least_window_width);
    CHECK(least.height == least_window_height);
}

}  // namespace rekindle::app::window_geometry_test
