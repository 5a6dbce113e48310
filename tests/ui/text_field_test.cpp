#include "app/widgets/text_field.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "app/widgets/text.hpp"
#include "tests/support/single_widget.hpp"

namespace text_field_test {

namespace {

using namespace rekindle;
using namespace rekindle::app;
using rekindle::tests::Hand;
using rekindle::tests::SingleWidget;

// A field whose model is a string, as a screen would have it.
struct Field {
    std::string text;
    TextFieldSpec spec{.name = "field", .hint = "Write here"};
    int changes = 0;
    int confirmed = 0;
    bool focused = false;
    SingleWidget page;

    explicit Field(std::string begin = {}, float width = 400)
        : text(std::move(begin)), page([this](const Pen& pen) { draw(pen); }, width) {}

    void draw(const Pen& pen) {
        const TextFieldResult result = text_field(pen, spec, text);
        if (result.changed) {
            text = *result.changed;
            ++changes;
        }
        confirmed += result.confirmed ? 1 : 0;
        focused = result.focused;
    }
    TextFieldMemory& memory() { return page.fields.memory.find("field")->second; }
    std::string selected() {
        const auto& m = memory();
        return text.substr(std::min(m.caret, m.anchor),
                           std::max(m.caret, m.anchor) - std::min(m.caret, m.anchor));
    }
    // A point in the middle of the character at `column` of a line, letters being about so wide.
    ImVec2 point_at(float x, int line = 0) {
        const Rect box = page.control("field").rect;
        return {box.x + 14 + x, box.y + 10 + 23.0f * (static_cast<float>(line) + 0.5f)};
    }
};

const std::string long_text =
    "We sat down after dinner and I asked the question I had been putting off. It was answered "
    "without getting defensive. I was shaking, but I slept.";

}  // namespace

TEST_CASE("text field: what is typed is in the text, accents and emoji included") {
    Field field;
    field.page.click("field");
    CHECK(field.focused);
    field.page.type("Grüße, ça va — \U0001F600 你好");
    CHECK(field.text == "Grüße, ça va — \U0001F600 你好");
    CHECK(field.page.shows("Grüße, ça va"));
    CHECK(field.page.state("field") == "focused");
}

TEST_CASE("text field: without the focus it takes no key") {
    Field field{"calm"};
    field.page.type("storm");
    field.page.key(Key::del);
    CHECK(field.text == "calm");
    CHECK(field.changes == 0);
}

TEST_CASE("text field: an empty field says what it is for until something is written") {
    Field field;
    CHECK(field.page.shows("Write here"));
    field.page.click("field");
    field.page.type("x");
    CHECK_FALSE(field.page.shows("Write here"));
}

TEST_CASE("text field: long text wraps and grows the field, and no line break is stored") {
    Field field;
    const float before = field.page.control("field").rect.h;
    field.page.click("field");
    field.page.type_at_once(long_text);
    CHECK(field.text == long_text);
    CHECK(field.page.control("field").rect.h > before);
    CHECK(field.page.drawn.size() >= 4);
    for (const auto& line : field.page.drawn)
        CHECK(line.rect.right() <= field.page.control("field").rect.right() - 13);
    CHECK(field.page.shows(long_text));
}

TEST_CASE("text field: a word wider than the field is broken and nothing of it is lost") {
    Field field;
    field.page.click("field");
    const std::string word(300, 'w');
    field.page.type_at_once(word);
    CHECK(field.text == word);
    std::string shown;
    for (const auto& line : field.page.drawn) {
        shown += line.text;
        CHECK(line.rect.right() <= field.page.control("field").rect.right());
    }
    CHECK(shown == word);
}

TEST_CASE("text field: Enter breaks the line; in a single line it confirms") {
    Field field;
    field.page.click("field");
    field.page.type("one\ntwo");
    CHECK(field.text == "one\ntwo");
    field.spec.single_line = true;
    field.page.key(Key::enter);
    CHECK(field.text == "one\ntwo");
    CHECK(field.confirmed == 1);
}

TEST_CASE("text field: Esc leaves the field and takes nothing away") {
    Field field{"before"};
    field.page.click("field");
    field.page.key(Key::end);
    field.page.type(" and after");
    field.page.key(Key::escape);
    CHECK_FALSE(field.focused);
    CHECK(field.text == "before and after");
    CHECK(field.page.shows("before and after"));
}

TEST_CASE("text field: a selection is replaced by what is typed") {
    Field field{"one two three"};
    field.page.click("field");
    field.page.key(Key::home, true);
    field.page.key(Key::right, true, true);
    CHECK(field.selected() == "one");
    field.page.type("1");
    CHECK(field.text == "1 two three");
    field.page.key(Key::a, true);
    field.page.key(Key::backspace);
    CHECK(field.text.empty());
}

TEST_CASE("text field: Backspace takes what the eye sees as one character") {
    Field field{"ae\u0301\U0001F468\u200D\U0001F469\u200D\U0001F467"};
    field.page.click("field");
    field.page.key(Key::end, true);
    field.page.key(Key::backspace);
    CHECK(field.text == "ae\u0301");
    field.page.key(Key::backspace);
    CHECK(field.text == "a");
    field.page.key(Key::home);
    field.page.key(Key::del);
    CHECK(field.text.empty());
    field.page.key(Key::backspace);
    CHECK(field.text.empty());
}

TEST_CASE("text field: Ctrl with arrows, Backspace and Delete goes by words") {
    Field field{"we talked about it"};
    field.page.click("field");
    field.page.key(Key::end, true);
    field.page.key(Key::backspace, true);
    CHECK(field.text == "we talked about ");
    field.page.key(Key::left, true);
    field.page.key(Key::left, true);
    CHECK(field.memory().caret == 3);
    field.page.key(Key::del, true);
    CHECK(field.text == "we  about ");
}

TEST_CASE("text field: Up and Down keep their column over a short line") {
    Field field{"long first line\nx\nlong third line"};
    field.page.click("field");
    field.page.key(Key::home, true);
    for (int i = 0; i < 10; ++i) field.page.key(Key::right);
    field.page.key(Key::down);
    CHECK(field.memory().caret == 17);
    field.page.key(Key::down);
    CHECK(std::abs(static_cast<int>(field.memory().caret) - 28) <= 1);
    field.page.key(Key::down);
    CHECK(field.memory().caret == field.text.size());
    field.page.key(Key::up);
    field.page.key(Key::up);
    field.page.key(Key::up);
    CHECK(field.memory().caret == 0);
}

TEST_CASE("text field: Home and End go to the ends of a wrapped line") {
    Field field{long_text};
    field.page.click("field");
    field.page.key(Key::home, true);
    field.page.key(Key::end);
    const std::size_t second = field.memory().starts.at(1);
    CHECK(field.memory().caret == second);
    CHECK(field.memory().at_line_end);
    field.page.key(Key::home);
    CHECK(field.memory().caret == 0);
    field.page.key(Key::down);
    field.page.key(Key::home);
    CHECK(field.memory().caret == second);
    CHECK_FALSE(field.memory().at_line_end);
}

TEST_CASE("text field: copy, cut and paste go through the clipboard") {
    Field field{"one two"};
    field.page.click("field");
    field.page.key(Key::a, true);
    field.page.key(Key::c, true);
    CHECK(Hand::clipboard() == "one two");
    CHECK(field.page.fields.copied == "one two");
    field.page.key(Key::x, true);
    CHECK(field.text.empty());
    field.page.key(Key::v, true);
    field.page.key(Key::v, true);
    CHECK(field.text == "one twoone two");
}

TEST_CASE("text field: copying nothing leaves the clipboard alone") {
    Field field{"one"};
    Hand::set_clipboard("from elsewhere");
    field.page.click("field");
    field.page.key(Key::c, true);
    field.page.key(Key::x, true);
    CHECK(Hand::clipboard() == "from elsewhere");
    CHECK(field.text == "one");
}

TEST_CASE("text field: what is pasted is cleaned") {
    Field field;
    field.page.click("field");
    Hand::set_clipboard("a\r\nb\x1b[1m\x01 c");
    field.page.key(Key::v, true);
    CHECK(field.text == "a\nb[1m c");
    field.page.key(Key::a, true);
    field.spec.single_line = true;
    Hand::set_clipboard("two\nlines\n");
    field.page.key(Key::v, true);
    CHECK(field.text == "two lines");
}

TEST_CASE("text field: no more than the most bytes is taken in, and never half a character") {
    Field field;
    field.spec.most_bytes = 5;
    field.page.click("field");
    field.page.type_at_once("aöööö");
    CHECK(field.text == "aöö");
}

TEST_CASE("text field: a click puts the caret there, a double click takes the word") {
    Field field{"friendly words here"};
    field.page.click_at(field.point_at(300));
    CHECK(field.memory().caret == field.text.size());
    field.page.click_at(field.point_at(1));
    CHECK(field.memory().caret == 0);
    field.page.click_at(field.point_at(20), 2);
    CHECK(field.selected() == "friendly");
    field.page.click_at(field.point_at(20), 3);
    CHECK(field.selected() == field.text);
}

TEST_CASE("text field: dragging selects, over wrapped lines too") {
    Field field{long_text};
    field.page.drag_from(field.point_at(0.5f), field.point_at(2000, 1));
    const std::size_t third = field.memory().starts.at(2);
    CHECK(field.selected() == long_text.substr(0, third));
    field.page.type("x");
    CHECK(field.text == "x" + long_text.substr(third));
}

TEST_CASE("text field: Shift with a click widens the selection") {
    Field field{"one two three"};
    field.page.click_at(field.point_at(0.5f));
    field.page.keys().shift = true;
    field.page.click_at(field.point_at(300));
    field.page.keys().shift = false;
    CHECK(field.selected() == field.text);
}

TEST_CASE("text field: text that changes under it puts the caret behind the change") {
    Field field{"one two"};
    field.page.click("field");
    field.page.key(Key::end);
    field.page.type(" three");
    field.text = "one two";  // as an undo would do it
    field.page.frame();
    CHECK(field.memory().caret == 7);
    field.page.type("!");
    CHECK(field.text == "one two!");
    field.text = "";
    field.page.frame();
    field.page.type("new");
    CHECK(field.text == "new");
}

TEST_CASE("text field: what can only be read can be selected and copied, not changed") {
    Field field{"kept words"};
    field.spec.enabled = false;
    field.page.click("field");
    field.page.type("x\n");
    field.page.key(Key::backspace);
    field.page.key(Key::a, true);
    field.page.key(Key::x, true);
    Hand::set_clipboard("y");
    field.page.key(Key::v, true);
    CHECK(field.text == "kept words");
    CHECK(field.changes == 0);
    field.page.key(Key::a, true);
    field.page.key(Key::c, true);
    CHECK(Hand::clipboard() == "kept words");
}

TEST_CASE("text field: the caret blinks twice a second and stands still after half a minute") {
    Field field;
    CHECK_FALSE(field.page.next_frame);
    field.page.click("field");
    REQUIRE(field.page.next_frame);
    CHECK(*field.page.next_frame > field.page.seconds());
    CHECK(*field.page.next_frame <= field.page.seconds() + 0.5);
    field.page.wait(31);
    CHECK_FALSE(field.page.next_frame);
    field.page.type("x");
    CHECK(field.page.next_frame);
}

TEST_CASE("text field: the page follows the caret") {
    Field field;
    field.page.click("field");
    field.page.type_at_once(std::string(60, '\n') + "end");
    CHECK(field.page.scrolled > 500);
    CHECK(field.page.shows("end"));
    field.page.key(Key::home, true);
    CHECK(field.page.scrolled < 40);
}

TEST_CASE("text field: dragging below the window pulls the page along") {
    std::string lines;
    for (int i = 0; i < 80; ++i) lines += "line\n";
    Field field{lines};
    field.page.move_to(field.point_at(1, 2));
    field.page.press();
    field.page.move_to({100, 640});
    field.page.frame(30);
    CHECK(field.page.scrolled > 100);
    REQUIRE(field.page.next_frame);  // goes on by itself
    field.page.release();
    CHECK(field.selected().size() > 100);
}

TEST_CASE("text field: twenty thousand characters keep their place and stay quick") {
    std::string text;
    while (text.size() < 20000) text += "All of this was said, and some of it was heard. ";
    Field field{text};
    field.page.click_at(field.point_at(5));
    field.page.key(Key::end, true);
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 10; ++i) {
        field.page.keys().events.push_back(Typed{U'x'});
        field.page.frame();
    }
    const std::chrono::duration<double, std::milli> each =
        (std::chrono::steady_clock::now() - begin) / 10;
    CHECK(field.text == text + "xxxxxxxxxx");
    MESSAGE("one edit of 20,000 characters: ", each.count(), " ms (with sanitizers)");
    CHECK(each.count() < 250);            // generous: a loaded machine, no optimisation, sanitizers
    CHECK(field.page.drawn.size() < 40);  // only what can be seen is drawn
}

