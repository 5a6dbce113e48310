// What fills the window from edge to edge: one ImGui window without frame or padding.
#pragma once

#include "app/canvas.hpp"

namespace rekindle::app {

// Begins it, painted with the theme's background; ends it when the guard goes.
class WholeWindow {
  public:
    // `title` names it for Dear ImGui and is seen by nobody.
    WholeWindow(const Canvas& canvas, const char* title, ImGuiWindowFlags more = 0);
    ~WholeWindow();
    WholeWindow(const WholeWindow&) = delete;
    WholeWindow& operator=(const WholeWindow&) = delete;
    const Rect rect;
};

}  // namespace rekindle::app
