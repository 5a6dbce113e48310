#include "app/window/rescue.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

#include "app/clock.hpp"

namespace rekindle::app::rescue_test {
namespace {

bool comes_true(const std::function<bool()>& question) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!question()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::yield();
    }
    return true;
}

// What a rescue was seen to do.
struct Seen {
    std::atomic<int> begun = 0;
    std::atomic<int> saved = 0;
    std::atomic<bool> may_end = true;

    Rescue::Acts acts() {
        return {[this] {
                    ++begun;
                    comes_true([this] { return may_end.load(); });
                    ++saved;
                },
                [] { return 0; }};
    }
};

}  // namespace

TEST_CASE("rescue: what is due is saved while the window's thread is on an errand") {
    Seen seen;
    Rescue rescue;
    rescue.look_after(seen.acts());
    rescue.expect_save(steady_seconds());
    {
        const Rescue::Errand errand(&rescue);
        CHECK(comes_true([&] { return seen.saved == 1; }));
    }
    CHECK(seen.saved == 1);
}

TEST_CASE("rescue: the window's thread comes back to a save that has ended") {
    Seen seen;
    seen.may_end = false;
    Rescue rescue;
    rescue.look_after(seen.acts());
    rescue.expect_save(steady_seconds());
    std::thread other;
    {
        const Rescue::Errand errand(&rescue);
        REQUIRE(comes_true([&] { return seen.begun == 1; }));
        other = std::thread([&] { seen.may_end = true; });
    }
    CHECK(seen.saved == 1);
    other.join();
}

TEST_CASE("rescue: a lock or an end that was wanted and came is not waited for again") {
    Seen seen;
    Rescue rescue;
    rescue.look_after(seen.acts());
    rescue.lock_is_wanted();
    rescue.is_locked();
    const Rescue::Errand errand(&rescue);
    rescue.expect_save(steady_seconds());
    // Were it waiting for the lock, it would end the process before it saw to this.
    CHECK(comes_true([&] { return seen.saved == 1; }));
}

}  // namespace rekindle::app::rescue_test
