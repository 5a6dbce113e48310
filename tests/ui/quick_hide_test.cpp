#include "app/frame/quick_hide.hpp"

#include <doctest/doctest.h>

#include "app/frame/event_queue.hpp"

namespace rekindle::app::quick_hide_test {
namespace {

// Taps Shift at each of these seconds; true when the last of them was the sign.
bool tapped(QuickHide& hide, std::initializer_list<double> seconds) {
    bool sign = false;
    for (const double at : seconds) {
        CHECK_FALSE(hide.shift(true, at));
        sign = hide.shift(false, at + 0.05);
    }
    return sign;
}

}  // namespace

TEST_CASE("quick hide: Shift alone three times within two seconds is the sign") {
    QuickHide hide;
    CHECK(tapped(hide, {1.0, 1.6, 2.9}));
    CHECK_FALSE(tapped(hide, {3.0}));
    CHECK_FALSE(tapped(hide, {3.1}));
    CHECK(tapped(hide, {3.2}));
}

TEST_CASE("quick hide: slower than that it is none, and the last three are what counts") {
    QuickHide hide;
    CHECK_FALSE(tapped(hide, {1.0, 2.0, 3.0, 4.0, 5.0}));
    CHECK(tapped(hide, {5.5}));
}

TEST_CASE("quick hide: Shift held down does not count however often the keyboard repeats it") {
    QuickHide hide;
    for (int i = 0; i < 20; ++i) CHECK_FALSE(hide.shift(true, 1.0 + i * 0.05));
    CHECK_FALSE(hide.shift(false, 2.0));
    CHECK_FALSE(tapped(hide, {2.1, 2.3}));
}

TEST_CASE("quick hide: typing capitals is never the sign, however fast") {
    EventQueue queue;
    double seconds = 1;
    const auto tap = [&] {
        queue.add(ShiftChanged{true, seconds += 0.05});
        queue.add(ShiftChanged{false, seconds += 0.05});
    };
    for (int i = 0; i < 6; ++i) {
        queue.add(ShiftChanged{true, seconds += 0.05});
        queue.add(Typed{U'A'});
        queue.add(ShiftChanged{false, seconds += 0.05});
    }
    CHECK_FALSE(queue.asks_to_hide());
    for (const WindowEvent& between :
         {WindowEvent{Typed{U'a'}}, WindowEvent{KeyPress{Key::left}}, WindowEvent{OtherKey{}},
          WindowEvent{WheelTurned{1}}, WindowEvent{ButtonChanged{.button = 0, .down = true}}}) {
        tap();
        tap();
        queue.add(between);
        tap();
        CHECK_FALSE(queue.asks_to_hide());
        queue.add(OtherKey{});
    }
    tap();
    queue.add(PointerMoved{3, 4});
    tap();
    tap();
    CHECK(queue.asks_to_hide());
}

TEST_CASE("quick hide: what was typed before the sign still reaches the page it was typed on") {
    Frame face;
    EventQueue queue;
    queue.add(Typed{U'a'});
    for (const double at : {1.0, 1.2, 1.4}) {
        queue.add(ShiftChanged{true, at});
        queue.add(ShiftChanged{false, at + 0.1});
    }
    queue.add(Typed{U'b'});
    queue.feed(face);
    CHECK(face.input.events.size() == 1);
    CHECK_FALSE(face.input.quick_hide);
    face.input.events.clear();
    queue.feed(face);
    CHECK(face.input.quick_hide);
    CHECK(face.input.events.empty());
}

}  // namespace rekindle::app::quick_hide_test
