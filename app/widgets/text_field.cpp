#include "app/widgets/text_field.hpp"

#include <algorithm>
#include <cmath>

#include "app/widgets/menu.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_edit.hpp"
#include "app/widgets/text_paste.hpp"

namespace rekindle::app {
namespace {

constexpr double blink = 0.5;           // seconds the caret is seen, then not
constexpr double blinks_for = 30;       // then it stands still, and the window sleeps
constexpr float caret_margin = 8;       // kept between the caret and the edge of the page
constexpr float single_padding = 6.5f;  // makes a single line as high as a button

struct FieldLayout {
    Rect box;
    Rect inside;  // where the text stands
    float line = 0;
};

ImVec2 padding(const Canvas& canvas, const TextFieldSpec& spec) {
    if (!spec.framed) return {0, 0};
    return {canvas.px(14), canvas.px(spec.single_line ? single_padding : 10)};
}

float wrap_width(const Pen& pen, const TextFieldSpec& spec) {
    return std::max(pen.px(20), pen.column.width - 2 * padding(pen.canvas, spec).x);
}

// How many lines high the field is: as its text, or its hint, but at least `min_lines`.
float lines_shown(TextEdit& edit) {
    const float least = edit.spec.single_line ? 1 : edit.spec.min_lines;
    const std::size_t lines =
        edit.text.empty() && !edit.spec.hint.empty()
            ? line_starts(edit.canvas, field_type, edit.spec.hint, edit.width).size()
            : edit.lines().count();
    return std::max(least, static_cast<float>(lines));
}

FieldLayout lay_out(TextEdit& edit, const Column& column) {
    const ImVec2 pad = padding(edit.canvas, edit.spec);
    const float line = line_height(edit.canvas, field_type);
    const float height = std::round(lines_shown(edit) * line);
    const Rect box{column.x, column.y, column.width, height + 2 * pad.y};
    return {box, {box.x + pad.x, box.y + pad.y, box.w - 2 * pad.x, height}, line};
}

Rect at_least_32_high(const Canvas& canvas, const Rect& rect) {
    const float missing = std::max(0.0f, canvas.px(32) - rect.h);
    return {rect.x, rect.y - missing / 2, rect.w, rect.h + missing};
}

struct Shown {
    std::size_t first = 0;
    std::size_t end = 0;  // one behind the last
};

// The lines of which something can be seen.
Shown lines_in_view(TextEdit& edit, const FieldLayout& at) {
    const float top = edit.canvas.list()->GetClipRectMin().y - at.inside.y;
    const float bottom = edit.canvas.list()->GetClipRectMax().y - at.inside.y;
    const auto count = static_cast<float>(edit.lines().count());
    return {static_cast<std::size_t>(std::clamp(std::floor(top / at.line), 0.0f, count)),
            static_cast<std::size_t>(std::clamp(std::ceil(bottom / at.line), 0.0f, count))};
}

float top_of(const FieldLayout& at, std::size_t line) {
    return at.inside.y + at.line * static_cast<float>(line);
}

Rect caret_rect(TextEdit& edit, const FieldLayout& at) {
    const TextLines lines = edit.lines();
    const std::size_t line = lines.line_of({edit.memory.caret, edit.memory.at_line_end});
    // Spaces may hang over the edge; the caret behind them stays inside.
    const float x = std::min(lines.x_of(line, edit.memory.caret), at.inside.w);
    return {at.inside.x + x, top_of(at, line), 0, at.line};
}

void bring_caret_into_view(TextEdit& edit, const FieldLayout& at) {
    const float top = edit.canvas.list()->GetClipRectMin().y;
    const float bottom = edit.canvas.list()->GetClipRectMax().y;
    const float margin = edit.canvas.px(caret_margin);
    const Rect caret = caret_rect(edit, at);
    if (caret.y < top + margin)
        ImGui::SetScrollY(ImGui::GetScrollY() - (top + margin - caret.y));
    else if (caret.bottom() > bottom - margin)
        ImGui::SetScrollY(ImGui::GetScrollY() + (caret.bottom() + margin - bottom));
}

void draw_ground(Canvas& canvas, const FieldLayout& at, const TextFieldSpec& spec, bool focused) {
    if (!spec.framed) return;
    const float rounding = canvas.px(9);
    if (spec.enabled)
        canvas.list()->AddRectFilled(at.box.min(), at.box.max(), canvas.colour(Colour::sunken),
                                     rounding);
    if (focused || !spec.enabled)
        canvas.list()->AddRect(at.box.min(), at.box.max(),
                               canvas.colour(focused ? Colour::accent : Colour::line), rounding, 0,
                               std::max(1.0f, 1.5f * canvas.scale));
}

void draw_selection(TextEdit& edit, const FieldLayout& at, Shown shown) {
    const Span selected = edit.selection();
    if (selected.empty()) return;
    const TextLines lines = edit.lines();
    const ImU32 colour = faded(edit.canvas.colour(Colour::accent), 0.28f);
    for (std::size_t line = shown.first; line < shown.end; ++line) {
        const Span span = lines.span_of(line);
        if (selected.end < span.begin || selected.begin > span.end) continue;
        const bool with_break = selected.begin <= span.end && selected.end > span.end;
        if (!with_break && (selected.end == span.begin || selected.begin == span.end)) continue;
        const float left = lines.x_of(line, std::max(selected.begin, span.begin));
        const float right = lines.x_of(line, std::min(selected.end, span.end)) +
                            (with_break && !lines.wraps_after(line) ? edit.canvas.px(5) : 0);
        const float y = top_of(at, line);
        edit.canvas.list()->AddRectFilled({at.inside.x + left, y},
                                          {at.inside.x + std::min(right, at.inside.w), y + at.line},
                                          colour);
    }
}

void draw_lines(TextEdit& edit, const FieldLayout& at, Shown shown) {
    const TextLines lines = edit.lines();
    const float inset = (at.line - edit.canvas.fonts[field_type]->FontSize) / 2;
    for (std::size_t line = shown.first; line < shown.end; ++line) {
        const Span span = lines.span_of(line);
        std::string_view words = lines.text.substr(span.begin, span.size());
        while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
        draw_text(edit.canvas, at.inside.x, top_of(at, line) + inset, field_type, Colour::ink,
                  words);
    }
}

void draw_hint(Canvas& canvas, const FieldLayout& at, std::string_view hint) {
    Column column{at.inside.x, at.inside.y, at.inside.w};
    draw_wrapped({canvas, column}, field_type, Colour::faint, hint);
}

void draw_caret(TextEdit& edit, const FieldLayout& at) {
    Canvas& canvas = edit.canvas;
    const double since = canvas.seconds - edit.memory.caret_since;
    const double phase = std::floor(since / blink);
    if (since < blinks_for) {
        const double next = edit.memory.caret_since + blink * (phase + 1);
        canvas.draw_again_at(next);
        if (std::fmod(phase, 2) == 1) return;
    }
    const Rect caret = caret_rect(edit, at);
    const float inset = std::round((at.line - canvas.fonts[field_type]->FontSize) / 2);
    const float thick = std::max(1.0f, std::round(1.5f * canvas.scale));
    canvas.list()->AddRectFilled({std::round(caret.x), caret.y + inset},
                                 {std::round(caret.x) + thick, caret.bottom() - inset},
                                 canvas.colour(Colour::ink));
}

void draw(TextEdit& edit, const FieldLayout& at, bool focused) {
    draw_ground(edit.canvas, at, edit.spec, focused);
    const Shown shown = lines_in_view(edit, at);
    if (focused) draw_selection(edit, at, shown);
    if (edit.text.empty()) draw_hint(edit.canvas, at, edit.spec.hint);
    draw_lines(edit, at, shown);
    if (focused) draw_caret(edit, at);
}

// The menu of a right click, the Menu key or Shift F10; what it stands below is where it was asked
// for.
struct FieldMenu {
    TextEdit& edit;
    std::string name = std::string(edit.spec.name) + ".menu";

