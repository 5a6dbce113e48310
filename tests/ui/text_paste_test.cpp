// Pasting, copying and the menu of a text field, with a clipboard that answers late or not at all.
#include <doctest/doctest.h>

#include "app/frame/event_queue.hpp"
#include "app/widgets/passphrase_field.hpp"
#include "app/widgets/text_field.hpp"
#include "tests/support/single_widget.hpp"
#include "tests/support/slow_clipboard.hpp"

namespace text_paste_test {

namespace {

using namespace rekindle;
using namespace rekindle::app;
using rekindle::tests::Hand;
using rekindle::tests::SingleWidget;
using rekindle::tests::SlowClipboard;

// Two fields whose models are strings.
struct Page {
    std::string text;
    std::string other;
    TextFieldSpec spec{.name = "field"};
    SlowClipboard clipboard;
    SingleWidget page;

    explicit Page(std::string begin = {})
        : text(std::move(begin)), page([this](const Pen& pen) {
              if (auto result = text_field(pen, spec, text); result.changed) text = *result.changed;
              pen.column.skip(40);
              if (auto result = text_field(pen, {.name = "other"}, other); result.changed)
                  other = *result.changed;
          }) {
        page.clipboard = &clipboard;
        page.click("field");
        page.key(Key::end, true);
    }
    void answer(Pasted::Outcome outcome) {
        clipboard.answer = Pasted{outcome};
        page.frame(2);
    }
    void answer(std::string words) {
        clipboard.say(std::move(words));
        page.frame(2);
    }
    const std::string& copied() const { return clipboard.given[0]; }
    const std::string& selected() const { return clipboard.given[1]; }
    void middle_click(std::string_view name) {
        page.hover(name);
        for (const bool down : {true, false}) {
            ImGui::GetIO().MouseDown[ImGuiMouseButton_Middle] = down;
            page.frame();
        }
        page.settle();
    }
};

}  // namespace

TEST_CASE("paste: the text is put in when it comes, behind what stood there") {
    Page page{"one "};
    page.page.key(Key::v, true);
    REQUIRE(page.clipboard.asked == Selection::clipboard);
    CHECK(page.text == "one ");
    page.answer("two");
    CHECK(page.text == "one two");
    page.page.type("!");
    CHECK(page.text == "one two!");
}

TEST_CASE("paste: when no answer comes the field says so, until something is typed much later") {
    Page page;
    page.page.key(Key::v, true);
    page.answer(Pasted::Outcome::no_answer);
    CHECK(page.page.has("field.notice"));
    CHECK(page.page.shows("the other program did not answer"));
    page.page.type("a");
    CHECK(page.page.has("field.notice"));
    page.page.wait(7);
    CHECK(page.page.has("field.notice"));
    page.page.type("b");
    CHECK_FALSE(page.page.has("field.notice"));
    CHECK(page.text == "ab");
}

TEST_CASE("paste: what comes after something was typed goes nowhere, and that is said") {
    Page page;
    page.page.key(Key::v, true);
    page.page.type("x");
    page.answer("late");
    CHECK(page.text == "x");
    CHECK(page.page.shows("it came too late"));
}

TEST_CASE("paste: what comes after the focus went elsewhere goes into neither field") {
    Page page;
    page.page.key(Key::v, true);
    page.page.click("other");
    page.answer("private");
    CHECK(page.text.empty());
    CHECK(page.other.empty());
    page.page.click("field");
    page.answer("private");
    CHECK(page.text.empty());
}

TEST_CASE("paste: what does not fit is refused whole, and how much fits is said") {
    Page page{"abc"};
    page.spec.most_bytes = 300;
    page.page.key(Key::v, true);
    page.answer(std::string(298, 'x'));
    CHECK(page.text == "abc");
    CHECK(page.page.shows("it does not fit. This holds about 300 letters."));
    page.page.key(Key::v, true);
    page.answer(std::string(297, 'x'));
    CHECK(page.text.size() == 300);
    CHECK_FALSE(page.page.shows("it does not fit"));
}

TEST_CASE("text field: typing where there is no more room is said") {
    Page page{"abc"};
    page.spec.most_bytes = 4;
    page.page.type("de");
    CHECK(page.text == "abcd");
    CHECK(page.page.shows("There is no room for more here: it holds about 4 letters."));
}

TEST_CASE("text field: what a field holds is what the journal takes") {
    CHECK(TextFieldSpec{}.most_bytes == most_text);
    CHECK_FALSE(problem_with_text(std::string(most_text, 'x')));
    CHECK(problem_with_text(std::string(most_text + 1, 'x')));
}

TEST_CASE("text field: Shift+Insert, Ctrl+Insert and Shift+Delete are paste, copy and cut") {
    Page page{"one"};
    page.page.key(Key::insert);
    CHECK_FALSE(page.clipboard.asked);
    page.page.key(Key::insert, false, true);
    page.answer(" two");
    CHECK(page.text == "one two");
    page.page.key(Key::a, true);
    page.page.key(Key::insert, true);
    CHECK(page.copied() == "one two");
    page.page.key(Key::del, false, true);
    CHECK(page.text.empty());
    page.page.type("ab");
    page.page.key(Key::home);
    page.page.key(Key::del, false, true);  // nothing is selected: nothing is cut
    CHECK(page.text == "ab");
}

TEST_CASE("text field: what is selected is offered, and a middle click pastes where it clicks") {
    Page page{"one"};
    page.page.key(Key::home, false, true);
    CHECK(page.selected() == "one");
    page.middle_click("other");
    CHECK(page.page.focused() == "other");
    CHECK(page.clipboard.asked == Selection::primary);
    page.answer("one");
    CHECK(page.other == "one");
    CHECK(page.text == "one");
}

TEST_CASE("field menu: a right click opens it, and what cannot be done is not offered") {
    Page page{"one two"};
    page.page.right_click("field");
    CHECK_FALSE(page.page.has("field.menu.cut"));
    CHECK_FALSE(page.page.has("field.menu.copy"));
    CHECK(page.page.has("field.menu.paste"));
    page.page.click("field.menu.select-all");
    CHECK_FALSE(page.page.has("field.menu.paste"));
    page.page.right_click("field");
    CHECK_FALSE(page.page.has("field.menu.select-all"));
    page.page.click("field.menu.cut");
    CHECK(page.text.empty());
    CHECK(page.copied() == "one two");
    page.page.right_click("field");
    page.page.click("field.menu.paste");
    page.answer("three");
    CHECK(page.text == "three");
}

TEST_CASE(
    "field menu: the keyboard opens, walks and closes it, and the field has the focus again") {
    Page page{"one"};
    page.page.key(Key::a, true);
    page.page.key(Key::menu);
    CHECK(page.page.focused() == "field.menu.cut");
    page.page.key(Key::down);
    page.page.key(Key::enter);
    CHECK(page.copied() == "one");
    CHECK(page.page.focused() == "field");
    page.page.key(Key::f10, false, true);
    CHECK(page.page.has("field.menu.paste"));
    page.page.key(Key::escape);
    CHECK_FALSE(page.page.has("field.menu.paste"));
    CHECK(page.page.focused() == "field");
    CHECK(page.text == "one");
}

TEST_CASE("field menu: it stands inside the window at every size") {
    for (const float height : {200.0f, 600.0f}) {
        Page page{"one two"};
        page.page.height = height;
        page.page.settle();
        page.page.right_click("other");
        page.page.settle();
        const Rect last = page.page.control("other.menu.paste").rect;
        CHECK(last.y >= 0);
        CHECK(last.bottom() <= height);
        CHECK(last.right() <= 500);
    }
}

TEST_CASE("field menu: what can only be read offers to copy, not to change") {
    Page page{"kept"};
    page.spec.enabled = false;
    page.page.key(Key::a, true);
    page.page.right_click("field");
    CHECK(page.page.has("field.menu.copy"));
    CHECK_FALSE(page.page.has("field.menu.cut"));
    CHECK_FALSE(page.page.has("field.menu.paste"));
}

TEST_CASE("passphrase field: its menu pastes and does nothing else, and nothing is cut short") {
    PassphraseUi ui;
    SlowClipboard clipboard;
    SingleWidget page{[&](const Pen& pen) {
        passphrase_field(pen, {.name = "pass", .label = "Passphrase"}, ui);
    }};
    page.clipboard = &clipboard;
    page.click("pass");
    page.type("ab");
    page.key(Key::a, true);
    page.right_click("pass");
    CHECK_FALSE(page.has("pass.menu.copy"));
    CHECK_FALSE(page.has("pass.menu.cut"));
    page.click("pass.menu.paste");
    clipboard.say("calm river\nand more");
    page.frame(2);
    CHECK(ui.text.view() == "calm river");
    page.key(Key::insert, false, true);
    clipboard.say(std::string(2000, 'x'));
    page.frame(2);
    CHECK(ui.text.view() == "calm river");
    CHECK(page.shows("it does not fit"));
    CHECK(clipboard.given[0].empty());
    CHECK(clipboard.given[1].empty());
}

TEST_CASE("event queue: what is typed after a paste waits for it, hiding and locking do not") {
    Frame face;
    SlowClipboard clipboard;
    face.clipboard = &clipboard;
    EventQueue queue;
    const auto feed = [&] {
        face.input.events.clear();
        queue.feed(face);
        return face.input.events.size();
    };
    clipboard.ask(Selection::clipboard);
    queue.add(Typed{U'a'});
    CHECK(queue.waits(face));
    CHECK(feed() == 0);
    clipboard.say("pasted");
    CHECK_FALSE(queue.waits(face));
    CHECK(feed() == 1);
    clipboard.answer.reset();
    queue.add(Typed{U'a'});
    queue.add(KeyPress{.key = Key::l, .ctrl = true});
    CHECK(feed() == 1);
}

}  // namespace text_paste_test
