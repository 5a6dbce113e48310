// A short text over the page, for what hovers. It stands there with the first movement of the mouse
// and never on what it speaks of.
#pragma once

#include <string_view>

#include "app/frame/canvas.hpp"

namespace rekindle::app {

// Beside the pointer. Call it for the hovered thing only.
void tooltip(Canvas& canvas, std::string_view text);

// Beside `about`, as near to the pointer as that allows.
void tooltip_beside(Canvas& canvas, const Rect& about, std::string_view text);

}  // namespace rekindle::app
