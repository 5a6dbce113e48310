#include "app/clipboard/system_clipboard.hpp"

#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "app/clipboard/wayland_clipboard.hpp"
#include "app/clipboard/x11_clipboard.hpp"

namespace rekindle::app {

std::unique_ptr<DesktopClipboard> open_clipboard(std::function<void()> wake) {
#ifdef GLFW_PLATFORM_WAYLAND
    if (glfwGetPlatform() == GLFW_PLATFORM_WAYLAND) return make_wayland_clipboard(std::move(wake));
#endif
    return make_x11_clipboard(std::move(wake));
}

}  // namespace rekindle::app
