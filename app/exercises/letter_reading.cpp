#include <algorithm>

#include "app/exercises/letter_parts.hpp"
#include "app/widgets/text.hpp"
#include "workbook/journal/letter_text.hpp"

namespace rekindle::app {
namespace {

constexpr float widest_lines = 560;  // longer ones are read too fast

}  // namespace

void draw_reading(const Letter& letter, const Exercise& exercise, Canvas& canvas, Column& column) {
    Column words{column.x, column.y + canvas.px(6),
                 std::min(column.width, canvas.px(widest_lines))};
    for (const std::string* paragraph : letter_paragraphs(letter, exercise.items)) {
        draw_wrapped(canvas, words, Type::body, Colour::ink, *paragraph);
        words.skip(canvas.px(16));
    }
    column.y = words.y;
}

}  // namespace rekindle::app
