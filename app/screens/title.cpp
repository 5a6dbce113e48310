#include "app/screens/screens.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {

void draw_title(const Pen& pen, std::string_view title, std::string_view line, float right) {
    Column words{pen.column.x, pen.column.y - pen.px(2),
                 std::max(pen.column.width - right, pen.px(120))};
    draw_wrapped(pen.in(words), Type::title, Colour::ink, title);
    words.y -= pen.px(4);  // the title's own line height is wider than the pair needs
    if (!line.empty()) draw_wrapped(pen.in(words), Type::secondary, Colour::muted, line);
    pen.column.y = words.y + pen.px(19);
}

}  // namespace rekindle::app
