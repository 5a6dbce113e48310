// A field for a passphrase: dots for what is typed, unless it is to be shown. It can be pasted into
// and not copied from, has no undo, and keeps its text in memory that is wiped.
#pragma once

#include <string_view>

#include "app/canvas.hpp"
#include "workbook/base/secret.hpp"

namespace rekindle::app {

struct PassphraseUi {
    Secret text;
    std::size_t caret = 0;  // bytes into the text
    bool all = false;       // selected as a whole
    void clear();
};

struct PassphraseSpec {
    std::string_view name;
    std::string_view label;
    bool shown = false;
    bool enabled = true;
};

// Draws the label and the field into the column and moves it below; true when Enter was pressed.
bool passphrase_field(Canvas& canvas, Column& column, const PassphraseSpec& spec, PassphraseUi& ui);

}  // namespace rekindle::app
