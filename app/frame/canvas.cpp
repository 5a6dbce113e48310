#include "app/frame/canvas.hpp"

#include <algorithm>
#include <utility>

namespace rekindle::app {
namespace {

constexpr float view_margin = 24;  // around what was scrolled into view

Rect clip_rect() {
    const ImVec2 low = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 high = ImGui::GetWindowDrawList()->GetClipRectMax();
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

// Scrolls the window being drawn so far that the rectangle stands in view.
void scroll_to(Canvas& canvas, const Rect& rect) {
    const Rect clip = clip_rect();
    const float margin = std::clamp((clip.h - rect.h) / 2, 0.0f, canvas.px(view_margin));
    if (rect.y < clip.y + margin)
        ImGui::SetScrollY(ImGui::GetScrollY() - (clip.y + margin - rect.y));
    else if (rect.bottom() > clip.bottom() - margin)
        ImGui::SetScrollY(ImGui::GetScrollY() + (rect.bottom() - clip.bottom() + margin));
    canvas.draw_again();
}

// With the control what belongs to it, where there is room for both.
const Rect& in_view(const Canvas& canvas, const ControlSpec& spec) {
    const float room = clip_rect().h - 2 * canvas.px(view_margin);
    return spec.in_view.h > 0 && spec.in_view.h <= room ? spec.in_view : spec.hit;
}

void draw_ring(Canvas& canvas, const Rect& rect, float rounding) {
    const float away = canvas.px(2);
    canvas.list()->AddRect({rect.x - away, rect.y - away},
                           {rect.right() + away, rect.bottom() + away},
                           canvas.colour(Colour::accent), canvas.px(rounding) + away, 0,
                           std::max(1.5f, 2 * canvas.scale));
}

}  // namespace

void Canvas::draw_again_at(double moment) {
    next_frame = std::min(next_frame.value_or(moment), moment);
}

void Canvas::copy(std::string text) {
    fields.copied = std::move(text);
    clipboard.give(Selection::clipboard, fields.copied);
}

bool is_hidden(const Canvas& canvas, const Rect& rect) {
    if (!canvas.input.events.empty() || canvas.input.pasted) return false;
    // What Tab went to is drawn in the frame after the key, wherever it stands, to come into view.
    if (canvas.controls.has_scroll_request()) return false;
    const Rect clip = clip_rect();
    return rect.bottom() < clip.y || rect.y > clip.bottom();
}

Interaction interact(Canvas& canvas, const ControlSpec& spec) {
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(spec.hit.min());
    const std::string_view name = spec.name;
    ImGui::PushID(name.data(), name.data() + name.size());
    Interaction seen;
    seen.pressed = ImGui::InvisibleButton("##control",
                                          {std::max(1.0f, spec.hit.w), std::max(1.0f, spec.hit.h)});
    seen.hovered = ImGui::IsItemHovered();
    if (seen.hovered) canvas.controls.hover(name);
    seen.held = ImGui::IsItemActive();
    seen.right_clicked = seen.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right);
    seen.double_clicked = seen.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    const bool grabbed = ImGui::IsItemActivated();
    ImGui::PopID();
    ImGui::SetCursorScreenPos(cursor);

    const bool has_reported = spec.reported.w > 0 && spec.reported.h > 0;
    const Rect reported = has_reported ? spec.reported : spec.hit;
    const bool visible = clip_rect().contains(reported.centre());
    if ((grabbed || seen.right_clicked) && spec.focusable) canvas.controls.grab(name);
    seen.focused =
        canvas.controls.add({std::string(name), reported, spec.state, visible, spec.focusable});
    if (!seen.focused) return seen;
    if (canvas.controls.take_scroll_request(name)) scroll_to(canvas, in_view(canvas, spec));
    if (spec.takes_keys && (canvas.input.take(Key::enter) || canvas.input.take(Key::space)))
        seen.pressed = true;
    if (canvas.controls.shows_ring()) draw_ring(canvas, spec.hit, spec.rounding);
    return seen;
}

}  // namespace rekindle::app
