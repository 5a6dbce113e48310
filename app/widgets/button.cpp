#include "app/widgets/button.hpp"

#include <algorithm>

#include "app/widgets/series_look.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float label_side = 14;  // room left and right of a label
constexpr float icon_room = 20;   // an icon and the gap to its word

// Grows a rectangle so that the mouse finds at least 32 pixels of height (scale 1).
Rect at_least_32_high(const Canvas& canvas, const Rect& rect) {
    const float missing = std::max(0.0f, canvas.px(32) - rect.h);
    return {rect.x, rect.y - missing / 2, rect.w, rect.h + missing};
}

void draw_button_ground(Canvas& canvas, const Rect& rect, ButtonStyle style, bool hovered) {
    const float rounding = canvas.px(9);
    if (style == ButtonStyle::link) return;
    const bool primary = style == ButtonStyle::primary;
    const ImU32 ground = canvas.colour(primary ? Colour::accent : Colour::surface);
    canvas.list()->AddRectFilled(rect.min(), rect.max(), ground, rounding);
    if (hovered && primary)
        canvas.list()->AddRectFilled(rect.min(), rect.max(),
                                     faded(canvas.colour(Colour::ink), 0.12f), rounding);
    if (!primary)
        canvas.list()->AddRect(rect.min(), rect.max(),
                               canvas.colour(hovered ? Colour::muted : Colour::line), rounding, 0,
                               std::max(1.0f, canvas.scale));
}

// The mark of a series, as it also stands in the chart: colour is never the only difference.
float draw_chip_mark(Canvas& canvas, const Rect& rect, const ChipSpec& spec, float x) {
    const ChipMark mark = spec.mark;
    if (mark == ChipMark::none) return 0;
    const float radius = canvas.px(5);
    const ImVec2 centre{x + radius, rect.centre().y};
    if (mark == ChipMark::mood)
        canvas.list()->AddCircleFilled(centre, radius, canvas.colour(Colour::mood));
    else if (mark == ChipMark::trust)
        canvas.list()->AddRectFilled({centre.x - radius, centre.y - radius},
                                     {centre.x + radius, centre.y + radius},
                                     canvas.colour(Colour::trust));
    else if (spec.look)
        draw_mark(*canvas.list(), centre, radius, spec.look->shape, spec.look->colour);
    else
        canvas.list()->AddCircle(centre, radius, canvas.colour(Colour::accent));
    return canvas.px(15);
}

}  // namespace

float button_width(Canvas& canvas, const ButtonSpec& spec) {
    const float sides = spec.style == ButtonStyle::link ? 0 : canvas.px(2 * label_side + 2);
    return std::round(text_width(canvas, Type::secondary, spec.label)) + sides +
           (spec.icon.empty() ? 0 : canvas.px(icon_room));
}

bool button(Canvas& canvas, float x, float y, const ButtonSpec& spec) {
    const Rect rect{x, y, button_width(canvas, spec), canvas.px(button_height)};
    Interaction seen;
    if (spec.enabled)
        seen = interact(canvas, {.name = spec.name, .hit = rect, .state = spec.state});
    draw_button_ground(canvas, rect, spec.style, seen.hovered || seen.held);
    Colour colour = spec.style == ButtonStyle::primary ? Colour::on_accent : Colour::ink;
    if (spec.style == ButtonStyle::link) colour = Colour::accent;
    if (!spec.enabled) colour = Colour::faint;
    float left = x + (spec.style == ButtonStyle::link ? 0 : canvas.px(label_side + 1));
    const float text_y = rect.y + (rect.h - canvas.fonts[Type::secondary]->FontSize) / 2;
    if (!spec.icon.empty()) {
        draw_text(canvas, left, text_y, Type::secondary, colour, spec.icon);
        left += canvas.px(icon_room);
    }
    const float width = draw_text(canvas, left, text_y, Type::secondary, colour, spec.label);
    if (spec.style == ButtonStyle::link && seen.hovered)
        canvas.list()->AddLine({left, rect.centre().y + canvas.px(9)},
                               {left + width, rect.centre().y + canvas.px(9)},
                               canvas.colour(colour), std::max(1.0f, canvas.scale));
    return seen.pressed;
}

