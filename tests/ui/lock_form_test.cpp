// The form that sets a passphrase: what does not fit is said beside the fields, while one types.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <tuple>

#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"

namespace rekindle::tests::lock_form_test {
namespace {

using app::Key;

constexpr const char* differ = "The two are not the same.";

HeadlessSetup settings_at(float width, float height, float scale) {
    HeadlessSetup setup;
    setup.content = shipped_content();
    setup.width = width;
    setup.height = height;
    setup.scale = scale;
    setup.page = app::Page::settings;
    return setup;
}

// Settings with the form open, as by a press.
struct Form : Headless {
    Form(float width, float height, float scale) : Headless(settings_at(width, height, scale)) {
        for (int i = 0; i < 100 && focused() != "settings.lock.set"; ++i) key(Key::tab);
        key(Key::enter);
        REQUIRE(focused() == "settings.lock.next");
    }
};

// All of the sentence can be seen, in as many lines as it takes.
bool is_in_sight(const Headless& screen, const std::string& sentence) {
    std::string seen;
    for (const auto& piece : screen.drawn)
        if (piece.rect.y >= piece.clip.y && piece.rect.bottom() <= piece.clip.bottom())
            seen += piece.text + ' ';
    return seen.find(sentence) != std::string::npos;
}

}  // namespace

TEST_CASE("lock form: that the two differ is said at once, in sight at every size") {
    for (const auto& [width, height, scale] :
         {std::tuple{1280.0f, 800.0f, 1.0f}, std::tuple{960.0f, 600.0f, 1.0f},
          std::tuple{960.0f, 600.0f, 2.0f}, std::tuple{640.0f, 480.0f, 2.0f}}) {
        const std::string shown = fmt::format("{}x{} @{}", width, height, scale);
        CAPTURE(shown);
        Form screen(width, height, scale);
        screen.type("calm river seven\n");
        REQUIRE(screen.focused() == "settings.lock.again");
        CHECK_FALSE(screen.shows(differ));
        screen.type("calm r");
        CHECK_FALSE(screen.shows(differ));  // it may still become the same
        const app::Rect field = screen.control("settings.lock.again").rect;
        screen.type("u");
        CHECK(is_in_sight(screen, differ));
        CHECK(screen.control("settings.lock.again").rect == field);
        CHECK(screen.control("settings.lock.again").visible);
        screen.key(Key::backspace);
        CHECK_FALSE(screen.shows(differ));
        screen.type("iver seven");
        CHECK_FALSE(screen.shows(differ));
        // A change of the first is a difference, too.
        screen.key_with_shift(Key::tab);
        screen.type("s");
        if (height >= 600) CHECK(screen.shows(differ));  // there is room for both fields
    }
}

TEST_CASE("lock form: whoever leaves it is where it was opened") {
    Form screen(1280, 800, 1);
    for (int i = 0; i < 10 && screen.focused() != "settings.lock.leave"; ++i) screen.key(Key::tab);
    screen.key(Key::enter);
    CHECK(screen.focused() == "settings.lock.set");
    CHECK(screen.control("settings.lock.set").visible);
}

TEST_CASE("lock form: half of it left is no longer on its way to be the same") {
    Form screen(1280, 800, 1);
    screen.type("calm river seven\ncalm");
    CHECK_FALSE(screen.shows(differ));
    screen.key(Key::tab);
    CHECK(screen.shows(differ));
}

TEST_CASE("lock form: too short is said once the field is left") {
    Form screen(960, 600, 1);
    screen.type("calm");
    CHECK_FALSE(screen.shows("It needs 8 characters or more."));
    screen.key(Key::tab);
    CHECK(is_in_sight(screen, "It needs 8 characters or more."));
    screen.key_with_shift(Key::tab);
    screen.type(" river é");
    screen.key(Key::tab);
    CHECK_FALSE(screen.shows("It needs 8 characters or more."));
}

}  // namespace rekindle::tests::lock_form_test
