// A page as a broad column with a narrow one beside it; below it where the page is narrow.
#pragma once

#include <algorithm>

#include "app/frame/canvas.hpp"

namespace rekindle::app {

inline constexpr float side_column = 372;
inline constexpr float between_columns = 20;
inline constexpr float width_for_two_columns = 860;

inline bool has_two_columns(const Pen& pen) {
    return pen.column.width >= pen.px(width_for_two_columns);
}

// Both are handed a pen like `pen`, in their own column.
template <class AnyPen, class DrawMain, class DrawSide>
void draw_beside(const AnyPen& pen, DrawMain draw_main, DrawSide draw_side) {
    if (!has_two_columns(pen)) {
        draw_main(pen);
        draw_side(pen);
        return;
    }
    const float right = pen.px(side_column);
    const float gap = pen.px(between_columns);
    Column main{pen.column.x, pen.column.y, pen.column.width - right - gap};
    Column side{main.x + main.width + gap, pen.column.y, right};
    draw_main(pen.in(main));
    draw_side(pen.in(side));
    pen.column.y = std::max(main.y, side.y);
}

}  // namespace rekindle::app
