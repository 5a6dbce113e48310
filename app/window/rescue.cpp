#include "app/window/rescue.hpp"

#include <chrono>
#include <cstdlib>

#include "app/clock.hpp"
#include "workbook/base/wiped_stack.hpp"

namespace rekindle::app {

namespace {

// Counted in short steps, so that a computer that slept in between is not taken for one that waits.
constexpr std::chrono::milliseconds step{100};
constexpr unsigned steps_to_quit = 13;
// Longer: a screen that is just being put to sleep shows a picture late, and the window would go.
constexpr unsigned steps_to_lock = 18;

// By how much a save may be late, in seconds.
constexpr double late = 0.5;

}  // namespace

Rescue::Rescue() : thread_(wiped_thread([this] { keep_an_eye(); })) {}

Rescue::~Rescue() {
    {
        const std::lock_guard held{mutex_};
        ended_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Rescue::look_after(Acts acts) {
    const std::lock_guard held{mutex_};
    acts_ = std::move(acts);
    away_ = false;
}

void Rescue::closed(int code) {
    const std::lock_guard held{mutex_};
    acts_ = {[] {}, [code] { return code; }};
    save_at_.reset();
    quit_wanted_ = true;
    changed_.notify_all();
}

void Rescue::expect_save(std::optional<double> moment) {
    const std::lock_guard held{mutex_};
    // Somebody who types on puts the save off, and the thread finds that out when it wakes.
    const bool sooner = moment && (!save_at_ || *moment < *save_at_);
    save_at_ = moment;
    if (sooner) changed_.notify_all();
}

void Rescue::lock_is_wanted() {
    const std::lock_guard held{mutex_};
    lock_wanted_ = true;
    changed_.notify_all();
}

void Rescue::quit_is_wanted() {
    const std::lock_guard held{mutex_};
    quit_wanted_ = true;
    changed_.notify_all();
}

void Rescue::is_locked() {
    const std::lock_guard held{mutex_};
    lock_wanted_ = false;
}

void Rescue::leave() {
    const std::lock_guard held{mutex_};
    away_ = true;
    ++errands_;
}

void Rescue::come_back() {
    std::unique_lock held{mutex_};
    changed_.wait(held, [this] { return !acting_; });
    away_ = false;
}

void Rescue::act(const std::function<void()>& what, std::unique_lock<std::mutex>& held) {
    acting_ = true;
    held.unlock();
    what();
    wipe_stack();
    held.lock();
    acting_ = false;
    changed_.notify_all();
}

void Rescue::keep_an_eye() {
    std::unique_lock held{mutex_};
    unsigned errand = 0;
    unsigned steps = 0;
    while (!ended_) {
        if (lock_wanted_ || quit_wanted_) {
            steps = away_ && errands_ == errand ? steps + 1 : 0;
            errand = errands_;
            if (steps > (quit_wanted_ ? steps_to_quit : steps_to_lock))
                act([this] { std::_Exit(acts_.close ? acts_.close() : 0); }, held);
            changed_.wait_for(held, step);
            continue;
        }
        steps = 0;
        if (!save_at_) {
            changed_.wait(held);
            continue;
        }
        const double left = *save_at_ + late - steady_seconds();
        if (left > 0) {
            changed_.wait_for(held, std::chrono::duration<double>(left));
            continue;
        }
        save_at_.reset();
        if (away_ && acts_.save) act(acts_.save, held);
    }
}

}  // namespace rekindle::app
