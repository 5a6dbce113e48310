// SIGTERM, SIGHUP and SIGINT as an ordinary event: somebody wants the program to save and go.
#pragma once

#include <functional>
#include <thread>

namespace rekindle::app {

// Keeps the three from ending the process at once. Call it before any thread is started.
void hold_quit_signals();

// Waits for one of them in a thread of its own, without ever waking up for anything else.
class QuitSignals {
  public:
    explicit QuitSignals(std::function<void()> asked_to_quit);  // called from that thread, once
    ~QuitSignals();
    QuitSignals(const QuitSignals&) = delete;
    QuitSignals& operator=(const QuitSignals&) = delete;

  private:
    std::thread thread_;
};

}  // namespace rekindle::app
