// Things to press: buttons, chips, tick boxes, links. All are at least 32 high to the mouse.
#pragma once

#include <string_view>

#include "app/frame/canvas.hpp"

namespace rekindle::app {

enum class ButtonStyle { primary, plain, link };

struct ButtonSpec {
    ControlName name;  // of the control: "nav.today"
    std::string_view label;
    ButtonStyle style = ButtonStyle::plain;
    std::string_view icon = {};  // from app/frame/fonts.hpp
    bool enabled = true;
    std::string state = "-";
};
float button_width(Canvas& canvas, const ButtonSpec& spec);
// Draws it with its top left at (x, y), 36 high (scale 1); true when pressed.
bool button(Canvas& canvas, float x, float y, const ButtonSpec& spec);

struct SeriesLook;  // widgets/series_look.hpp

// A link as wide as the column, its words wrapped; true when pressed. Moves the column below
// itself.
bool link_row(const Pen& pen, std::string_view name, std::string_view label,
              std::string_view state = "-");

// A rounded chip that is on or off; `mark` draws a series' mark before the label.
enum class ChipMark { none, mood, trust, other };
struct ChipSpec {
    ControlName name;
    std::string_view label;
    bool selected = false;
    ChipMark mark = ChipMark::none;
    Type type = Type::secondary;
    bool enabled = true;
    const SeriesLook* look = nullptr;  // of the mark, for ChipMark::other
};
float chip_width(Canvas& canvas, const ChipSpec& spec);
bool chip(Canvas& canvas, float x, float y, const ChipSpec& spec);  // 29 high, 32 to the mouse
inline constexpr float chip_height = 29;
inline constexpr float button_height = 36;

// A tick box with its label, wrapped at `width`; true when pressed. Moves the column below itself.
bool tick_box(const Pen& pen, std::string_view name, std::string_view label, bool ticked,
              bool enabled = true);

// A small outlined word that says a state; not pressable. Gives its width.
float badge(Canvas& canvas, float right, float y, std::string_view label, Colour colour);

}  // namespace rekindle::app
