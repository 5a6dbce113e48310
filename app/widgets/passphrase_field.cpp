#include "app/widgets/passphrase_field.hpp"

#include <algorithm>
#include <string>

#include "app/widgets/menu.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_paste.hpp"
#include "app/widgets/text_places.hpp"
#include "workbook/base/utf8_text.hpp"

namespace rekindle::app {
namespace {

constexpr float height = 34;
constexpr float padding = 14;
constexpr float dot_step = 10;
constexpr std::string_view longest_note = "It needs 8 characters or more.";  // that comes and goes

std::size_t before(const Secret& text, std::size_t at) { return character_before(text.view(), at); }

std::size_t after(const Secret& text, std::size_t at) { return character_after(text.view(), at); }

void remove(PassphraseUi& ui, std::size_t from, std::size_t to) {
    ui.text.erase(from, to - from);
    ui.caret = from;
}

// False when there is no room for it.
bool put_in(PassphraseUi& ui, std::string_view bytes) {
    if (ui.all) ui.clear();
    if (!ui.text.insert(ui.caret, bytes)) return false;
    ui.caret += bytes.size();
    return true;
}

// What the keys of one frame ask of the clipboard, which answers in a later one.
struct Asked {
    bool paste = false;
    bool menu = false;
};

FieldSelection place_of(const PassphraseUi& ui) {
    return {ui.caret, ui.all ? 0 : ui.caret, ui.text.size()};
}

// Whole or not at all: half a passphrase is none. True when something was pasted.
bool take_in_pasted(Canvas& canvas, const PassphraseSpec& spec, PassphraseUi& ui) {
    const auto pasted = take_pasted(canvas, spec.name, place_of(ui));
    if (!pasted) return false;
    const std::string_view line =
        std::string_view(*pasted).substr(0, pasted->find_first_of("\r\n"));
    const std::size_t kept = ui.all ? 0 : ui.text.size();
    if (line.size() > Secret::capacity - kept)
        remark_no_room(canvas, spec.name, Secret::capacity);
    else
        put_in(ui, line);
    return true;
}

void move_to(PassphraseUi& ui, std::size_t caret) {
    ui.caret = caret;
    ui.all = false;
}

// True when the press was for the field. Keys that write come as characters, too.
bool press_key(PassphraseUi& ui, const KeyPress& press, Asked& asked) {
    if (press.alt) return false;
    switch (press.key) {
        case Key::a:
            if (press.ctrl) ui.select_all();
            return press.ctrl;
        case Key::v:
            asked.paste = asked.paste || press.ctrl;
            return press.ctrl;
        case Key::insert:
            asked.paste = asked.paste || press.shift;
            return true;
        case Key::menu:
            asked.menu = true;
            return true;
        case Key::f10:
            asked.menu = asked.menu || press.shift;
            return press.shift;
        case Key::backspace:
            ui.all || press.ctrl ? ui.clear() : remove(ui, before(ui.text, ui.caret), ui.caret);
            return true;
        case Key::del:
            ui.all || press.ctrl ? ui.clear() : remove(ui, ui.caret, after(ui.text, ui.caret));
            return true;
        case Key::left:
            move_to(ui, ui.all ? 0 : before(ui.text, ui.caret));
            return true;
        case Key::right:
            move_to(ui, ui.all ? ui.text.size() : after(ui.text, ui.caret));
            return true;
        case Key::home:
            move_to(ui, 0);
            return true;
        case Key::end:
            move_to(ui, ui.text.size());
            return true;
        case Key::space:
            return !press.ctrl;
        case Key::c:
        case Key::x:
        case Key::y:
        case Key::z:
            return press.ctrl;  // nothing of it is ever copied, and there is nothing to take back
        default:
            return false;
    }
}

// What comes after Enter is left for others.
void take_keys(Canvas& canvas, const PassphraseSpec& spec, PassphraseUi& ui, Asked& asked,
               PassphraseResult& result) {
    auto& events = canvas.input.events;
    std::vector<InputEvent> others;
    for (const InputEvent& event : events) {
        const auto* press = std::get_if<KeyPress>(&event);
        if (result.confirmed) {
            others.push_back(event);
        } else if (press && press->key == Key::enter) {
            result.confirmed = true;
        } else if (press && !press_key(ui, *press, asked)) {
            others.push_back(event);
        } else if (press) {
            result.touched = true;
        } else {
            std::string bytes;
            append_character(bytes, std::get<Typed>(event).character);
            if (!put_in(ui, bytes)) remark_full(canvas, spec.name, Secret::capacity);
            result.touched = true;
        }
    }
    events = std::move(others);
}

// A middle click pastes what is selected, as everywhere; the menu can do no more than paste.
void take_buttons(Canvas& canvas, const PassphraseSpec& spec, const PassphraseUi& ui,
                  const Rect& box, const Interaction& seen, Asked& asked) {
    if (seen.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Middle) &&
        canvas.clipboard.has_primary()) {
        canvas.controls.grab(spec.name);
        ask_to_paste(canvas, spec.name, place_of(ui), Selection::primary);
    }
    const std::string name = std::string(spec.name) + ".menu";
    const std::vector<MenuEntry> entries{{"paste", "Paste"}};
    const bool released = seen.hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Right);
    if (released || asked.menu) open_menu(canvas, name, entries);
    if (menu(canvas, name, spec.name, box, entries)) asked.paste = true;
}

