// What fills the window from edge to edge: one ImGui window without frame or padding.
#pragma once

#include "app/frame/canvas.hpp"

namespace rekindle::app {

// Begins it, painted with the theme's background; ends it when the guard goes.
class WholeWindow {
  public:
    // `title` names it for Dear ImGui and is seen by nobody.
    WholeWindow(const Canvas& canvas, const char* title, ImGuiWindowFlags more = 0,
                bool scrolls = false);
    ~WholeWindow();
    WholeWindow(const WholeWindow&) = delete;
    WholeWindow& operator=(const WholeWindow&) = delete;
    // Of one that scrolls: how far down it is, in pixels.
    float scrolled() const;
    // Ends what is drawn in one that scrolls, so many pixels high from its very top: by the wheel
    // and the page keys what has no room comes into sight.
    void end_scrolling(Canvas& canvas, float height) const;
    const Rect rect;
};

}  // namespace rekindle::app
