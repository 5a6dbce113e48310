// One quiet line beside a day that was rated very low, and nothing more: no question, no note of it
// anywhere. What somebody writes is never looked at for this.
#include <algorithm>

#include "app/screens/today/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr int very_low = 1;

}  // namespace

bool is_very_low(const Screen& screen, const DayShown& day) {
    return std::any_of(day.all.begin(), day.all.end(), [&](const CheckIn* checkin) {
        return std::any_of(screen.scales.begin(), screen.scales.end(), [&](const Scale& scale) {
            if (!scale.watched) return false;
            const auto found = checkin->ratings.find(scale.id);
            return found != checkin->ratings.end() && found->second <= very_low;
        });
    });
}

void draw_low_day(const Screen& screen, const DayShown& day, const AskingPen& pen) {
    if (!is_very_low(screen, day)) return;
    draw_wrapped(pen, Type::secondary, Colour::muted,
                 "A day this low is a lot to carry, and nobody has to carry it alone.");
    if (button(pen.canvas, pen.column.x, pen.column.y,
               {.name = "today.low.help", .label = "Where to turn", .style = ButtonStyle::link}))
        pen.out.add(GoTo{Page::help});
    pen.skip(button_height + 8);
}

}  // namespace rekindle::app
