#include "app/window_clipboard.hpp"

#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "app/window_clipboard_wayland.hpp"
#include "app/window_clipboard_x11.hpp"

namespace rekindle::app {

std::unique_ptr<DesktopClipboard> open_clipboard(std::function<void()> wake) {
#ifdef GLFW_PLATFORM_WAYLAND
    if (glfwGetPlatform() == GLFW_PLATFORM_WAYLAND) return make_wayland_clipboard(std::move(wake));
#endif
    return make_x11_clipboard(std::move(wake));
}

}  // namespace rekindle::app
