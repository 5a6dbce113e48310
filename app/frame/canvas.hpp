// What everything that draws is handed: colours, type, keys, the list of controls, and the scale.
// All positions are pixels on the screen; lengths in the code are those of scale 1 through `px`.
#pragma once

#include <imgui.h>

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/frame/clipboard.hpp"
#include "app/frame/controls.hpp"
#include "app/frame/fonts.hpp"
#include "app/frame/input.hpp"
#include "app/frame/text_fields.hpp"
#include "app/frame/theme.hpp"

namespace rekindle::app {

struct Canvas {
    const Theme& theme;
    Fonts& fonts;
    Input& input;
    Controls& controls;
    TextFields& fields;
    Clipboard& clipboard;
    std::optional<double>& next_frame;  // see draw_again_at
    float scale = 1;
    double seconds = 0;  // a clock that only goes forward, for carets and double clicks
    float wheel = 0;     // lines the wheel turned over the window; whoever uses it sets it to 0
    // For tests: every piece of text drawn in this frame, where it stood, and what it was cut to.
    struct DrawnText {
        std::string text;
        Rect rect;
        Rect clip;
    };
    std::vector<DrawnText>* drawn = nullptr;

    // A length of the design (scale 1), in whole pixels of the present scale.
    float px(float design) const { return std::round(design * scale); }
    // Asks for a frame at that moment (in `seconds`), or so many seconds from now, although nothing
    // happens: for a caret, a clock. The soonest wish counts, and only until the next frame.
    void draw_again_at(double moment);
    void draw_again_in(double wait) { draw_again_at(seconds + wait); }
    void draw_again() { draw_again_at(seconds); }  // what scrolled or grew has its place only then
    // Puts the text on the clipboard, and remembers it, so that locking can take it away.
    void copy(std::string text);
    ImU32 colour(Colour which) const { return theme[which]; }
    ImDrawList* list() const { return ImGui::GetWindowDrawList(); }
};

// A column that is filled from the top: where the next thing goes and how wide it may be.
struct Column {
    float x = 0;
    float y = 0;
    float width = 0;
    Rect take(float height) {
        const Rect taken{x, y, width, height};
        y += height;
        return taken;
    }
    void skip(float height) { y += height; }
};

// What one drawing function passes along to the next: what it draws on, and the column it fills.
// Those of a screen ask for something as well: app/ask/asking_pen.hpp.
struct Pen {
    Canvas& canvas;
    Column& column;

    Pen in(Column& other) const { return {canvas, other}; }
    float px(float design) const { return canvas.px(design); }
    void skip(float design) const { column.skip(px(design)); }  // a length of the design, too
};

// True when nothing of the rectangle can be seen: it need not be drawn. Never true while a key is
// pressed or something is pasted: it may be meant for a field that is scrolled away, or move the
// focus there.
bool is_hidden(const Canvas& canvas, const Rect& rect);

// What someone does with a control in this frame.
struct Interaction {
    bool hovered = false;
    bool held = false;     // the mouse button is down on it
    bool pressed = false;  // clicked, or Enter or Space while it has the focus
    bool focused = false;
    bool right_clicked = false;
    bool double_clicked = false;
};

// Makes a rectangle a control: an invisible ImGui item under `name`, in the list of controls, with
// focus by click and by Tab, and a ring when it is reached by keyboard. `reported` is the rectangle
// that `--probe` tells (a slider's track), `in_view` what is scrolled into view with it (a field's
// words); empty: `hit`.
struct ControlSpec {
    ControlName name;
    Rect hit{};
    std::string state = "-";
    Rect reported{};
    Rect in_view{};
    bool focusable = true;
    bool takes_keys = true;  // Enter and Space press it
    float rounding = 9;
};
Interaction interact(Canvas& canvas, const ControlSpec& spec);

}  // namespace rekindle::app
