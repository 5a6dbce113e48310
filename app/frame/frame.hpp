// One frame, from keys to draw lists: owns the ImGui context, fonts, controls and input, and knows
// neither a window nor a GPU. The window, `shot`, the tests and the benchmarks all draw through it.
#pragma once

#include <imgui.h>

#include <optional>

#include "app/frame/canvas.hpp"
#include "app/frame/scene.hpp"

namespace rekindle::app {

class Frame {
  public:
    explicit Frame(Fonts ready = Fonts());
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    struct Surface {
        float width = 1280;  // pixels
        float height = 800;
        float monitor_scale = 1;
        double seconds = 0;
    };

    // True when the font atlas was built anew and its texture has to be uploaded before drawing.
    bool ready_fonts(Scene& scene, const Surface& surface);

    // Draws one frame; the result is in ImGui::GetDrawData(). Between `ready_fonts` and the upload.
    // True when another frame is wanted at once (something changed, glyphs are missing).
    bool draw(Scene& scene, const Surface& surface);

    Input input;      // filled by whoever has a keyboard
    float wheel = 0;  // lines turned since the last frame
    Controls controls;
    Fonts fonts;
    // When the last frame wants to be drawn anew although nothing happens, in Surface::seconds.
    std::optional<double> next_frame;
    std::vector<Canvas::DrawnText>* drawn = nullptr;  // for tests: see Canvas
    InnerClipboard inner_clipboard;
    Clipboard* clipboard = &inner_clipboard;  // the desktop's where there is one

  private:
    ImGuiContext* context_;
    std::string style_of_;
    float style_scale_ = 0;
    double last_seconds_ = 0;
};

}  // namespace rekindle::app
