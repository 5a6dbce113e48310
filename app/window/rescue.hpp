// For the time in which the window's thread is with somebody else: the display server, an input
// method, whoever owns the clipboard. None of them can be made to answer, and what is not answered
// would hold up saving, locking and closing without end. So another thread keeps an eye on it, and
// sees to the journal itself when the window's thread does not come back.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace rekindle::app {

class Rescue {
  public:
    // What is done for a window's thread that is away; it cannot come back meanwhile.
    struct Acts {
        std::function<void()> save;  // what is not saved is on its way to the disk
        std::function<int()> close;  // saves, waits for that, and says what the process ends with
    };

    Rescue();  // the window's thread is away until `look_after`: nothing can be lost yet
    ~Rescue();
    Rescue(const Rescue&) = delete;
    Rescue& operator=(const Rescue&) = delete;

    void look_after(Acts acts);
    // All is saved, and whoever is still to be taken leave of may not hold that up.
    void closed(int code);

    // An errand of the window's thread to somebody else.
    class Errand {
      public:
        explicit Errand(Rescue* rescue) : rescue_(rescue) {
            if (rescue_ != nullptr) rescue_->leave();
        }
        ~Errand() {
            if (rescue_ != nullptr) rescue_->come_back();
        }
        Errand(const Errand&) = delete;
        Errand& operator=(const Errand&) = delete;

      private:
        Rescue* rescue_;
    };

    // When the next save is due, on the clock that only goes forward; nothing when all is saved.
    void expect_save(std::optional<double> moment);

    // Somebody is about to wake the window's thread to lock or to quit: it comes back within
    // moments, or the journal is closed without it and the process ends. From any thread.
    void lock_is_wanted();
    void quit_is_wanted();
    void is_locked();

  private:
    void leave();
    void come_back();
    void keep_an_eye();
    void act(const std::function<void()>& what, std::unique_lock<std::mutex>& held);

    std::mutex mutex_;
    std::condition_variable changed_;
    Acts acts_;
    bool away_ = true;
    bool acting_ = false;  // the window's thread waits for that
    unsigned errands_ = 0;
    std::optional<double> save_at_;
    bool lock_wanted_ = false;
    bool quit_wanted_ = false;
    bool ended_ = false;
    std::thread thread_;
};

}  // namespace rekindle::app