// How far the caret stands from the beginning, in pixels.
float caret_x(Canvas& canvas, const PassphraseSpec& spec, const PassphraseUi& ui) {
    const std::string_view head = ui.text.view().substr(0, ui.caret);
    if (spec.shown) return text_width(canvas, Type::body, head);
    return canvas.px(dot_step) * static_cast<float>(count_characters(head));
}

void draw_dots(Canvas& canvas, float left, float middle, const PassphraseUi& ui) {
    const float step = canvas.px(dot_step);
    const std::size_t count = count_characters(ui.text.view());
    for (std::size_t i = 0; i < count; ++i)
        canvas.list()->AddCircleFilled({left + step * (static_cast<float>(i) + 0.5f), middle},
                                       canvas.px(3), canvas.colour(Colour::ink));
}

void draw_text_of(Canvas& canvas, const Rect& inside, const PassphraseSpec& spec,
                  const PassphraseUi& ui, bool focused) {
    // What is longer than the field moves along with the caret.
    const float caret = caret_x(canvas, spec, ui);
    const float left = inside.x - std::max(0.0f, caret - inside.w + canvas.px(2));
    canvas.list()->PushClipRect({inside.x, inside.y}, {inside.right() + 2, inside.bottom()}, true);
    const float middle = inside.centre().y;
    const float top = middle - canvas.fonts[Type::body]->FontSize / 2;
    if (ui.all && focused) {
        PassphraseUi whole;  // only for its width
        whole.text = Secret(ui.text.view());
        whole.caret = whole.text.size();
        canvas.list()->AddRectFilled({left, inside.y},
                                     {left + caret_x(canvas, spec, whole), inside.bottom()},
                                     faded(canvas.colour(Colour::accent), 0.28f));
    }
    if (spec.shown)
        draw_text(canvas, left, top, Type::body, Colour::ink, ui.text.view());
    else
        draw_dots(canvas, left, middle, ui);
    if (focused)
        canvas.list()->AddRectFilled(
            {std::round(left + caret), top},
            {std::round(left + caret) + std::max(1.0f, std::round(1.5f * canvas.scale)),
             2 * middle - top},
            canvas.colour(Colour::ink));
    canvas.list()->PopClipRect();
}

void draw_box(Canvas& canvas, const Rect& box, bool focused) {
    const float rounding = canvas.px(9);
    canvas.list()->AddRectFilled(box.min(), box.max(), canvas.colour(Colour::sunken), rounding);
    if (focused)
        canvas.list()->AddRect(box.min(), box.max(), canvas.colour(Colour::accent), rounding, 0,
                               std::max(1.0f, 1.5f * canvas.scale));
}

// The lines that the note below the field takes, or may take while one types.
float note_height(Canvas& canvas, const PassphraseSpec& spec, float width) {
    const float least =
        spec.room_for_note ? wrapped_height(canvas, Type::secondary, longest_note, width) : 0;
    if (spec.note.empty()) return least;
    return std::max(least, wrapped_height(canvas, Type::secondary, spec.note, width));
}

}  // namespace

void PassphraseUi::clear() {
    text.clear();
    caret = 0;
    all = false;
}

void PassphraseUi::select_all() {
    caret = text.size();
    all = !text.empty();
}

PassphraseResult passphrase_field(const Pen& pen, const PassphraseSpec& spec, PassphraseUi& ui) {
    const float top = pen.column.y;
    draw_wrapped(pen, Type::secondary, Colour::muted, spec.label);
    pen.skip(4);
    const Rect box = pen.column.take(pen.px(height));
    Column below{pen.column.x, pen.column.y + pen.px(4), pen.column.width};
    const float note = note_height(pen.canvas, spec, pen.column.width);
    const float bottom = note > 0 ? below.y + note : box.bottom();
    const bool had = pen.canvas.controls.has_focus(spec.name);
    const Interaction seen = interact(pen.canvas, {.name = spec.name,
                                                   .hit = box,
                                                   .state = had ? "focused" : "-",
                                                   .in_view = {box.x, top, box.w, bottom - top},
                                                   .focusable = spec.enabled,
                                                   .takes_keys = false});
    if (seen.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    PassphraseResult result{.focused = seen.focused};
    Asked asked;
    outlive_remark(pen.canvas, spec.name, seen.focused);
    if (seen.focused && spec.enabled) {
        if (take_in_pasted(pen.canvas, spec, ui)) result.touched = true;
        take_keys(pen.canvas, spec, ui, asked, result);
    }
    if (spec.enabled) take_buttons(pen.canvas, spec, ui, box, seen, asked);
    if (asked.paste) ask_to_paste(pen.canvas, spec.name, place_of(ui), Selection::clipboard);

    draw_box(pen.canvas, box, seen.focused);
    const float pad = pen.px(padding);
    draw_text_of(pen.canvas,
                 {box.x + pad, box.y + pen.px(5), box.w - 2 * pad, box.h - 2 * pen.px(5)}, spec, ui,
                 seen.focused && spec.enabled);
    if (!spec.note.empty()) draw_wrapped(pen.in(below), Type::secondary, Colour::notice, spec.note);
    pen.column.y = bottom;
    draw_remark(pen, spec.name);
    pen.skip(10);
    return result;
}

}  // namespace rekindle::app
