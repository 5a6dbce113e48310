#include "app/widgets/card.hpp"

#include <algorithm>

namespace rekindle::app {
namespace {

constexpr float card_side = 22;
constexpr float top_and_bottom = 20;

}  // namespace

void draw_card_ground(Canvas& canvas, const Rect& rect) {
    const float rounding = canvas.px(14);
    canvas.list()->AddRectFilled(rect.min(), rect.max(), canvas.colour(Colour::surface), rounding);
    canvas.list()->AddRect(rect.min(), rect.max(), canvas.colour(Colour::line), rounding, 0,
                           std::max(1.0f, canvas.scale));
    if (!canvas.drawn) return;  // a card's ground is told to tests as a piece without text
    const ImVec2 low = canvas.list()->GetClipRectMin();
    const ImVec2 high = canvas.list()->GetClipRectMax();
    canvas.drawn->push_back({{}, rect, {low.x, low.y, high.x - low.x, high.y - low.y}});
}

CardGround::CardGround(Canvas& canvas, Column& column)
    : inside{column.x + canvas.px(card_side), column.y + canvas.px(top_and_bottom),
             column.width - 2 * canvas.px(card_side)},
      canvas_(canvas),
      column_(column),
      top_(column.y) {
    // Two layers: what is drawn now lies in the upper one, the ground comes below it at the end,
    // when its height is known.
    canvas_.list()->ChannelsSplit(2);
    canvas_.list()->ChannelsSetCurrent(1);
}

CardGround::~CardGround() {
    const float bottom = inside.y + canvas_.px(top_and_bottom);
    canvas_.list()->ChannelsSetCurrent(0);
    draw_card_ground(canvas_, {column_.x, top_, column_.width, bottom - top_});
    canvas_.list()->ChannelsMerge();
    column_.y = bottom;
}

}  // namespace rekindle::app
