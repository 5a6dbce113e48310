// Chips and buttons one after the other, going on in the next line where they would not fit.
#pragma once

#include "app/widgets/button.hpp"

namespace rekindle::app {

class Flow {
  public:
    Flow(Canvas& canvas, Column& column)
        : canvas_(canvas), column_(column), x_(column.x), y_(column.y) {}

    // Where a thing of this width stands (its top left).
    ImVec2 place(float width) {
        const bool begins = x_ == column_.x;
        if (!begins && x_ + width > column_.x + column_.width) {
            x_ = column_.x;
            y_ += canvas_.px(step + between_lines);
        }
        const ImVec2 at{x_, y_};
        x_ += width + canvas_.px(gap);
        used_ = true;
        return at;
    }
    // Moves the column below what was placed.
    void end() {
        if (used_) column_.y = y_ + canvas_.px(step + between_lines);
    }

    float step = chip_height;  // height of one line at scale 1
    float gap = 10;
    float between_lines = 8;

  private:
    Canvas& canvas_;
    Column& column_;
    float x_;
    float y_;
    bool used_ = false;
};

inline bool flow_chip(Canvas& canvas, Flow& flow, const ChipSpec& spec) {
    const ImVec2 at = flow.place(chip_width(canvas, spec));
    return chip(canvas, at.x, at.y, spec);
}
inline bool flow_button(Canvas& canvas, Flow& flow, const ButtonSpec& spec) {
    const ImVec2 at = flow.place(button_width(canvas, spec));
    return button(canvas, at.x, at.y, spec);
}

}  // namespace rekindle::app
