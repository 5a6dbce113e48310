// What one drawing function passes along to the next.
#pragma once

#include "app/ask/action.hpp"
#include "app/frame/canvas.hpp"

namespace rekindle::app {

// Where something is drawn, how far down its column it has come, and what it asks for.
struct Pen {
    Canvas& canvas;
    Column& column;
    Actions& out;

    Pen in(Column& other) const { return {canvas, other, out}; }
};

}  // namespace rekindle::app
