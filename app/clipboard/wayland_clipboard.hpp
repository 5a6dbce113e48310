// The clipboard of a Wayland desktop, beside the window library's on the same connection, with a
// thread of its own, so that the window's never waits.
#pragma once

#include <functional>
#include <memory>

#include "app/clipboard/system_clipboard.hpp"

namespace rekindle::app {

// Only where the window library knows Wayland, and the window is on it.
std::unique_ptr<DesktopClipboard> make_wayland_clipboard(std::function<void()> wake);

}  // namespace rekindle::app
