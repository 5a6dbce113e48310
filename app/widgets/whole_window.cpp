#include "app/widgets/whole_window.hpp"

#include <algorithm>

namespace rekindle::app {
namespace {

constexpr ImGuiWindowFlags bare =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav;
constexpr float wheel_step = 72;  // for one notch of the wheel

Rect whole() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {0, 0, size.x, size.y};
}

}  // namespace

WholeWindow::WholeWindow(const Canvas& canvas, const char* title, ImGuiWindowFlags more,
                         bool scrolls)
    : rect(whole()) {
    ImGui::SetNextWindowPos(rect.min());
    ImGui::SetNextWindowSize({rect.w, rect.h});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin(title, nullptr, (scrolls ? bare & ~ImGuiWindowFlags_NoScrollbar : bare) | more);
    canvas.list()->AddRectFilled(rect.min(), rect.max(), canvas.colour(Colour::background));
}

float WholeWindow::scrolled() const { return ImGui::GetScrollY(); }

void WholeWindow::end_scrolling(Canvas& canvas, float height) const {
    ImGui::SetCursorScreenPos({rect.x, rect.y - scrolled()});
    ImGui::Dummy({1, height});
    // It is known a frame later: what became shorter than it is scrolled moves once more.
    const float most = std::max(0.0f, height - rect.h);
    if (scrolled() > most + 3) canvas.draw_again();
    float by = -canvas.wheel * canvas.px(wheel_step);
    canvas.wheel = 0;
    if (canvas.input.take(Key::page_down)) by += rect.h - canvas.px(60);
    if (canvas.input.take(Key::page_up)) by -= rect.h - canvas.px(60);
    if (by != 0) ImGui::SetScrollY(std::clamp(scrolled() + by, 0.0f, most));
}

WholeWindow::~WholeWindow() {
    ImGui::End();
    ImGui::PopStyleVar(2);
}

}  // namespace rekindle::app
