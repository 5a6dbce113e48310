// What the keyboard did since the last frame, in the order in which it happened. The window fills
// it from GLFW and the tests by hand, so that screens know no window library and behave the same
// with every version of Dear ImGui. Characters are whole code points: ImGui's own queue holds only
// 16 bits of them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/frame/clipboard.hpp"

namespace rekindle::app {

enum class Key {
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    enter,
    escape,
    tab,
    space,
    backspace,
    del,
    insert,
    menu,
    f10,
    a,
    c,
    f,
    l,
    v,
    x,
    y,
    z,
    digit_0,
    digit_1,
    digit_2,
    digit_3,
    digit_4,
    plus,
    minus,
    f1,
};

struct KeyPress {
    Key key = Key::enter;
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    bool operator==(const KeyPress&) const = default;
};

struct Typed {
    char32_t character = 0;
    bool operator==(const Typed&) const = default;
};

using InputEvent = std::variant<KeyPress, Typed>;

struct Input {
    std::vector<InputEvent> events;
    bool shift = false;       // held now, for a click that widens a selection
    bool quick_hide = false;  // Shift was pressed alone three times (see QuickHide)
    // What the clipboard answered, for the field that asked (see widgets/text_paste.hpp).
    std::optional<Pasted> pasted{};

    // Takes the first press that `wanted` accepts out of the queue; true when there was one. With a
    // press of Space goes the character it makes: it would be typed into a field that this opens.
    bool take(const std::function<bool(const KeyPress&)>& wanted);
    bool take(Key key) {
        return take([key](const KeyPress& press) {
            return press.key == key && !press.ctrl && !press.alt && !press.shift;
        });
    }
    bool take_ctrl(Key key) {
        return take([key](const KeyPress& press) {
            return press.key == key && press.ctrl && !press.alt && !press.shift;
        });
    }
    bool take_alt(Key key) {
        return take([key](const KeyPress& press) {
            return press.key == key && press.alt && !press.ctrl && !press.shift;
        });
    }
    // Takes the first character that was typed and is this one; true when there was one.
    bool take_typed(char32_t character);
    // Takes the digits typed for the control `name`, which shows `value`: two of them within a
    // second are one number where the scale goes so far, so that 1 and 0 are ten. The number they
    // make; none where no digit was typed. `now` is Canvas::seconds.
    std::optional<int> take_number(std::string_view name, std::optional<int> value, int highest,
                                   double now);
    bool has(Key key) const;  // pressed since the last frame and not taken yet
    // Begins a frame: an input method may tell a key's character later than the key.
    void drop_late_space();

  private:
    // The number typed last, and for what; a further digit may still be part of it.
    struct Number {
        std::string name;
        int value = 0;
        double at = 0;
    };

    bool space_to_come_ = false;
    std::optional<Number> number_;
};

}  // namespace rekindle::app
