// A text field that wraps while one types and grows with its text. It draws the model's text and
// gives back the new text whenever it changes: it keeps no text of its own, so the journal always
// holds what is on the screen. Undo is the session's. Esc leaves the field and changes nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/frame/canvas.hpp"
#include "app/frame/text_fields.hpp"
#include "workbook/journal/checks.hpp"

namespace rekindle::app {

struct TextFieldSpec {
    ControlName name;
    std::string_view hint = {};  // shown faintly while empty
    float min_lines = 3;
    bool single_line = false;  // Enter confirms instead of breaking the line; begins one line high
    bool enabled = true;       // when not, the text can be read, selected and copied
    bool framed = true;        // sunken ground, 14 inside; otherwise bare text
    std::size_t most_bytes = most_text;
};

struct TextFieldResult {
    std::optional<std::string> changed{};  // the whole new text
    bool confirmed = false;                // Enter in a single line
    bool focused = false;
};

// Draws the field in the column and moves it below.
TextFieldResult text_field(const Pen& pen, const TextFieldSpec& spec, const std::string& text);

// Gives the keys to the field `name`, the `text` in it selected: what is typed next replaces it.
void focus_and_select(Canvas& canvas, std::string_view name, const std::string& text);

}  // namespace rekindle::app
