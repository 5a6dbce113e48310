// A page as a broad column with a narrow one beside it; below it where the page is narrow.
#pragma once

#include <algorithm>

#include "app/frame/canvas.hpp"

namespace rekindle::app {

inline constexpr float side_column = 372;
inline constexpr float between_columns = 20;
inline constexpr float width_for_two_columns = 860;

inline bool has_two_columns(const Canvas& canvas, const Column& column) {
    return column.width >= canvas.px(width_for_two_columns);
}

template <class DrawMain, class DrawSide>
void draw_beside(const Canvas& canvas, Column& column, DrawMain draw_main, DrawSide draw_side) {
    if (!has_two_columns(canvas, column)) {
        draw_main(column);
        draw_side(column);
        return;
    }
    const float right = canvas.px(side_column);
    const float gap = canvas.px(between_columns);
    Column main{column.x, column.y, column.width - right - gap};
    Column side{main.x + main.width + gap, column.y, right};
    draw_main(main);
    draw_side(side);
    column.y = std::max(main.y, side.y);
}

}  // namespace rekindle::app
