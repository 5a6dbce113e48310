#include "app/frame/event_queue.hpp"

#include <doctest/doctest.h>

namespace rekindle::app::event_queue_test {
namespace {

struct Queued {
    Frame face;
    EventQueue queue;

    void feed() {
        face.input.events.clear();
        face.wheel = 0;
        queue.feed(face);
    }
};

KeyPress press(Key key) { return {.key = key}; }

}  // namespace

TEST_CASE("event queue: a quick click is a press in one frame and its release in the next") {
    Queued given;
    given.queue.add(PointerMoved{10, 20});
    given.queue.add(ButtonChanged{.button = 0, .down = true});
    given.queue.add(ButtonChanged{.button = 0, .down = false});
    given.feed();
    CHECK_FALSE(given.queue.empty());
    given.feed();
    CHECK(given.queue.empty());
}

TEST_CASE("event queue: what of the buttons and the wheel was dealt out is counted") {
    Queued given;
    given.queue.add(ButtonChanged{.button = 0, .down = true});
    given.queue.add(ButtonChanged{.button = 0, .down = false});
    given.queue.add(WheelTurned{-1});
    CHECK(given.queue.clicks() == 0);
    given.feed();
    CHECK(given.queue.clicks() == 1);
    given.queue.add(Typed{U'a'});
    while (!given.queue.empty()) given.feed();
    CHECK(given.queue.clicks() == 3);
}

TEST_CASE("event queue: keys wait for the click before them") {
    Queued given;
    given.queue.add(ButtonChanged{.button = 0, .down = true});
    given.queue.add(Typed{U'a'});
    given.feed();
    CHECK(given.face.input.events.empty());
    given.feed();
    CHECK(given.face.input.events.size() == 1);
}

TEST_CASE("event queue: a click waits for the keys before it") {
    Queued given;
    given.queue.add(Typed{U'a'});
    given.queue.add(ButtonChanged{.button = 0, .down = true});
    given.feed();
    CHECK(given.face.input.events.size() == 1);
    CHECK_FALSE(given.queue.empty());
}

TEST_CASE("event queue: what is typed goes to one frame, up to the key that moves the focus") {
    Queued given;
    for (const char32_t c : {U'a', U'b', U'c'}) given.queue.add(Typed{c});
    given.queue.add(press(Key::tab));
    given.queue.add(Typed{U'5'});
    given.feed();
    CHECK(given.face.input.events.size() == 4);
    given.feed();
    REQUIRE(given.face.input.events.size() == 1);
    CHECK(given.face.input.events.front() == InputEvent{Typed{U'5'}});
}

TEST_CASE("event queue: what is typed before a shortcut is carried out before it") {
    Queued given;
    given.queue.add(Typed{U'a'});
    given.queue.add(KeyPress{.key = Key::z, .ctrl = true});
    given.feed();
    REQUIRE(given.face.input.events.size() == 1);
    CHECK(given.face.input.events.front() == InputEvent{Typed{U'a'}});
    given.face.input.events.clear();
    given.feed();
    CHECK(given.face.input.events.size() == 1);
    CHECK(given.queue.empty());
}

TEST_CASE("event queue: turns of the wheel add up, moves leave only the last place") {
    Queued given;
    for (int i = 0; i < 9; ++i) given.queue.add(PointerMoved{static_cast<float>(i), 0});
    given.queue.add(WheelTurned{1});
    given.queue.add(WheelTurned{2});
    given.feed();
    CHECK(given.face.wheel == 3);
    CHECK(given.queue.empty());
}

}  // namespace rekindle::app::event_queue_test
