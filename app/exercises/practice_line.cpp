// One line of a promise or a plan: a dot, its words, and the way to take it out.
#include <algorithm>

#include "app/exercises/promise_parts.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"
#include "app/widgets/tooltip.hpp"

namespace rekindle::app {
namespace {

bool draw_cross(Canvas& canvas, const LineSpec& spec, const Rect& row) {
    const std::string name = spec.name + ".remove";
    const Rect cross{row.right() - canvas.px(32), row.y, canvas.px(32), canvas.px(32)};
    const auto seen = interact(canvas, {.name = name, .hit = cross, .rounding = 6});
    draw_text_centred(canvas, cross, Type::secondary,
                      seen.hovered || seen.focused ? Colour::ink : Colour::faint, icon::remove);
    if (seen.hovered) tooltip(canvas, spec.remove);
    return seen.pressed;
}

}  // namespace

LineResult draw_practice_line(Canvas& canvas, Column& column, const LineSpec& spec,
                              const std::string& text) {
    LineResult result;
    const Rect row{column.x, column.y, column.width, canvas.px(32)};
    canvas.list()->AddCircleFilled({row.x + canvas.px(6), row.y + canvas.px(16)}, canvas.px(3),
                                   canvas.colour(Colour::muted));
    const float inset = canvas.px(practice_inset);
    Column words{column.x + inset, column.y + canvas.px(5),
                 column.width - inset - canvas.px(spec.writable ? 40 : 0)};
    result.changed = text_field(canvas, words,
                                {.name = spec.name,
                                 .hint = spec.hint,
                                 .min_lines = 1,
                                 .single_line = true,
                                 .enabled = spec.writable,
                                 .framed = false},
                                text)
                         .changed;
    if (spec.writable) result.removed = draw_cross(canvas, spec, row);
    column.y = std::max(words.y + canvas.px(3), row.bottom());
    return result;
}

void flow_text(Canvas& canvas, Flow& flow, Column& column, Type type, Colour colour,
               std::string_view text) {
    const float width = std::min(text_width(canvas, type, text), column.width);
    const ImVec2 at = flow.place(width);
    const float y = at.y + (canvas.px(flow.step) - canvas.fonts.size(type)) / 2;
    draw_text_cut(canvas, {at.x, y}, width + 1, type, colour, text);
}

}  // namespace rekindle::app
