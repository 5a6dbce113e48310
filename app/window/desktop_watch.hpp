// Hears from the desktop when the computer is about to sleep or its screen is locked: over D-Bus,
// from logind (org.freedesktop.login1) and from the desktops' ScreenSaver interfaces. Where there
// is no bus nothing is heard. No other socket is ever opened, and none without a lock.
#pragma once

#include <functional>
#include <memory>
#include <thread>

namespace rekindle::app {

class DesktopWatch {
  public:
    // `locks` is called from another thread, where all that a bus may be waited for happens. The
    // computer waits with its sleep (for some seconds at most) until `is_locked` was called.
    explicit DesktopWatch(std::function<void()> locks);
    ~DesktopWatch();  // does not wait for a bus that does not answer

    void is_locked();

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
    std::thread thread_;
};

}  // namespace rekindle::app
