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

CardGround::CardGround(const Pen& pen)
    : inside{pen.column.x + pen.px(card_side), pen.column.y + pen.px(top_and_bottom),
             pen.column.width - 2 * pen.px(card_side)},
      pen_(pen),
      top_(pen.column.y) {
    // Two layers: what is drawn now lies in the upper one, the ground comes below it at the end,
    // when its height is known.
    pen_.canvas.list()->ChannelsSplit(2);
    pen_.canvas.list()->ChannelsSetCurrent(1);
}

CardGround::~CardGround() {
    const float bottom = inside.y + pen_.px(top_and_bottom);
    pen_.canvas.list()->ChannelsSetCurrent(0);
    draw_card_ground(pen_.canvas, {pen_.column.x, top_, pen_.column.width, bottom - top_});
    pen_.canvas.list()->ChannelsMerge();
    pen_.column.y = bottom;
}

}  // namespace rekindle::app
