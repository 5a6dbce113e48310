// A piece of work on a thread of its own, whose result is taken once it is there.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "workbook/base/wiped_stack.hpp"

namespace rekindle::app {

template <class T>
class Task {
  public:
    Task() = default;
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    ~Task() {
        if (thread_.joinable()) thread_.join();
    }

    // `work` gives a T; `wake` is called from its thread when `take` has it.
    template <class Work>
    void start(Work work, std::function<void()> wake) {
        if (thread_.joinable()) thread_.join();
        running_ = true;
        thread_ = wiped_thread([this, work = std::move(work), wake = std::move(wake)]() mutable {
            T result = work();
            {
                const std::lock_guard held{mutex_};
                result_.emplace(std::move(result));
            }
            wake();
        });
    }

    bool is_running() const { return running_; }  // until its result was taken
    std::optional<T> take() {
        std::optional<T> taken;
        {
            const std::lock_guard held{mutex_};
            if (!result_) return std::nullopt;
            taken.swap(result_);
        }
        thread_.join();
        running_ = false;
        return taken;
    }

    // The result, for which it waits; once for each start.
    T wait() {
        thread_.join();
        running_ = false;
        return *std::exchange(result_, std::nullopt);
    }

  private:
    std::mutex mutex_;
    std::optional<T> result_;
    std::thread thread_;
    bool running_ = false;
};

}  // namespace rekindle::app
