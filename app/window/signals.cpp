#include "app/window/signals.hpp"

#include <pthread.h>
#include <signal.h>

#include "workbook/base/wiped_stack.hpp"

namespace rekindle::app {

namespace {

constexpr int never_mind = SIGUSR1;  // ends the waiting thread

sigset_t quit_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int one : {SIGTERM, SIGHUP, SIGINT, never_mind}) sigaddset(&signals, one);
    return signals;
}

}  // namespace

void hold_quit_signals() {
    const sigset_t signals = quit_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // A reader of our output that goes away is no reason to lose a journal.
    signal(SIGPIPE, SIG_IGN);
}

QuitSignals::QuitSignals(std::function<void()> asked_to_quit)
    : thread_(wiped_thread([asked = std::move(asked_to_quit)] {
          const sigset_t signals = quit_signals();
          int signal = 0;
          while (sigwait(&signals, &signal) != 0) {
          }
          if (signal != never_mind) asked();
      })) {}

QuitSignals::~QuitSignals() {
    pthread_kill(thread_.native_handle(), never_mind);
    thread_.join();
}

}  // namespace rekindle::app
