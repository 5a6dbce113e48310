// A few lines in which something is put together, and the button that adds it.
#include "app/screens/settings/parts.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t longest_line = 200;  // bytes

// True when Enter was pressed in it.
bool type_in(const AddLine& line, const Pen& pen) {
    const TextFieldResult typed = text_field(
        pen,
        {.name = line.name, .hint = line.hint, .single_line = true, .most_bytes = longest_line},
        line.text);
    if (typed.changed) line.text = *typed.changed;
    return typed.confirmed;
}

bool draw_add_line(const AddLine& line, const Pen& pen) {
    if (line.label.empty()) {
        const bool confirmed = type_in(line, pen);
        pen.skip(6);
        return confirmed;
    }
    Column control = begin_setting(pen, line.label);
    const bool confirmed = type_in(line, pen.in(control));
    end_setting(pen, control);
    return confirmed;
}

}  // namespace

bool draw_add_form(const std::vector<AddLine>& lines, ButtonSpec add,
                   const std::function<bool()>& is_enough, const Pen& pen) {
    bool confirmed = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        confirmed = draw_add_line(lines[i], pen);
        if (confirmed && i + 1 < lines.size()) pen.canvas.controls.focus(lines[i + 1].name);
    }
    add.enabled = is_enough();
    const bool pressed = button(pen.canvas, pen.column.x, pen.column.y, add);
    pen.skip(button_height);
    return add.enabled && (pressed || confirmed);
}

}  // namespace rekindle::app
