// Text on the canvas: at a place, measured, wrapped with the line height of the design.
#pragma once

#include <string_view>
#include <vector>

#include "app/frame/canvas.hpp"

namespace rekindle::app {

float line_height(const Canvas& canvas, Type type);  // 1.45 times the type's size
float text_width(Canvas& canvas, Type type, std::string_view text);
float wrapped_height(Canvas& canvas, Type type, std::string_view text, float width);

// Draws one line with its top left at (x, y); gives its width.
float draw_text(Canvas& canvas, float x, float y, Type type, Colour colour, std::string_view text);
void draw_text_right(Canvas& canvas, float right, float y, Type type, Colour colour,
                     std::string_view text);
void draw_text_centred(Canvas& canvas, const Rect& rect, Type type, Colour colour,
                       std::string_view text);
// One line, its top left at `at`, that ends in "…" where it would be wider than `width`.
void draw_text_cut(Canvas& canvas, ImVec2 at, float width, Type type, Colour colour,
                   std::string_view text);

// Draws wrapped text (line breaks kept) into the column and moves it below; gives the height.
float draw_wrapped(const Pen& pen, Type type, Colour colour, std::string_view text);

// Places in `text` where a new line begins when it is wrapped at `width`, the first always 0.
// A break at a space leaves the space at the end of the line before; a line break is followed by a
// place of its own. Used by the wrapped label and the text field alike, so both wrap the same.
std::vector<std::size_t> line_starts(Canvas& canvas, Type type, std::string_view text, float width);

}  // namespace rekindle::app
