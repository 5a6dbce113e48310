#include "app/widgets/whole_window.hpp"

namespace rekindle::app {
namespace {

constexpr ImGuiWindowFlags bare =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav;

Rect whole() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {0, 0, size.x, size.y};
}

}  // namespace

WholeWindow::WholeWindow(const Canvas& canvas, const char* title, ImGuiWindowFlags more)
    : rect(whole()) {
    ImGui::SetNextWindowPos(rect.min());
    ImGui::SetNextWindowSize({rect.w, rect.h});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin(title, nullptr, bare | more);
    canvas.list()->AddRectFilled(rect.min(), rect.max(), canvas.colour(Colour::background));
}

WholeWindow::~WholeWindow() {
    ImGui::End();
    ImGui::PopStyleVar(2);
}

}  // namespace rekindle::app
