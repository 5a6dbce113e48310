// A piece of work on a thread of its own, whose result is taken once it is there.
#pragma once

#include <functional>
#include <memory>
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
                result_ = std::make_unique<T>(std::move(result));
            }
            wake();
        });
    }

    bool is_running() const { return running_; }  // until its result was taken
    std::optional<T> take() {
        std::unique_ptr<T> taken;
        {
            const std::lock_guard held{mutex_};
            if (!result_) return std::nullopt;
            taken.swap(result_);
        }
        thread_.join();
        running_ = false;
        return std::optional<T>(std::move(*taken));
    }

    // The result, for which it waits; once for each start.
    T wait() {
        thread_.join();
        running_ = false;
        const std::unique_ptr<T> taken = std::move(result_);
        return std::move(*taken);
    }

  private:
    std::mutex mutex_;
    std::unique_ptr<T> result_;  // of its own, so that nothing of it stays here
    std::thread thread_;
    bool running_ = false;
};

}  // namespace rekindle::app