bool link_row(const Pen& pen, std::string_view name, std::string_view label,
              std::string_view state) {
    const float words = wrapped_height(pen.canvas, Type::secondary, label, pen.column.width);
    const Rect row = pen.column.take(std::max(pen.px(32), words + pen.px(8)));
    const Interaction seen = interact(
        pen.canvas, {.name = name, .hit = row, .state = std::string(state), .rounding = 6});
    Column inside{row.x, row.y + std::round((row.h - words) / 2), row.w};
    draw_wrapped(pen.in(inside), Type::secondary, seen.hovered ? Colour::ink : Colour::accent,
                 label);
    return seen.pressed;
}

float chip_width(Canvas& canvas, const ChipSpec& spec) {
    return std::round(text_width(canvas, spec.type, spec.label)) + canvas.px(2 * 13) +
           (spec.mark == ChipMark::none ? 0 : canvas.px(15));
}

bool chip(Canvas& canvas, float x, float y, const ChipSpec& spec) {
    const Rect rect{x, y, chip_width(canvas, spec), canvas.px(chip_height)};
    Interaction seen;
    if (spec.enabled)
        seen = interact(canvas, {.name = spec.name,
                                 .hit = at_least_32_high(canvas, rect),
                                 .state = spec.selected ? "checked" : "-",
                                 .rounding = 16});
    const float rounding = rect.h / 2;
    if (spec.selected)
        canvas.list()->AddRectFilled(rect.min(), rect.max(), canvas.colour(Colour::accent_soft),
                                     rounding);
    Colour border = spec.selected ? Colour::accent : Colour::line;
    if (seen.hovered && !spec.selected) border = Colour::muted;
    canvas.list()->AddRect(rect.min(), rect.max(), canvas.colour(border), rounding, 0,
                           std::max(1.0f, canvas.scale));
    float left = x + canvas.px(13);
    left += draw_chip_mark(canvas, rect, spec, left);
    draw_text(canvas, left, rect.y + (rect.h - canvas.fonts[spec.type]->FontSize) / 2, spec.type,
              spec.selected ? Colour::ink : Colour::muted, spec.label);
    return seen.pressed;
}

bool tick_box(const Pen& pen, std::string_view name, std::string_view label, bool ticked,
              bool enabled) {
    const float room = pen.px(32);
    const float text_height =
        wrapped_height(pen.canvas, Type::secondary, label, pen.column.width - room);
    const Rect row = pen.column.take(std::max(pen.px(28), text_height + pen.px(8)));
    Interaction seen;
    if (enabled)
        seen = interact(pen.canvas, {.name = name,
                                     .hit = at_least_32_high(pen.canvas, row),
                                     .state = ticked ? "checked" : "-",
                                     .rounding = 6});
    const float line = line_height(pen.canvas, Type::secondary);
    const float top = row.y + (row.h - text_height) / 2;
    draw_text(pen.canvas, row.x + pen.px(2),
              top + (line - pen.canvas.fonts[Type::body]->FontSize) / 2, Type::body,
              ticked ? Colour::accent : (seen.hovered ? Colour::ink : Colour::muted),
              ticked ? icon::ticked : icon::unticked);
    Column words{row.x + room, top, row.w - room};
    draw_wrapped(pen.in(words), Type::secondary, enabled ? Colour::ink : Colour::muted, label);
    return seen.pressed;
}

float badge(Canvas& canvas, float right, float y, std::string_view label, Colour colour) {
    const float width = std::round(text_width(canvas, Type::secondary, label)) + canvas.px(24);
    const Rect rect{right - width, y, width, canvas.px(chip_height)};
    canvas.list()->AddRect(rect.min(), rect.max(), canvas.colour(colour), rect.h / 2, 0,
                           std::max(1.0f, canvas.scale));
    draw_text_centred(canvas, rect, Type::secondary, Colour::muted, label);
    return width;
}

}  // namespace rekindle::app
