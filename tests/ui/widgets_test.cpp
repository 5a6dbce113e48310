#include <doctest/doctest.h>

#include <optional>

#include "app/widgets/button.hpp"
#include "app/widgets/slider.hpp"
#include "app/widgets/text.hpp"
#include "tests/support/single_widget.hpp"

namespace widgets_test {

namespace {

using namespace rekindle;
using namespace rekindle::app;
using rekindle::tests::SingleWidget;

// A slider whose model is a value that may be none.
struct Rating {
    std::optional<int> value;
    int changes = 0;
    SliderSpec spec{.name = "mood", .label = "Mood", .low = "low", .high = "high"};
    SingleWidget page;

    explicit Rating(std::optional<int> begin = std::nullopt)
        : value(begin), page([this](const Pen& pen) {
              if (const auto change = slider(pen, spec, value)) {
                  value = change->value;
                  ++changes;
              }
          }) {}
    void click_at_share(float share) {
        const Rect track = page.control("mood").rect;
        page.click_at({track.x + track.w * share, track.centre().y});
    }
};

}  // namespace

TEST_CASE("slider: unanswered says so and shows no number") {
    Rating rating;
    CHECK(rating.page.state("mood") == "value=none");
    CHECK_FALSE(rating.page.shows("5"));
    CHECK(rating.page.shows("low high"));
}

TEST_CASE("slider: a click answers it with the value at that place, both ends exactly") {
    Rating rating;
    rating.click_at_share(0);
    CHECK(rating.value == 0);
    CHECK(rating.page.state("mood") == "value=0");
    rating.click_at_share(1);
    CHECK(rating.value == 10);
    rating.click_at_share(0.6f);
    CHECK(rating.value == 6);
    rating.click_at_share(0.33f);
    CHECK(rating.value == 3);
    CHECK(rating.page.shows("3"));
}

TEST_CASE("slider: the track that is reported is the one that is drawn, end to end") {
    Rating rating;
    const Rect track = rating.page.control("mood").rect;
    CHECK(track.x == doctest::Approx(20 + 118));
    CHECK(track.w > 100);
    for (int value = 0; value <= 10; ++value) {
        rating.click_at_share(static_cast<float>(value) / 10);
        CHECK(rating.value == value);
    }
}

TEST_CASE("slider: dragging passes the values between and stays inside the scale") {
    Rating rating;
    rating.page.drag("mood", 0.2f, 0.9f);
    CHECK(rating.value == 9);
    CHECK(rating.changes > 2);
    const Rect track = rating.page.control("mood").rect;
    rating.page.drag_from(track.centre(), {track.right() + 60, track.centre().y});
    CHECK(rating.value == 10);
    rating.page.drag_from(track.centre(), {track.x - 60, track.centre().y});
    CHECK(rating.value == 0);
}

TEST_CASE("slider: arrows step by one, Home and End go to the ends, digits say the value") {
    Rating rating{4};
    rating.page.key(Key::tab);
    REQUIRE(rating.page.focused() == "mood");
    rating.page.key(Key::right);
    CHECK(rating.value == 5);
    rating.page.key(Key::left);
    rating.page.key(Key::left);
    CHECK(rating.value == 3);
    rating.page.key(Key::end);
    rating.page.key(Key::right);
    CHECK(rating.value == 10);
    rating.page.key(Key::home);
    rating.page.key(Key::left);
    CHECK(rating.value == 0);
    rating.page.type("7");
    CHECK(rating.value == 7);
}

TEST_CASE("slider: Delete and a right click empty it again") {
    Rating rating{4};
    rating.page.key(Key::tab);
    rating.page.key(Key::del);
    CHECK_FALSE(rating.value);
    rating.click_at_share(0.5f);
    CHECK(rating.value == 5);
    rating.page.right_click("mood");
    CHECK_FALSE(rating.value);
    CHECK(rating.page.state("mood") == "value=none");
}

TEST_CASE("slider: what cannot be changed takes no click and is no control") {
    Rating rating{4};
    const Rect track = rating.page.control("mood").rect;
    rating.spec.enabled = false;
    rating.page.settle();
    CHECK_FALSE(rating.page.has("mood"));
    rating.page.click_at(track.centre());
    CHECK(rating.value == 4);
    CHECK(rating.changes == 0);
}

TEST_CASE("buttons: a click, Enter and Space press them once each") {
    int pressed = 0;
    SingleWidget page{[&](const Pen& pen) {
        const Rect row = pen.column.take(50);
        if (button(pen.canvas, row.x, row.y, {.name = "save", .label = "Save"})) ++pressed;
    }};
    page.click("save");
    CHECK(pressed == 1);
    page.key(Key::enter);
    CHECK(pressed == 2);
    page.key(Key::space);
    CHECK(pressed == 3);
    page.key(Key::escape);
    CHECK(pressed == 3);
}

TEST_CASE("buttons: pressed here and let go beside it is no press") {
    int pressed = 0;
    SingleWidget page{[&](const Pen& pen) {
        const Rect row = pen.column.take(50);
        if (button(pen.canvas, row.x, row.y, {.name = "save", .label = "Save"})) ++pressed;
    }};
    page.drag_from(page.control("save").rect.centre(), {300, 300});
    CHECK(pressed == 0);
}

TEST_CASE("chips: say whether they are chosen and are at least 32 high to the mouse") {
    bool chosen = false;
    SingleWidget page{[&](const Pen& pen) {
        const Rect row = pen.column.take(50);
        if (chip(pen.canvas, row.x, row.y, {.name = "c", .label = "Setback", .selected = chosen}))
            chosen = !chosen;
    }};
    CHECK(page.state("c") == "-");
    page.click("c");
    CHECK(chosen);
    CHECK(page.state("c") == "checked");
    CHECK(page.control("c").rect.h >= 32);
}

TEST_CASE("tick boxes: the label presses too, and a long one wraps") {
    bool ticked = false;
    const std::string label = "Agree what happens if a line is crossed, and say it aloud together";
    SingleWidget page{[&](const Pen& pen) {
                          if (tick_box(pen, "box", label, ticked)) ticked = !ticked;
                      },
                      200};
    CHECK(page.control("box").rect.h > 50);
    CHECK(page.shows(label));
    page.click("box");
    CHECK(ticked);
    CHECK(page.state("box") == "checked");
}

TEST_CASE("controls: Tab walks in the order they stand and around both ends") {
    bool second = true;
    SingleWidget page{[&](const Pen& pen) {
        for (const char* name : {"a", "b", "c"}) {
            const Rect row = pen.column.take(50);
            if (second || *name != 'b')
                button(pen.canvas, row.x, row.y, {.name = name, .label = name});
        }
    }};
    for (const char* name : {"a", "b", "c", "a"}) {
        page.key(Key::tab);
        CHECK(page.focused() == name);
    }
    page.key(Key::tab, false, true);
    CHECK(page.focused() == "c");
    page.key(Key::tab, false, true);
    CHECK(page.focused() == "b");
    second = false;  // what has the focus goes away: the walk goes on from its place
    page.settle();
    page.key(Key::tab);
    CHECK(page.focused() == "c");
}

TEST_CASE("controls: Tab brings what is scrolled away into view") {
    SingleWidget page{[&](const Pen& pen) {
        for (int i = 0; i < 40; ++i) {
            const Rect row = pen.column.take(50);
            button(pen.canvas, row.x, row.y, {.name = "b" + std::to_string(i), .label = "press"});
        }
    }};
    CHECK_FALSE(page.control("b30").visible);
    for (int i = 0; i <= 30; ++i) page.key(Key::tab);
    page.settle();
    CHECK(page.focused() == "b30");
    CHECK(page.control("b30").visible);
}

TEST_CASE("text: what is cut ends in an ellipsis and stays inside its width") {
    SingleWidget page{[&](const Pen& pen) {
        draw_text_cut(pen.canvas, {pen.column.x, pen.column.y}, 100, Type::body, Colour::ink,
                      "a long title that has no room");
    }};
    REQUIRE(page.drawn.size() == 1);
    CHECK(page.drawn[0].text.ends_with("…"));
    CHECK(page.drawn[0].rect.w <= 100);
}

}  // namespace widgets_test