TEST_CASE("text field: wrapped lines hold every byte exactly once") {
    const std::string mixed = "a b-c  \n\n" + long_text + " 漢字かな、交じり文。 " +
                              std::string(200, 'm') + "\xff\xfe ß\n";
    SingleWidget page{[&](const Pen& pen) {
        for (float width : {1.0f, 40.0f, 200.0f, 5000.0f}) {
            const auto starts = line_starts(pen.canvas, Type::body, mixed, width);
            REQUIRE(starts.front() == 0);
            for (std::size_t i = 1; i < starts.size(); ++i) REQUIRE(starts[i] > starts[i - 1]);
            REQUIRE(starts.back() == mixed.size());
        }
        CHECK(line_starts(pen.canvas, Type::body, "", 10).size() == 1);
        CHECK(line_starts(pen.canvas, Type::body, "a\nb\n", 900).size() == 3);
    }};
}

TEST_CASE("text field: text of any bytes can be walked through and clicked without a crash") {
    Field field{"\xf0\x9f\x98 \xff\xff\n\xe4\xbd\u200D\u0301 \U0001F468\u200D"};
    field.page.click("field");
    for (int i = 0; i < 20; ++i) field.page.key(Key::left, i % 3 == 0, i % 2 == 0);
    for (int i = 0; i < 20; ++i) field.page.key(Key::right, i % 5 == 0, i % 2 == 0);
    const std::size_t before = field.text.size();
    for (int i = 0; i < 20; ++i) field.page.key(Key::backspace);
    CHECK(field.text.size() < before);
    field.page.click_at(field.point_at(30), 2);
    CHECK(field.focused);
}

}  // namespace text_field_test
