// Chips and buttons one after the other, going on in the next line where they would not fit.
#pragma once

#include "app/widgets/button.hpp"

namespace rekindle::app {

class Flow {
  public:
    explicit Flow(const Pen& of) : pen(of), x_(of.column.x), y_(of.column.y) {}

    // Where a thing of this width stands (its top left).
    ImVec2 place(float width) {
        const bool begins = x_ == pen.column.x;
        if (!begins && x_ + width > pen.column.x + pen.column.width) {
            x_ = pen.column.x;
            y_ += pen.px(step + between_lines);
        }
        const ImVec2 at{x_, y_};
        x_ += width + pen.px(gap);
        used_ = true;
        return at;
    }
    // Moves the column below what was placed.
    void end() {
        if (used_) pen.column.y = y_ + pen.px(step + between_lines);
    }

    const Pen pen;             // what it draws on, and the column it fills
    float step = chip_height;  // height of one line at scale 1
    float gap = 10;
    float between_lines = 8;

  private:
    float x_;
    float y_;
    bool used_ = false;
};

inline bool flow_chip(Flow& flow, const ChipSpec& spec) {
    const ImVec2 at = flow.place(chip_width(flow.pen.canvas, spec));
    return chip(flow.pen.canvas, at.x, at.y, spec);
}
inline bool flow_button(Flow& flow, const ButtonSpec& spec) {
    const ImVec2 at = flow.place(button_width(flow.pen.canvas, spec));
    return button(flow.pen.canvas, at.x, at.y, spec);
}

}  // namespace rekindle::app
