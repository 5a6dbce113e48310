#include "app/screens/screens.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {

void draw_title(Canvas& canvas, Column& column, std::string_view title, std::string_view line,
                float right) {
    Column words{column.x, column.y - canvas.px(2), std::max(column.width - right, canvas.px(120))};
    draw_wrapped(canvas, words, Type::title, Colour::ink, title);
    words.y -= canvas.px(4);  // the title's own line height is wider than the pair needs
    if (!line.empty()) draw_wrapped(canvas, words, Type::secondary, Colour::muted, line);
    column.y = words.y + canvas.px(19);
}

}  // namespace rekindle::app
