// A text field that wraps while one types and grows with its text. It draws the model's text and
// gives back the new text whenever it changes: it keeps no text of its own, so the journal always
// holds what is on the screen. Undo is the session's. Esc leaves the field and changes nothing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/frame/canvas.hpp"
#include "app/widgets/text_paste.hpp"
#include "workbook/journal/checks.hpp"

namespace rekindle::app {

// What one field remembers between frames. Offsets are bytes into the text, always at the beginning
// of a code point (of a grapheme where it matters to the eye).
struct TextFieldMemory {
    std::size_t caret = 0;
    std::size_t anchor = 0;  // the other end of the selection; equal to caret: none
    // A place where a line was wrapped is the end of one line and the beginning of the next.
    bool at_line_end = false;
    float wanted_x = -1;     // column kept while moving up and down
    double caret_since = 0;  // when the caret last moved, for blinking
    // While the mouse is held: what the click took (nothing, a word, a paragraph), always selected.
    enum class Taking { characters, words, paragraphs } taking = Taking::characters;
    bool dragging = false;
    std::size_t taken_from = 0;
    std::size_t taken_to = 0;
    // The selection that a middle click elsewhere pastes; empty: none was made here.
    std::size_t offered_from = 0;
    std::size_t offered_to = 0;
    ImVec2 menu_at{};  // where its menu was opened
    // The wrapped lines of `of` at `width` and `scale`, in a typeface of so many `glyphs` (it grows
    // with the first use of a character), kept until one of them changes.
    std::vector<std::size_t> starts{};
    std::string of{};
    float width = -1;
    float scale = 0;
    int glyphs = 0;
};

struct TextFields {
    std::map<std::string, TextFieldMemory, std::less<>> memory;
    // When the caret, or what else asked Canvas::redraw_at, next wants to be drawn differently, in
    // Canvas::seconds; for the window's wait.
    std::optional<double> next_blink{};
    // What was last put on the clipboard by a field, so that locking can take it away again.
    std::string copied{};
    std::optional<PasteAsked> asked{};  // what there is to paste, and no answer yet
    std::optional<FieldRemark> remark{};
    std::string changed_in{};  // the field that last gave back a new text
    // Grows where what is written begins anew for undo, though it goes on in the same field: the
    // caret went elsewhere, something was pasted. `step_ends`: with the next change.
    int step = 0;
    bool step_ends = false;
};

struct TextFieldSpec {
    std::string_view name;
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
TextFieldResult text_field(Canvas& canvas, Column& column, const TextFieldSpec& spec,
                           const std::string& text);

// Gives the keys to the field `name`, the `text` in it selected: what is typed next replaces it.
void focus_and_select(Canvas& canvas, std::string_view name, const std::string& text);

}  // namespace rekindle::app
