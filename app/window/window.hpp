// The window of the desktop, through GLFW: opens it with OpenGL, waits for events, shows pictures.
// Nothing else in the program knows the window library.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/clipboard/system_clipboard.hpp"
#include "app/frame/event_queue.hpp"
#include "app/window/gl_renderer.hpp"
#include "app/window/rescue.hpp"
#include "workbook/base/result.hpp"
#include "workbook/findings/preferences.hpp"

namespace rekindle::app {

// What happened besides input since the last wait.
struct WindowNews {
    bool redraw = false;  // covered parts came to light, the size or the scale changed
    bool close = false;   // the person asked to close it
    bool focus_lost = false;
    bool focus_gained = false;
    bool woken = false;  // by `wake`

    bool any() const { return redraw || close || focus_lost || focus_gained || woken; }
    void add(const WindowNews& more) {
        redraw |= more.redraw;
        close |= more.close;
        focus_lost |= more.focus_lost;
        focus_gained |= more.focus_gained;
        woken |= more.woken;
    }
};

class Window {
  public:
    // Errors: `system`, when there is no display or no OpenGL 3.3.
    static Result<std::unique_ptr<Window>> open(const std::optional<WindowGeometry>& place);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Whatever may have to wait for others is from now on an errand that this keeps an eye on.
    void look_after(Rescue& rescue);

    // Waits until something happens, at most `seconds` (nullopt: as long as it takes), and queues
    // the input. It may return for nothing: on Wayland each picture shown brings answers that
    // concern only the window library.
    void wait(EventQueue& queue, std::optional<double> seconds);
    void look(EventQueue& queue);  // the same without waiting
    WindowNews take_news();

    // Makes `wait` return, with news; from any thread while the window lives.
    void wake();

    struct Size {
        int width = 0;  // pixels
        int height = 0;
        float scale = 1;  // of the monitor
    };
    Size size() const;
    WindowGeometry place() const;

    static GlRenderer::Loader loader();

    DesktopClipboard& clipboard();
    void show_cursor(ImGuiMouseCursor cursor);

    void show();      // it is opened unseen, so that it appears with its first picture
    void minimise();  // does nothing where no window manager is there to do it
    void swap();

  private:
    struct Impl;
    explicit Window(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace rekindle::app
