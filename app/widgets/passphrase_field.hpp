// A field for a passphrase: dots for what is typed, unless it is to be shown. It can be pasted into
// and not copied from, has no undo, and keeps its text in memory that is wiped.
#pragma once

#include <string_view>

#include "app/frame/canvas.hpp"
#include "workbook/base/secret.hpp"

namespace rekindle::app {

struct PassphraseUi {
    Secret text;
    std::size_t caret = 0;  // bytes into the text
    bool all = false;       // selected as a whole
    void clear();
    void select_all();  // what is typed next takes its place
};

struct PassphraseSpec {
    ControlName name;
    std::string_view label;
    bool shown = false;
    bool enabled = true;
    // Said below the field, and in view with it. Where something may be said while one types its
    // room is kept, so that nothing moves under the hand.
    std::string_view note = {};
    bool room_for_note = false;
};

struct PassphraseResult {
    bool confirmed = false;  // Enter was pressed
    bool touched = false;    // another key was meant for it
    bool focused = false;
};

// Draws the label, the field and the note into the column and moves it below.
PassphraseResult passphrase_field(const Pen& pen, const PassphraseSpec& spec, PassphraseUi& ui);

}  // namespace rekindle::app
