#include "tests/support/hand.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "app/widgets/text_places.hpp"

namespace rekindle::tests {
namespace {

constexpr double frame_time = 1.0 / 60;
constexpr int most_frames = 60;
constexpr double longer_than_a_double_click = 1.0;

bool is_seen(const app::Canvas::DrawnText& text) {
    return !text.text.empty() && text.rect.bottom() > text.clip.y &&
           text.rect.y < text.clip.bottom() && text.rect.right() > text.clip.x &&
           text.rect.x < text.clip.right();
}

ImVec2 at_share(const app::Rect& rect, float share) {
    return {rect.x + rect.w * share, rect.centre().y};
}

}  // namespace

void Hand::frame(int count) {
    for (int i = 0; i < count; ++i) {
        seconds_ += frame_time;
        drawn.clear();
        wants_more_ = draw_frame();
    }
}

void Hand::settle() {
    for (int i = 0; i < most_frames; ++i) {
        frame();
        if (!wants_more_) return;
    }
    FAIL("The screen does not come to rest.");
}

void Hand::wait(double seconds) {
    seconds_ += seconds;
    frame();
}

void Hand::move_to(ImVec2 point) {
    constexpr int steps = 4;
    const ImVec2 from = point_;
    for (int i = 1; i <= steps; ++i) {
        const float share = static_cast<float>(i) / steps;
        point_ = {from.x + (point.x - from.x) * share, from.y + (point.y - from.y) * share};
        ImGui::GetIO().MousePos = point_;
        frame();
    }
}

void Hand::press() {
    ImGui::GetIO().MouseDown[0] = true;
    frame();
}

void Hand::release() {
    ImGui::GetIO().MouseDown[0] = false;
    frame();
    settle();
}

void Hand::hover(std::string_view name) {
    settle();
    const app::Control found = control(name);
    REQUIRE_MESSAGE(found.visible, "out of view: ", found.name);
    move_to(found.rect.centre());
    frame();
    REQUIRE_MESSAGE(controls().hovered() == name, "covered, or not to be pressed: ", found.name,
                    " (the mouse is on \"", controls().hovered(), "\")");
}

void Hand::click(std::string_view name) { click(name, 0, 1); }
void Hand::double_click(std::string_view name) { click(name, 0, 2); }
void Hand::right_click(std::string_view name) { click(name, 1, 1); }

void Hand::click(std::string_view name, int button, int times) {
    hover(name);
    seconds_ += longer_than_a_double_click;
    for (int i = 0; i < times; ++i) {
        ImGui::GetIO().MouseDown[button] = true;
        frame();
        ImGui::GetIO().MouseDown[button] = false;
        frame();
    }
    settle();
}

void Hand::click_at(ImVec2 point, int times) {
    move_to(point);
    seconds_ += longer_than_a_double_click;
    for (int i = 0; i < times; ++i) {
        press();
        ImGui::GetIO().MouseDown[0] = false;
        frame();
    }
    settle();
}

void Hand::drag_from(ImVec2 from, ImVec2 to) {
    move_to(from);
    seconds_ += longer_than_a_double_click;
    press();
    move_to(to);
    release();
}

void Hand::drag(std::string_view name, float from, float to) {
    hover(name);
    const app::Rect rect = control(name).rect;
    drag_from(at_share(rect, from), at_share(rect, to));
}

void Hand::wheel(float lines) {
    turn_wheel(lines);
    frame();
    settle();
}

void Hand::type(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = take_character(text, at);
        if (character == '\n') {
            key(app::Key::enter);
            continue;
        }
        if (character == ' ') input().events.push_back(app::KeyPress{app::Key::space});
        input().events.push_back(app::Typed{character});
        frame();
    }
    settle();
}

void Hand::type_at_once(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = take_character(text, at);
        if (character == '\n')
            input().events.push_back(app::KeyPress{app::Key::enter});
        else
            input().events.push_back(app::Typed{character});
    }
    settle();
}

void Hand::key(app::Key key, bool ctrl, bool shift) {
    input().events.push_back(app::KeyPress{key, ctrl, shift, false});
    frame();
    settle();
}

void Hand::press_space(bool late) {
    input().events.push_back(app::KeyPress{app::Key::space});
    if (late) frame();
    input().events.push_back(app::Typed{U' '});
    frame();
    settle();
}

void Hand::sign_to_hide() {
    input().quick_hide = true;
    frame();
    settle();
}

bool Hand::has(std::string_view name) const { return controls().find(name) != nullptr; }

const app::Control& Hand::control(std::string_view name) const {
    const app::Control* found = controls().find(name);
    REQUIRE_MESSAGE(found, "not on the screen: ", std::string(name));
    return *found;
}

std::string Hand::text_on_screen() const {
    std::string text;
    for (const auto& piece : drawn)
        if (is_seen(piece)) text += piece.text + '\n';
    return text;
}

bool Hand::shows(std::string_view text) const {
    std::string screen = text_on_screen();
    std::replace(screen.begin(), screen.end(), '\n', ' ');
    std::string without_double;
    for (const char c : screen)
        if (c != ' ' || without_double.empty() || without_double.back() != ' ') without_double += c;
    return without_double.find(text) != std::string::npos;
}

std::string Hand::clipboard() {
    const char* text = ImGui::GetClipboardText();
    return text ? text : "";
}

void Hand::set_clipboard(const std::string& text) { ImGui::SetClipboardText(text.c_str()); }

}  // namespace rekindle::tests
