// One quiet line beside a day that was rated very low, and nothing more: no question, no note of it
// anywhere. What somebody writes is never looked at for this.
#include <algorithm>
#include <array>

#include "app/screens/today/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

// The two daily scales whose lowest end can mean not wanting to live.
constexpr std::array<std::string_view, 2> watched{"mood", "hope"};
constexpr int very_low = 1;

}  // namespace

bool is_very_low(const DayShown& day) {
    return std::any_of(day.all.begin(), day.all.end(), [](const CheckIn* checkin) {
        return std::any_of(watched.begin(), watched.end(), [&](std::string_view scale) {
            const auto found = checkin->ratings.find(scale);
            return found != checkin->ratings.end() && found->second <= very_low;
        });
    });
}

void draw_low_day(const DayShown& day, Canvas& canvas, Column& column, Actions& out) {
    if (!is_very_low(day)) return;
    draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                 "A day this low is a lot to carry, and nobody has to carry it alone.");
    if (button(canvas, column.x, column.y,
               {.name = "today.low.help", .label = "Where to turn", .style = ButtonStyle::link}))
        out.add(GoTo{Page::help});
    column.skip(canvas.px(button_height + 8));
}

}  // namespace rekindle::app
