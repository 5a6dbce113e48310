// Puts what Dear ImGui drew on the OpenGL context that is current: the window's, or one without a
// window.
#pragma once

#include <imgui.h>

#include <memory>

#include "app/frame/theme.hpp"
#include "workbook/base/result.hpp"

namespace rekindle::app {

class GlRenderer {
  public:
    using Function = void (*)();
    using Loader = Function (*)(const char* name);

    // Readies the current context (3.3 core or later) and ImGui context. Errors: `system`.
    static Result<std::unique_ptr<GlRenderer>> make(Loader loader);
    ~GlRenderer();
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;

    // Sends the font atlas to the graphics card, after it was built anew.
    void upload_fonts();

    // Clears to the theme's ground and draws; width and height in pixels.
    void draw(ImDrawData& drawn, int width, int height, ImU32 ground);

    // Waits until everything drawn so far is on its way to the screen.
    void finish();

  private:
    GlRenderer() = default;
};

}  // namespace rekindle::app
