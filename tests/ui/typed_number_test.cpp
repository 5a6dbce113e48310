// Numbers typed on a slider: two digits in a row are one number where the scale goes so far.
#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "app/widgets/slider.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/headless.hpp"
#include "tests/support/single_widget.hpp"

namespace rekindle::tests::typed_number_test {
namespace {

using app::Key;

// Two sliders, the first with the focus.
struct Pair {
    std::optional<int> mood;
    std::optional<int> trust;
    SingleWidget page{[this](const app::Pen& pen) {
        if (const auto change = slider(pen, {.name = "mood", .label = "Mood"}, mood))
            mood = change->value;
        if (const auto change = slider(pen, {.name = "trust", .label = "Trust"}, trust))
            trust = change->value;
    }};
    Pair() { page.key(Key::tab); }
};

std::optional<int> after_typing(const char* digits) {
    Pair pair;
    pair.page.type(digits);
    return pair.mood;
}

}  // namespace

TEST_CASE("typed numbers: each digit says its value, and 1 with 0 is ten") {
    for (int digit = 0; digit <= 9; ++digit)
        CHECK(after_typing(std::to_string(digit).c_str()) == digit);
    CHECK(after_typing("10") == 10);
    CHECK(after_typing("15") == 5);
    CHECK(after_typing("05") == 5);
    CHECK(after_typing("00") == 0);
    CHECK(after_typing("20") == 0);
    CHECK(after_typing("110") == 10);
    CHECK(after_typing("100") == 0);
    CHECK(after_typing("1010") == 10);
}

TEST_CASE("typed numbers: both digits within one frame are ten as well") {
    Pair pair;
    pair.page.type_at_once("10");
    CHECK(pair.mood == 10);
}

TEST_CASE("typed numbers: after more than a second a digit begins a number of its own") {
    Pair pair;
    pair.page.type("1");
    pair.page.wait(0.8);
    pair.page.type("0");
    CHECK(pair.mood == 10);
    pair.page.type("1");
    pair.page.wait(1.1);
    pair.page.type("0");
    CHECK(pair.mood == 0);
}

TEST_CASE("typed numbers: what comes between two digits parts them") {
    Pair pair;
    pair.page.type("1");
    pair.page.key(Key::tab);
    pair.page.type("0");
    CHECK(pair.mood == 1);
    CHECK(pair.trust == 0);
    pair.page.type("1");
    pair.page.key(Key::right);
    pair.page.type("0");
    CHECK(pair.trust == 0);
    pair.page.type("1");
    pair.page.key(Key::del);
    CHECK_FALSE(pair.trust);
    pair.page.type("0");
    CHECK(pair.trust == 0);
}

TEST_CASE("typed numbers: Input takes digits out of the queue and leaves the rest, for any scale") {
    app::Input input;
    input.events = {app::Typed{U'4'}, app::Typed{U'x'}, app::Typed{U'2'}};
    CHECK(input.take_number("age", std::nullopt, 99, 1.0) == 42);
    CHECK(input.events == std::vector<app::InputEvent>{app::Typed{U'x'}});
    input.events = {app::Typed{U'7'}};
    CHECK_FALSE(input.take_number("stars", 3, 5, 5.0));  // beyond the scale: nothing is said
    input.events = {app::Typed{U'3'}};
    CHECK(input.take_number("stars", 3, 5, 5.1) == 3);
}

TEST_CASE("typed numbers: one step of undo takes the whole number back") {
    HeadlessSetup setup;
    setup.content = shipped_content();
    setup.journal = journal_of({rated("2026-11-21", 4, 3)});
    Headless screen{std::move(setup)};
    screen.key(Key::tab);
    REQUIRE(screen.focused() == "today.mood");
    screen.type("10");
    CHECK(screen.state("today.mood") == "value=10");
    screen.key_with_ctrl(Key::z);
    CHECK(screen.state("today.mood") == "value=4");
}

TEST_CASE("typed numbers: a card's scales and those of one's own take them too") {
    HeadlessSetup setup;
    setup.content = small_content();
    setup.journal = after({}, AddOwnScale{{.id = "sleep", .title = "Sleep"}}, "2026-11-21");
    Headless screen{std::move(setup)};
    const auto ten = [&](const std::string& name) {
        for (int i = 0; i < 60 && screen.focused() != name; ++i) screen.key(Key::tab);
        REQUIRE(screen.focused() == name);
        screen.type("10");
        CHECK(screen.state(name) == "value=10");
    };
    ten("today.feel.sleep");
    screen.session().act(app::ShowCard{{"steps", "pain"}});
    screen.settle();
    std::string scale;
    for (const app::Control& control : screen.controls().all())
        if (scale.empty() && control.name.starts_with("card.pain.scale.")) scale = control.name;
    REQUIRE_FALSE(scale.empty());
    ten(scale);
}

}  // namespace rekindle::tests::typed_number_test
