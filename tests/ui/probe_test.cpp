#include "app/frame/probe.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "tests/support/temporary_folder.hpp"

namespace rekindle::app::probe_test {
namespace {

using tests::TemporaryFolder;

std::string text_of_probe(const std::filesystem::path& file) {
    std::ifstream read(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(read), {}};
}

Controls only_control(const char* name, const Rect& rect) {
    Controls controls;
    controls.begin_frame();
    controls.add({.name = name, .rect = rect, .state = "-"});
    controls.end_frame(0);
    return controls;
}

}  // namespace

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

TEST_CASE("probe: a frame is told by its number and by what is still to come") {
    CHECK(probe_line({1280, 800, 17, Rest::busy, 4}) == "frame 0 0 1280 800 17,busy,4\n");
    CHECK(probe_line({900, 700, 18, Rest::waits}) == "frame 0 0 900 700 18,waits,0\n");
    CHECK(probe_line({900, 700, 18, Rest::rests}) == "frame 0 0 900 700 18,rests,0\n");
}

TEST_CASE("probe: the file has the controls and the frame, and is one that a probe may replace") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "probe";
    const Controls controls = only_control("nav.help", {12, 530, 183, 44});
    Probe probe(file, true);
    probe.tell(controls, {1280, 800, 3, Rest::waits, 6});
    CHECK(text_of_probe(file) == "nav.help 12 530 183 44 -\nframe 0 0 1280 800 3,waits,6\n");
    probe.tell(Rest::rests);
    CHECK(text_of_probe(file) == "nav.help 12 530 183 44 -\nframe 0 0 1280 800 3,rests,6\n");
    CHECK(check_probe(file, {}));
}

TEST_CASE("probe: who does not ask for frames is told of the controls alone") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "probe";
    const Controls controls = only_control("nav.help", {12, 530, 183, 44});
    Probe probe(file, false);
    probe.tell(controls, {1280, 800, 3, Rest::waits, 6});
    CHECK(text_of_probe(file) == "nav.help 12 530 183 44 -\n");
    std::filesystem::remove(file);
    probe.tell(controls, {1280, 800, 4, Rest::rests, 6});
    CHECK_FALSE(std::filesystem::exists(file));  // nothing of it has changed
}

TEST_CASE("probe: a file is not touched while all it would say is in it") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "probe";
    Probe probe(file, true);
    probe.tell(Controls{}, {1280, 800, 3, Rest::rests});
    std::filesystem::remove(file);
    probe.tell(Rest::rests);
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("probe: while the neutral page hides all others nothing stands beside it") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "probe";
    const Controls controls = only_control("hidden.page", {0, 0, 90, 20});
    Probe probe(file, true);
    probe.tell(controls, {1280, 800, 3, Rest::busy});
    probe.tell(Rest::rests);
    CHECK(text_of_probe(file) == "hidden.page 0 0 90 20 -\n");
}

}  // namespace rekindle::app::probe_test
