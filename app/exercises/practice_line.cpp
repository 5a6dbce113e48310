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

LineResult draw_practice_line(const Pen& pen, const LineSpec& spec, const std::string& text) {
    LineResult result;
    const Rect row{pen.column.x, pen.column.y, pen.column.width, pen.px(32)};
    pen.canvas.list()->AddCircleFilled({row.x + pen.px(6), row.y + pen.px(16)}, pen.px(3),
                                       pen.canvas.colour(Colour::muted));
    const float inset = pen.px(practice_inset);
    Column words{pen.column.x + inset, pen.column.y + pen.px(5),
                 pen.column.width - inset - pen.px(spec.writable ? 40 : 0)};
    result.changed = text_field(pen.in(words),
                                {.name = spec.name,
                                 .hint = spec.hint,
                                 .min_lines = 1,
                                 .single_line = true,
                                 .enabled = spec.writable,
                                 .framed = false},
                                text)
                         .changed;
    if (spec.writable) result.removed = draw_cross(pen.canvas, spec, row);
    pen.column.y = std::max(words.y + pen.px(3), row.bottom());
    return result;
}

void flow_text(Flow& flow, Type type, Colour colour, std::string_view text) {
    const float width = std::min(text_width(flow.pen.canvas, type, text), flow.pen.column.width);
    const ImVec2 at = flow.place(width);
    const float y = at.y + (flow.pen.px(flow.step) - flow.pen.canvas.fonts.size(type)) / 2;
    draw_text_cut(flow.pen.canvas, {at.x, y}, width + 1, type, colour, text);
}

}  // namespace rekindle::app
