// The mouse in a field: where it puts the caret, and what it takes; the keys are in text_edit.cpp.
#include "app/widgets/text_edit.hpp"

#include <algorithm>
#include <cmath>

#include "app/widgets/text.hpp"
#include "app/widgets/text_paste.hpp"

namespace rekindle::app {
namespace {

LinePosition place_under(TextEdit& edit, const Rect& inside, ImVec2 point) {
    const TextLines lines = edit.lines();
    const float down = (point.y - inside.y) / line_height(edit.canvas, field_type);
    if (down < 0) return {0, false};
    const auto line = static_cast<std::size_t>(down);
    if (line >= lines.count()) return {edit.text.size(), false};
    return lines.nearest(line, point.x - inside.x);
}

Span span_taken(const TextEdit& edit, std::size_t at) {
    using Taking = TextFieldMemory::Taking;
    if (edit.memory.taking == Taking::words) return word_at(edit.text, at);
    if (edit.memory.taking == Taking::paragraphs) return paragraph_at(edit.text, at);
    return {at, at};
}

void begin_taking(TextEdit& edit, LinePosition at) {
    using Taking = TextFieldMemory::Taking;
    TextFieldMemory& memory = edit.memory;
    const int clicks = ImGui::GetMouseClickedCount(ImGuiMouseButton_Left);
    memory.taking = clicks == 1   ? Taking::characters
                    : clicks == 2 ? Taking::words
                                  : Taking::paragraphs;
    memory.dragging = true;
    memory.wanted_x = -1;
    memory.caret_since = edit.canvas.seconds;
    if (edit.canvas.input.shift && clicks == 1) {
        memory.taken_from = memory.taken_to = memory.anchor;
    } else {
        const Span taken = span_taken(edit, at.place);
        memory.taken_from = taken.begin;
        memory.taken_to = taken.end;
    }
}

// What the click took stays selected, up to where the mouse is now.
void take_to(TextEdit& edit, LinePosition at) {
    TextFieldMemory& memory = edit.memory;
    const Span here = span_taken(edit, at.place);
    const bool backwards = here.begin < memory.taken_from;
    memory.anchor = backwards ? memory.taken_to : memory.taken_from;
    memory.caret = backwards ? here.begin : std::max(here.end, memory.taken_to);
    memory.at_line_end = at.at_line_end && memory.caret == at.place;
}

// Held above or below what can be seen of the page, the mouse pulls the page along.
void pull_page(TextEdit& edit, float y) {
    const float top = edit.canvas.list()->GetClipRectMin().y;
    const float bottom = edit.canvas.list()->GetClipRectMax().y;
    const float beyond = y < top ? y - top : y > bottom - 1 ? y - bottom + 1 : 0;
    if (beyond == 0) return;
    const float most = edit.canvas.px(60);
    ImGui::SetScrollY(ImGui::GetScrollY() + std::clamp(beyond / 2, -most, most));
    edit.canvas.draw_again_in(0.03);  // goes on while the mouse is still
}

}  // namespace

void take_mouse(TextEdit& edit, const Rect& inside) {
    if (!ImGui::IsMousePosValid()) return;
    const ImVec2 point = ImGui::GetIO().MousePos;
    const LinePosition at = place_under(edit, inside, point);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) begin_taking(edit, at);
    if (!edit.memory.dragging) return;
    take_to(edit, at);
    pull_page(edit, point.y);
}

void paste_selected(TextEdit& edit, const Rect& inside) {
    if (!edit.spec.enabled || !ImGui::IsMousePosValid()) return;
    const LinePosition at = place_under(edit, inside, ImGui::GetIO().MousePos);
    edit.memory.caret = edit.memory.anchor = at.place;
    edit.memory.at_line_end = at.at_line_end;
    edit.memory.wanted_x = -1;
    edit.memory.caret_since = edit.canvas.seconds;
    ask_to_paste(edit.canvas, edit.spec.name, edit.place(), Selection::primary);
}

void point_at(TextEdit& edit, const Rect& inside) {
    if (!ImGui::IsMousePosValid()) return;
    const LinePosition at = place_under(edit, inside, ImGui::GetIO().MousePos);
    const Span selected = edit.selection();
    if (at.place >= selected.begin && at.place <= selected.end && !selected.empty()) return;
    edit.memory.caret = edit.memory.anchor = at.place;
    edit.memory.at_line_end = at.at_line_end;
    edit.memory.wanted_x = -1;
}

}  // namespace rekindle::app
