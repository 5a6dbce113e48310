#include "app/widgets/text_edit.hpp"

#include <algorithm>
#include <cmath>

#include "app/widgets/text.hpp"
#include "app/widgets/text_paste.hpp"
#include "workbook/base/utf8_text.hpp"

namespace rekindle::app {
namespace {

std::size_t visible_lines(const Canvas& canvas) {
    const float height = canvas.list()->GetClipRectMax().y - canvas.list()->GetClipRectMin().y;
    return static_cast<std::size_t>(
        std::max(1.0f, std::floor(height / line_height(canvas, field_type)) - 1));
}

// --- moving ---

void move_to(TextEdit& edit, LinePosition to, bool selecting) {
    TextFieldMemory& memory = edit.memory;
    memory.caret = to.place;
    memory.at_line_end = to.at_line_end;
    if (!selecting) memory.anchor = to.place;
    edit.moved = true;
}

void move_sideways(TextEdit& edit, std::size_t to, bool selecting) {
    edit.memory.wanted_x = -1;
    move_to(edit, {to, false}, selecting);
}

void move_left(TextEdit& edit, const KeyPress& press) {
    const Span selected = edit.selection();
    const std::size_t caret = edit.memory.caret;
    if (press.ctrl)
        move_sideways(edit, word_start_before(edit.text, caret), press.shift);
    else if (!selected.empty() && !press.shift)
        move_sideways(edit, selected.begin, false);
    else
        move_sideways(edit, place_before(edit.text, caret), press.shift);
}

void move_right(TextEdit& edit, const KeyPress& press) {
    const Span selected = edit.selection();
    const std::size_t caret = edit.memory.caret;
    if (press.ctrl)
        move_sideways(edit, word_end_after(edit.text, caret), press.shift);
    else if (!selected.empty() && !press.shift)
        move_sideways(edit, selected.end, false);
    else
        move_sideways(edit, place_after(edit.text, caret), press.shift);
}

// Up from the first line goes to the beginning of the text, down from the last to its end.
void move_lines(TextEdit& edit, bool up, std::size_t by, bool selecting) {
    const TextLines lines = edit.lines();
    TextFieldMemory& memory = edit.memory;
    const std::size_t line = lines.line_of({memory.caret, memory.at_line_end});
    const float x = memory.wanted_x >= 0 ? memory.wanted_x : lines.x_of(line, memory.caret);
    const std::size_t last = lines.count() - 1;
    if (up && line == 0)
        move_to(edit, {0, false}, selecting);
    else if (!up && line == last)
        move_to(edit, {edit.text.size(), false}, selecting);
    else
        move_to(edit, lines.nearest(up ? line - std::min(line, by) : std::min(line + by, last), x),
                selecting);
    memory.wanted_x = x;
}

void move_home(TextEdit& edit, const KeyPress& press) {
    const TextLines lines = edit.lines();
    const TextFieldMemory& memory = edit.memory;
    const std::size_t line = lines.line_of({memory.caret, memory.at_line_end});
    move_sideways(edit, press.ctrl ? 0 : lines.starts[line], press.shift);
}

void move_end(TextEdit& edit, const KeyPress& press) {
    const TextLines lines = edit.lines();
    const TextFieldMemory& memory = edit.memory;
    const std::size_t line = lines.line_of({memory.caret, memory.at_line_end});
    edit.memory.wanted_x = -1;
    move_to(edit, press.ctrl ? LinePosition{edit.text.size(), false} : lines.end_of(line),
            press.shift);
}

// --- changing ---

void replace(TextEdit& edit, Span what, std::string_view with) {
    if (!edit.spec.enabled || (what.empty() && with.empty())) return;
    edit.text.replace(what.begin, what.size(), with);
    edit.changed = true;
    move_sideways(edit, what.begin + with.size(), false);
}

std::size_t room_in(const TextEdit& edit) {
    const std::size_t kept = edit.text.size() - edit.selection().size();
    return edit.spec.most_bytes - std::min(edit.spec.most_bytes, kept);
}

// As much of what is typed as there is room for, never half a character.
void insert(TextEdit& edit, std::string_view text) {
    const std::size_t room = room_in(edit);
    if (text.size() > room) {
        text = text.substr(0, nearest_place(text, room));
        if (edit.spec.enabled) remark_full(edit.canvas, edit.spec.name, edit.spec.most_bytes);
    }
    if (!text.empty()) replace(edit, edit.selection(), text);
}

void delete_before(TextEdit& edit, const KeyPress& press) {
    const Span selected = edit.selection();
    const std::size_t caret = edit.memory.caret;
    if (!selected.empty()) return replace(edit, selected, {});
    replace(
        edit,
        {press.ctrl ? word_start_before(edit.text, caret) : place_before(edit.text, caret), caret},
        {});
}

void delete_after(TextEdit& edit, const KeyPress& press) {
    const Span selected = edit.selection();
    const std::size_t caret = edit.memory.caret;
    if (!selected.empty()) return replace(edit, selected, {});
    replace(edit,
            {caret, press.ctrl ? word_end_after(edit.text, caret) : place_after(edit.text, caret)},
            {});
}

void press_enter(TextEdit& edit) {
    if (edit.spec.single_line)
        edit.confirmed = true;
    else
        insert(edit, "\n");
}

// --- the clipboard ---

void copy(TextEdit& edit) {
    const Span selected = edit.selection();
    if (selected.empty()) return;
    edit.canvas.copy(edit.text.substr(selected.begin, selected.size()));
}

void cut(TextEdit& edit) {
    copy(edit);
    const Span selected = edit.selection();
    if (selected.empty()) return;
    replace(edit, selected, {});
    edit.own_step = true;
}

void paste(TextEdit& edit) {
    if (edit.spec.enabled)
        ask_to_paste(edit.canvas, edit.spec.name, edit.place(), Selection::clipboard);
}

void select_all(TextEdit& edit) {
    edit.memory.anchor = 0;
    edit.memory.wanted_x = -1;
    edit.memory.caret = edit.text.size();
    edit.memory.at_line_end = false;
}

bool press_with_ctrl(TextEdit& edit, Key key) {
    switch (key) {
        case Key::a:
            select_all(edit);
            return true;
        case Key::c:
            copy(edit);
            return true;
        case Key::x:
            cut(edit);
            return true;
        case Key::v:
            paste(edit);
            return true;
        default:
            return false;
    }
}

// The keys for the clipboard from before Ctrl C, X and V.
void press_insert(TextEdit& edit, const KeyPress& press) {
    if (press.ctrl && !press.shift) copy(edit);
    if (press.shift && !press.ctrl) paste(edit);
}

// Keys that write come as characters too, and are not for anyone else.
bool is_writing(Key key) {
    switch (key) {
        case Key::a:
        case Key::c:
        case Key::l:
        case Key::v:
        case Key::x:
        case Key::y:
        case Key::z:
        case Key::digit_0:
        case Key::digit_1:
        case Key::digit_2:
        case Key::digit_3:
        case Key::digit_4:
        case Key::plus:
        case Key::minus:
        case Key::space:
            return true;
        default:
            return false;
    }
}

// True when the key was meant for the field.
bool press_key(TextEdit& edit, const KeyPress& press) {
    if (press.alt) return false;
    switch (press.key) {
        case Key::left:
            move_left(edit, press);
            return true;
        case Key::right:
            move_right(edit, press);
            return true;
        case Key::up:
            move_lines(edit, true, 1, press.shift);
            return true;
        case Key::down:
            move_lines(edit, false, 1, press.shift);
            return true;
        case Key::page_up:
            move_lines(edit, true, visible_lines(edit.canvas), press.shift);
            return true;
        case Key::page_down:
            move_lines(edit, false, visible_lines(edit.canvas), press.shift);
            return true;
        case Key::home:
            move_home(edit, press);
            return true;
        case Key::end:
            move_end(edit, press);
            return true;
        case Key::enter:
            press_enter(edit);
            return true;
        case Key::backspace:
            delete_before(edit, press);
            return true;
        case Key::del:
            press.shift ? cut(edit) : delete_after(edit, press);
            return true;
        case Key::insert:
            press_insert(edit, press);
            return true;
        case Key::menu:
            edit.wants_menu = true;
            return true;
        case Key::f10:
            edit.wants_menu = edit.wants_menu || press.shift;
            return press.shift;
        default:
            break;
    }
    if (press.ctrl) return !press.shift && press_with_ctrl(edit, press.key);
    return is_writing(press.key);
}

// Everything typed in a row is one change: the text is wrapped once for all of it.
void type(TextEdit& edit, std::string& typed) {
    if (!typed.empty()) insert(edit, cleaned(typed, edit.spec.single_line));
    typed.clear();
}

bool leaves(const InputEvent& event) {
    const auto* press = std::get_if<KeyPress>(&event);
    return press && (press->key == Key::tab || press->key == Key::escape);
}

// --- the mouse ---

}  // namespace

TextLines TextEdit::lines() {
    const int glyphs = canvas.fonts[field_type]->Glyphs.Size;
    if (memory.of != text || memory.width != width || memory.scale != canvas.scale ||
        memory.glyphs != glyphs || memory.starts.empty()) {
        canvas.fonts.want(text);
        memory.starts = line_starts(canvas, field_type, text, width);
        memory.of = text;
        memory.width = width;
        memory.scale = canvas.scale;
        memory.glyphs = glyphs;
    }
    return {canvas, field_type, text, memory.starts};
}

Span TextEdit::selection() const {
    return {std::min(memory.caret, memory.anchor), std::max(memory.caret, memory.anchor)};
}

bool can(const TextEdit& edit, TextAct act) {
    switch (act) {
        case TextAct::cut:
            return edit.spec.enabled && !edit.selection().empty();
        case TextAct::copy:
            return !edit.selection().empty();
        case TextAct::paste:
            return edit.spec.enabled;
        case TextAct::select_all:
            return edit.selection().size() < edit.text.size();
    }
    return false;
}

void carry_out(TextEdit& edit, TextAct act) {
    if (!can(edit, act)) return;
    switch (act) {
        case TextAct::cut:
            return cut(edit);
        case TextAct::copy:
            return copy(edit);
        case TextAct::paste:
            return paste(edit);
        case TextAct::select_all:
            return select_all(edit);
    }
}

void take_in_pasted(TextEdit& edit) {
    const auto pasted = take_pasted(edit.canvas, edit.spec.name, edit.place());
    if (!pasted) return;
    const std::string text = cleaned(*pasted, edit.spec.single_line);
    if (text.size() > room_in(edit))
        return remark_no_room(edit.canvas, edit.spec.name, edit.spec.most_bytes);
    if (text.empty()) return;
    replace(edit, edit.selection(), text);
    edit.own_step = true;
    edit.memory.caret_since = edit.canvas.seconds;
}

void take_keys(TextEdit& edit) {
    std::vector<InputEvent>& events = edit.canvas.input.events;
    std::vector<InputEvent> for_others;
    std::string typed;
    auto event = events.begin();
    for (; event != events.end() && !leaves(*event) && !edit.confirmed; ++event) {
        if (const auto* character = std::get_if<Typed>(&*event)) {
            append_character(typed, character->character);
            continue;
        }
        type(edit, typed);
        if (!press_key(edit, std::get<KeyPress>(*event))) for_others.push_back(*event);
    }
    type(edit, typed);
    for_others.insert(for_others.end(), event, events.end());
    if (for_others.size() != events.size()) edit.memory.caret_since = edit.canvas.seconds;
    events = std::move(for_others);
}

void offer_selected(TextEdit& edit) {
    TextFieldMemory& memory = edit.memory;
    const Span selected = edit.selection();
    if (memory.dragging ||
        (memory.offered_from == selected.begin && memory.offered_to == selected.end))
        return;
    memory.offered_from = selected.begin;
    memory.offered_to = selected.end;
    if (selected.empty() || !edit.canvas.clipboard.has_primary()) return;
    edit.canvas.clipboard.give(Selection::primary,
                               edit.text.substr(selected.begin, selected.size()));
}

void follow_outside_change(TextFieldMemory& memory, const std::string& text) {
    if (memory.starts.empty()) {  // never seen before: one goes on writing at the end
        memory.caret = memory.anchor = text.size();
        return;
    }
    if (memory.of == text) return;
    memory.caret = memory.anchor = end_of_change(memory.of, text);
    memory.at_line_end = false;
    memory.wanted_x = -1;
    memory.dragging = false;
}

}  // namespace rekindle::app
