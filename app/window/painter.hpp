// Where a scene is drawn and shown: the window's picture, its input and Dear ImGui's memory of
// both.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "app/frame/event_queue.hpp"
#include "app/frame/frame.hpp"
#include "app/frame/probe.hpp"
#include "app/window/gl_renderer.hpp"
#include "app/window/window.hpp"

namespace rekindle::app {

class Painter {
  public:
    // Errors: `system`, when the window's OpenGL cannot be used.
    static Result<std::unique_ptr<Painter>> make(Window& window, Fonts fonts,
                                                 const std::optional<std::filesystem::path>& probe);

    // Draws the next share of what came in; true when another frame is wanted.
    bool draw(Scene& scene);
    void present(Scene& scene);  // the last frame, on the screen
    // Whether anything is to come by itself, for whoever looks at the window from outside.
    void tell_rest(bool rests);

    // When the last frame wants to be drawn anew although nothing happens, in `steady_seconds`.
    std::optional<double> next_frame() const { return frame_->next_frame; }

    // The scene is on the screen, twice: whichever of its two pictures the screen is given later,
    // neither holds what was there before. What came in meanwhile waits for whoever comes next.
    void show_for_sure(Scene& scene);

    // Begins anew: nothing of what was typed or drawn stays in Dear ImGui's memory or ours.
    void forget();

    EventQueue events;

  private:
    Painter(Window& window, Fonts fonts);
    bool draw_as_it_is(Scene& scene);
    bool is_busy() const;  // more is to be drawn at once

    Window& window_;
    std::unique_ptr<Frame> frame_;
    std::unique_ptr<GlRenderer> renderer_;  // goes before the frame that it draws for
    std::optional<Probe> probe_;
    std::uint64_t frames_ = 0;  // drawn so far
    bool again_ = false;
};

}  // namespace rekindle::app
