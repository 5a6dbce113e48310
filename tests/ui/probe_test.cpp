#include "app/frame/probe.hpp"

#include <doctest/doctest.h>

namespace rekindle::app::probe_test {

TEST_CASE("probe: one line for each control that can be seen, with its state") {
    Controls controls;
    controls.begin_frame();
    controls.focus("nav.help");
    controls.add({.name = "today.mood", .rect = {385.4F, 130, 396, 28}, .state = "value=6"});
    controls.add({.name = "nav.help", .rect = {12, 530, 183, 44}, .state = "-"});
    controls.add({.name = "below", .rect = {0, 900, 10, 10}, .state = "-", .visible = false});
    controls.end_frame(0);
    CHECK(probe_lines(controls) ==
          "today.mood 385 130 396 28 value=6\n"
          "nav.help 12 530 183 44 focused\n"
          "focus 12 530 183 44 nav.help\n");
}

TEST_CASE("probe: the control that has the keyboard is told apart from what it shows") {
    Controls controls;
    controls.begin_frame();
    controls.focus("today.mood");
    controls.add({.name = "today.mood", .rect = {385.4F, 130, 396, 28}, .state = "value=6"});
    controls.end_frame(0);
    CHECK(probe_lines(controls) ==
          "today.mood 385 130 396 28 value=6\n"
          "focus 385 130 396 28 today.mood\n");
}

}  // namespace rekindle::app::probe_test
