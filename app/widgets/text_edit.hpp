// What keys and mouse do to the text of a field, apart from how it looks.
#pragma once

#include <string>

#include "app/widgets/text_field.hpp"
#include "app/widgets/text_lines.hpp"

namespace rekindle::app {

inline constexpr Type field_type = Type::body;

// A field in the middle of a frame.
struct TextEdit {
    Canvas& canvas;
    const TextFieldSpec& spec;
    TextFieldMemory& memory;
    float width = 0;   // at which its lines wrap
    std::string text;  // as it stands now
    bool changed = false;
    bool moved = false;  // the caret, by key: it has to be in view
    bool confirmed = false;

    // The wrapped lines of the text as it stands now.
    TextLines lines();
    Span selection() const;
};

// Takes every key meant for the field out of the input. What leaves the field (Tab, Esc) and what
// comes after it stays there.
void take_keys(TextEdit& edit);

// Click, double click (a word), triple click (a paragraph), dragging; `inside` is where the text
// stands.
void take_mouse(TextEdit& edit, const Rect& inside);

// Takes in a text that changed from outside: the caret goes to the end of what is different.
void follow_outside_change(TextFieldMemory& memory, const std::string& text);

}  // namespace rekindle::app
