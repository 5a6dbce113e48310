// What one drawing function of a screen passes along to the next.
#pragma once

#include "app/ask/action.hpp"
#include "app/frame/canvas.hpp"

namespace rekindle::app {

// A Pen that can ask, too. Wherever a Pen is wanted it will do.
struct AskingPen {
    Canvas& canvas;
    Column& column;
    Actions& out;

    AskingPen in(Column& other) const { return {canvas, other, out}; }
    float px(float design) const { return canvas.px(design); }
    void skip(float design) const { column.skip(px(design)); }
    operator Pen() const { return {canvas, column}; }
};

}  // namespace rekindle::app
