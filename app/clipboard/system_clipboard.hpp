// The clipboard of the desktop the window is on. The window library has one too, which waits for
// other programs without end; this one never does.
#pragma once

#include <functional>
#include <memory>

#include "app/frame/clipboard.hpp"

namespace rekindle::app {

class DesktopClipboard : public Clipboard {
  public:
    // When the program ends: what was given goes to the desktop's clipboard manager, if there is
    // one and if it takes it at once (half a second at most).
    virtual void hand_over() = 0;
};

// `wake` is called, from any thread, when there is an answer to take, or none comes.
std::unique_ptr<DesktopClipboard> open_clipboard(std::function<void()> wake);

}  // namespace rekindle::app
