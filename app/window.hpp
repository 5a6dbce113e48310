// The window of the desktop, through GLFW: opens it with OpenGL, waits for events, shows pictures.
// Nothing else in the program knows the window library.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/event_queue.hpp"
#include "app/gl_surface.hpp"
#include "app/window_clipboard.hpp"
#include "workbook/base/result.hpp"
#include "workbook/store/preferences.hpp"

namespace rekindle::app {

// What happened besides input since the last wait.
struct WindowNews {
    bool redraw = false;  // covered parts came to light, the size or the scale changed
    bool close = false;   // the person asked to close it
    bool focus_lost = false;
    bool focus_gained = false;
};

class Window {
  public:
    // Errors: `system`, when there is no display or no OpenGL 3.3.
    static Result<std::unique_ptr<Window>> open(const std::optional<WindowPlace>& place);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Waits until something happens, at most `seconds` (nullopt: as long as it takes), and queues
    // the input.
    void wait(EventQueue& queue, std::optional<double> seconds);
    void look(EventQueue& queue);  // the same without waiting
    WindowNews take_news();

    // Makes `wait` return; from any thread while the window lives.
    static void wake();

    struct Size {
        int width = 0;  // pixels
        int height = 0;
        float scale = 1;  // of the monitor
    };
    Size size() const;
    WindowPlace place() const;

    static GlSurface::Loader loader();

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