    std::vector<MenuEntry> entries() const {
        return {{"cut", "Cut", false, can(edit, TextAct::cut)},
                {"copy", "Copy", false, can(edit, TextAct::copy)},
                {"paste", "Paste", false, can(edit, TextAct::paste)},
                {"select-all", "Select all", false, can(edit, TextAct::select_all)}};
    }
    bool is_open() const { return is_menu_open(name); }
    void open(ImVec2 at) {
        edit.memory.menu_at = at;
        open_menu(edit.canvas, name, entries());
    }
    void draw() {
        const ImVec2 at = edit.memory.menu_at;
        const auto chosen = menu(edit.canvas, name, edit.spec.name, {at.x, at.y, 0, 0}, entries());
        if (!chosen) return;
        if (*chosen == "cut") carry_out(edit, TextAct::cut);
        if (*chosen == "copy") carry_out(edit, TextAct::copy);
        if (*chosen == "paste") carry_out(edit, TextAct::paste);
        if (*chosen == "select-all") carry_out(edit, TextAct::select_all);
    }
};

// What is changed begins a step of its own for undo where the caret went elsewhere before it, and
// where it was pasted or cut.
void tell_steps(const TextEdit& edit, const FieldSelection& before) {
    TextFields& fields = edit.canvas.fields;
    if (!edit.changed) {
        if (!(edit.place() == before)) fields.step_ends = true;
        return;
    }
    if (edit.own_step || fields.step_ends) ++fields.step;
    fields.step_ends = edit.own_step;
}

// A middle click pastes what is selected; a right click opens the menu when it lets go, since Dear
// ImGui closes at the press what is open.
void take_other_buttons(TextEdit& edit, FieldMenu& menu, const Rect& inside) {
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Middle) && edit.canvas.clipboard.has_primary()) {
        edit.canvas.controls.grab(edit.spec.name);
        paste_selected(edit, inside);
    }
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Right)) {
        point_at(edit, inside);
        menu.open(ImGui::GetIO().MousePos);
    }
}

