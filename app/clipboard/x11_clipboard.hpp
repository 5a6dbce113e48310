// The clipboard of an X11 desktop, on a connection and a thread of its own, so that the window's
// never waits.
#pragma once

#include <functional>
#include <memory>

#include "app/clipboard/system_clipboard.hpp"

namespace rekindle::app {

// Its thread begins with the first use.
std::unique_ptr<DesktopClipboard> make_x11_clipboard(std::function<void()> wake);

}  // namespace rekindle::app
