// What the text fields remember between frames: carets, selections, what is being pasted. Whoever
// owns what is on the screen keeps it; widgets/text_field.hpp works with it.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/frame/clipboard.hpp"

namespace rekindle::app {

// What one field remembers. Offsets are bytes into the text, always at the beginning of a code
// point (of a grapheme where it matters to the eye).
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

// Where a field stands: what is pasted goes there only as long as nothing has moved.
struct FieldSelection {
    std::size_t caret = 0;
    std::size_t anchor = 0;
    std::size_t size = 0;  // of the text, in bytes
    bool operator==(const FieldSelection&) const = default;
};

// A sentence below a field. It stays long enough to be read, and then until the next key.
struct FieldRemark {
    std::string field{};
    std::string words{};
    double since = 0;  // in Canvas::seconds
};

struct PasteAsked {
    std::string field{};
    FieldSelection place{};
    Selection selection = Selection::clipboard;
};

struct TextFields {
    std::map<std::string, TextFieldMemory, std::less<>> memory;
    // What was last put on the clipboard, so that locking can take it away again.
    std::string copied{};
    std::optional<PasteAsked> asked{};  // what there is to paste, and no answer yet
    std::optional<FieldRemark> remark{};
    std::string changed_in{};  // the field that last gave back a new text
    // Grows where what is written begins anew for undo, though it goes on in the same field: the
    // caret went elsewhere, something was pasted. `step_ends`: with the next change.
    int step = 0;
    bool step_ends = false;
};

}  // namespace rekindle::app
