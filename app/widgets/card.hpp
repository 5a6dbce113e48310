// The white cards on which everything stands: 14 rounded, a thin line, 20 (22 at the sides) inside.
#pragma once

#include <string_view>

#include "app/frame/canvas.hpp"

namespace rekindle::app {

// Draws the ground of a card whose height is known.
void draw_card_ground(Canvas& canvas, const Rect& rect);

// A card whose height follows from what is drawn in it: the ground is painted under the content
// when the guard ends. `inside` is the column to fill; `height()` is known after `end`.
class CardGround {
  public:
    explicit CardGround(const Pen& pen);
    ~CardGround();
    CardGround(const CardGround&) = delete;
    CardGround& operator=(const CardGround&) = delete;
    Column inside;

  private:
    Pen pen_;
    float top_;
};

}  // namespace rekindle::app