TextFieldMemory& memory_of(TextFields& fields, std::string_view name) {
    const auto found = fields.memory.find(name);
    if (found != fields.memory.end()) return found->second;
    return fields.memory.emplace(std::string(name), TextFieldMemory{}).first->second;
}

Interaction make_control(Canvas& canvas, const TextFieldSpec& spec, const Rect& box) {
    // Whether it is focused is known only after the control has been made, but a click says so now.
    const bool focused = canvas.controls.has_focus(spec.name);
    return interact(canvas, {.name = spec.name,
                             .hit = at_least_32_high(canvas, box),
                             .state = focused ? "focused" : "-",
                             .takes_keys = false});
}

}  // namespace

void focus_and_select(Canvas& canvas, std::string_view name, const std::string& text) {
    canvas.controls.focus(name, canvas.controls.shows_ring());
    TextFieldMemory& memory = memory_of(canvas.fields, name);
    memory.anchor = 0;
    memory.caret = text.size();
}

TextFieldResult text_field(const Pen& pen, const TextFieldSpec& spec, const std::string& text) {
    TextFieldMemory& memory = memory_of(pen.canvas.fields, spec.name);
    const bool outside = !memory.starts.empty() && memory.of != text;
    follow_outside_change(memory, text);
    TextEdit edit{pen.canvas, spec, memory, wrap_width(pen, spec), text};
    const FieldSelection stood = edit.place();
    const Rect before = lay_out(edit, pen.column).box;
    const Interaction seen = make_control(pen.canvas, spec, before);
    FieldMenu menu{edit};

    outlive_remark(pen.canvas, spec.name, seen.focused);
    if (seen.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    if (seen.held)
        take_mouse(edit, lay_out(edit, pen.column).inside);
    else
        memory.dragging = false;
    if (seen.hovered) take_other_buttons(edit, menu, lay_out(edit, pen.column).inside);
    if (seen.focused) {
        take_in_pasted(edit);
        take_keys(edit);
    }
    if (edit.wants_menu) menu.open(caret_rect(edit, lay_out(edit, pen.column)).max());
    menu.draw();
    tell_steps(edit, stood);
    if (seen.focused) offer_selected(edit);

    const FieldLayout at = lay_out(edit, pen.column);
    edit.lines();
    pen.column.take(at.box.h);
    if (seen.focused && (edit.moved || outside)) bring_caret_into_view(edit, at);
    const bool leaving = seen.focused && pen.canvas.input.take(Key::escape);
    if (leaving) pen.canvas.controls.clear_focus();
    const bool active = (seen.focused && !leaving) || menu.is_open();
    if (!is_hidden(pen.canvas, at.box)) draw(edit, at, active);
    draw_remark(pen, spec.name);

    TextFieldResult result;
    if (edit.changed && edit.text != text) {
        pen.canvas.fields.changed_in = spec.name;
        result.changed = std::move(edit.text);
    }
    result.confirmed = edit.confirmed;
    result.focused = seen.focused;
    return result;
}

}  // namespace rekindle::app
