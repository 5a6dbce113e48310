#include "app/screens/lone_card.hpp"

#include <algorithm>
#include <cmath>

#include "app/widgets/card.hpp"
#include "app/widgets/whole_window.hpp"

namespace rekindle::app {

void draw_lone_card(const LoneCard& card, Canvas& canvas,
                    const std::function<void(const Pen&)>& draw) {
    const WholeWindow window(canvas, card.title, 0, true);
    const float width = std::min(canvas.px(card.width), window.rect.w - canvas.px(32));
    // A fifth down, but where the window is low and the letters are large all that matters fits.
    const float top = std::min(window.rect.h * 0.2f, window.rect.h - canvas.px(card.needed_height));
    Column column{std::round((window.rect.w - width) / 2),
                  std::round(std::max(top, canvas.px(card.margin))) - window.scrolled(), width};
    {
        CardGround ground{Pen{canvas, column}};
        draw({canvas, ground.inside});
    }
    window.end_scrolling(canvas, column.y + window.scrolled() + canvas.px(card.margin));
}

}  // namespace rekindle::app
