#include "tests/ui/soak/restless_hand.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <vector>

#include "app/screens/pages.hpp"

namespace rekindle::tests {
namespace {

using app::Key;

constexpr std::array keys{Key::left,    Key::right,   Key::up,        Key::down,      Key::home,
                          Key::end,     Key::page_up, Key::page_down, Key::enter,     Key::escape,
                          Key::tab,     Key::tab,     Key::space,     Key::backspace, Key::del,
                          Key::a,       Key::c,       Key::v,         Key::x,         Key::y,
                          Key::z,       Key::z,       Key::digit_0,   Key::digit_1,   Key::digit_2,
                          Key::digit_3, Key::digit_4, Key::plus,      Key::minus};

// What people type, and what has broken programs that were not asked.
constexpr std::array texts{
    "We walked to the river.",
    "7",
    "20:15",
    "e\u0301\u0302 a\u0308\u0323 o\u0331\u0331\u0331",
    "\u05E9\u05DC\u05D5\u05DD \u202E back \u202C and \u0645\u0631\u062D\u0628\u0627",
    "\U0001F468\u200D\U0001F469\u200D\U0001F467 \U0001F1EB\U0001F1F7 \U0001F44D\U0001F3FD",
    "\u0928\u092E\u0938\u094D\u0924\u0947 \u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35 \u65E5\u672C",
    "'''\n\"\"\"\n''",
    "#: end 3 sum=0123456789abcdef\n",
    "\nmood = 10\n[[checkin]]\n",
    "\\u0000 \\ \" ' = [ ] { } , # % ~",
    "\t\u00A0\u2003\u200B\uFEFF\u2028\u2029\uFFFD",
    "=1+1",
    "<b>&amp;</b>",
    "../../etc",
    "a",
    " ",
    "\n",
    "Donaudampfschifffahrtsgesellschaftskapit\u00E4nswitwe"};

// What may be on the clipboard, of which nobody promised that it is text.
constexpr std::array rubbish{"\xFF\xFE\x80 cut", "\xED\xA0\x80 half a pair",
                             "\xC0\xAF",         "\r\n\r\n",
                             "a\rb\r\nc",        "\x1B[31mred\x1B[0m\x07\x08"};

}  // namespace

ImVec2 RestlessHand::anywhere() {
    const auto& surface = desk_.surface();
    return {share() * surface.width, share() * surface.height};
}

ImVec2 RestlessHand::within(const app::Rect& rect) {
    return {rect.x + share() * rect.w, rect.y + share() * rect.h};
}

const app::Control* RestlessHand::some_control() {
    std::vector<const app::Control*> seen;
    for (const app::Control& control : desk_.controls().all())
        if (control.visible) seen.push_back(&control);
    if (seen.empty()) return nullptr;
    return seen[static_cast<std::size_t>(up_to(static_cast<int>(seen.size()) - 1))];
}

std::string RestlessHand::some_text() {
    return texts[static_cast<std::size_t>(up_to(static_cast<int>(texts.size()) - 1))];
}

std::string RestlessHand::long_text() {
    std::string text;
    const std::size_t enough = static_cast<std::size_t>(up_to(20'000));
    while (text.size() < enough) text += some_text() + (one_in(12) ? "\n" : " ");
    return text;
}

void RestlessHand::click_something() {
    const app::Control* control = one_in(8) ? nullptr : some_control();
    const ImVec2 point = control ? within(control->rect) : anywhere();
    doing("a click on " + (control ? control->name : std::string("anything")));
    if (!one_in(12)) {
        desk_.click_at(point, one_in(10) ? 2 : 1);
        return;
    }
    desk_.move_to(point);
    const int button = 1 + up_to(1);
    ImGui::GetIO().MouseDown[button] = true;
    desk_.frame();
    ImGui::GetIO().MouseDown[button] = false;
    desk_.settle();
}

void RestlessHand::drag_something() {
    const app::Control* control = some_control();
    const ImVec2 from = control ? within(control->rect) : anywhere();
    const ImVec2 to = one_in(2) && control ? within(control->rect) : anywhere();
    doing("a drag from " + (control ? control->name : std::string("anywhere")));
    desk_.drag_from(from, to);
}

void RestlessHand::press_some_key() {
    const Key key = keys[static_cast<std::size_t>(up_to(static_cast<int>(keys.size()) - 1))];
    const bool ctrl = one_in(3);
    const bool shift = one_in(4);
    doing(fmt::format("key {}{}{}", static_cast<int>(key), ctrl ? " Ctrl" : "",
                      shift ? " Shift" : ""));
    desk_.keys().shift = shift;
    desk_.key(key, ctrl, shift);
    desk_.keys().shift = false;
}

void RestlessHand::type_something() {
    if (one_in(2)) click_something();
    const std::string text = some_text();
    doing("typing");
    if (one_in(2))
        desk_.type_at_once(text);
    else
        desk_.type(text.substr(0, text.find(' ')));
}

void RestlessHand::paste_something() {
    if (one_in(2)) click_something();
    const int which = up_to(3);
    doing("a paste");
    if (which == 0)
        Hand::set_clipboard(
            rubbish[static_cast<std::size_t>(up_to(static_cast<int>(rubbish.size()) - 1))]);
    else if (which == 1)
        Hand::set_clipboard(long_text());
    desk_.key(Key::v, true);
}

void RestlessHand::turn_the_wheel() {
    desk_.move_to(anywhere());
    doing("the wheel");
    desk_.wheel(static_cast<float>(up_to(40) - 20));
}

void RestlessHand::change_the_window() {
    constexpr std::array scales{0.75f, 1.0f, 1.0f, 1.25f, 1.5f, 2.0f, 3.0f};
    const float scale =
        scales[static_cast<std::size_t>(up_to(static_cast<int>(scales.size()) - 1))];
    const float width = 640 + share() * (2560 - 640);
    const float height = 480 + share() * (1600 - 480);
    doing(fmt::format("a window of {:.0f}x{:.0f} at {}", width, height, scale));
    desk_.resize(width, height, scale);
}

void RestlessHand::change_how_it_looks() {
    constexpr std::array themes{"paper", "evening", "contrast"};
    doing("another theme or size of text");
    if (one_in(3))
        desk_.session().act(app::ScaleText{one_in(2) ? 0 : 0.8 + 0.4 * share()});
    else
        desk_.session().act(app::UseTheme{themes[static_cast<std::size_t>(up_to(2))]});
    desk_.settle();
}

void RestlessHand::go_elsewhere() {
    const auto& people = desk_.journal().profile->people;
    if (one_in(3)) {
        doing("another person");
        desk_.session().act(app::SwitchPerson{
            people[static_cast<std::size_t>(up_to(static_cast<int>(people.size()) - 1))].id});
    } else {
        doing("another page");
        desk_.session().act(app::GoTo{
            app::pages[static_cast<std::size_t>(up_to(static_cast<int>(app::pages.size()) - 1))]
                .page});
    }
    desk_.settle();
}

void RestlessHand::go_on(int page) {
    desk_.session().act(
        app::GoTo{app::pages[static_cast<std::size_t>(page) % app::pages.size()].page});
    desk_.settle();
}

void RestlessHand::let_time_pass() {
    doing("time");
    desk_.let_pass(one_in(5) ? up_to(3 * 24 * 60) : up_to(30));
    desk_.wait(one_in(3) ? 5.0 : 0.3);
    if (one_in(4)) desk_.session().focus_lost();
    desk_.settle();
}

void RestlessHand::hide_or_come_back() {
    doing("the sign to hide");
    desk_.wait(3);
    desk_.sign_to_hide();
}

void RestlessHand::do_something() {
    if (desk_.is_hidden() && one_in(2)) return hide_or_come_back();
    const int thrown = up_to(99);
    if (thrown < 42) return click_something();
    if (thrown < 49) return drag_something();
    if (thrown < 66) return press_some_key();
    if (thrown < 76) return type_something();
    if (thrown < 79) return paste_something();
    if (thrown < 86) return turn_the_wheel();
    if (thrown < 89) return change_the_window();
    if (thrown < 92) return change_how_it_looks();
    if (thrown < 95) return go_elsewhere();
    if (thrown < 99) return let_time_pass();
    hide_or_come_back();
}

}  // namespace rekindle::tests
