#include "app/widgets/popup.hpp"

#include <algorithm>

namespace rekindle::app {
namespace {

// Below the anchor, above it where the window ends, and never beyond the window's edges.
ImVec2 place_for(const Canvas& canvas, const Rect& anchor, ImVec2 size) {
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const float gap = canvas.px(4);
    float y = anchor.bottom() + gap;
    if (y + size.y > window.y && anchor.y - gap - size.y >= 0) y = anchor.y - gap - size.y;
    return {std::clamp(anchor.x, 0.0f, std::max(0.0f, window.x - size.x)),
            std::clamp(y, 0.0f, std::max(0.0f, window.y - size.y))};
}

}  // namespace

Popup::Popup(Canvas& canvas, std::string_view name, const Rect& anchor, ImVec2 inside)
    : canvas_(canvas), name_(name) {
    if (!ImGui::IsPopupOpen(name_.c_str())) return;
    const float padding = canvas.px(popup_padding);
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const float bar = inside.y + 2 * padding > window.y ? ImGui::GetStyle().ScrollbarSize : 0;
    const ImVec2 size{inside.x + 2 * padding + bar, std::min(inside.y + 2 * padding, window.y)};
    ImGui::SetNextWindowPos(place_for(canvas, anchor, size));
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, padding});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, canvas.px(9));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, std::max(1.0f, canvas.scale));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, canvas.colour(Colour::surface));
    ImGui::PushStyleColor(ImGuiCol_Border, canvas.colour(Colour::line));
    open_ = ImGui::BeginPopup(name_.c_str(), ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                                                 ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(3);
    if (!open_) return;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    inside_ = {corner.x, corner.y, inside.x};
    // What is drawn moves no cursor; Dear ImGui has to know how far there is to scroll.
    ImGui::Dummy(inside);
    ImGui::SetCursorScreenPos(corner);
}

Popup::~Popup() {
    if (open_) ImGui::EndPopup();
}

void Popup::close(std::string_view opener) {
    ImGui::CloseCurrentPopup();
    // The page stands still for someone who uses the mouse.
    if (canvas_.controls.shows_ring())
        canvas_.controls.focus(opener, true);
    else
        canvas_.controls.grab(opener);
}

void Popup::close_when_left(std::string_view opener) {
    if (canvas_.input.take(Key::escape)) return close(opener);
    const std::string& focused = canvas_.controls.focused();
    const bool inside = focused == opener || focused.starts_with(name_ + '.');
    if (!inside && !focused.empty()) ImGui::CloseCurrentPopup();
}

}  // namespace rekindle::app
