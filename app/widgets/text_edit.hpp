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
    bool own_step = false;    // pasted or cut: undo takes back this alone
    bool wants_menu = false;  // by key

    // The wrapped lines of the text as it stands now.
    TextLines lines();
    Span selection() const;
    FieldSelection place() const { return {memory.caret, memory.anchor, text.size()}; }
};

// Takes every key meant for the field out of the input. What leaves the field (Tab, Esc) and what
// comes after it stays there.
void take_keys(TextEdit& edit);

// Click, double click (a word), triple click (a paragraph), dragging; `inside` is where the text
// stands.
void take_mouse(TextEdit& edit, const Rect& inside);

// What a field can be asked for by key and by its menu alike.
enum class TextAct { cut, copy, paste, select_all };
bool can(const TextEdit& edit, TextAct act);
void carry_out(TextEdit& edit, TextAct act);

// Puts in what the clipboard answered, if this field asked; whole or not at all.
void take_in_pasted(TextEdit& edit);

// A middle click: the caret goes there, and what is selected somewhere is asked for.
void paste_selected(TextEdit& edit, const Rect& inside);

// A right click outside of what is selected puts the caret there.
void point_at(TextEdit& edit, const Rect& inside);

// What is selected now can be pasted with a middle click, here and elsewhere.
void offer_selected(TextEdit& edit);

// Takes in a text that changed from outside: the caret goes to the end of what is different.
void follow_outside_change(TextFieldMemory& memory, const std::string& text);

}  // namespace rekindle::app
