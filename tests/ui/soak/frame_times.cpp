#include "tests/ui/soak/frame_times.hpp"

#include <fmt/format.h>
#include <time.h>

#include <algorithm>

namespace rekindle::tests {
namespace {

// The help page at 1280x800 in the Release build, by tests/bench.
constexpr double help_page_without_sanitizers = 0.09;
constexpr double bucket_ms = 0.5;

}  // namespace

double thread_ms() {
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

void FrameTimes::calibrate(double help_page_ms) {
    slowdown_ = std::max(1.0, help_page_ms / help_page_without_sanitizers);
}

void FrameTimes::add(app::Page page, const std::string& doing, double letters_ms, double frame_ms) {
    // The letters are drawn by the library as it is installed: nothing slows it down.
    longest_letters_ = std::max(longest_letters_, letters_ms);
    if (letters_ms > stall_ms) stalls_.push_back({page, doing, letters_ms, true});
    const double ms = frame_ms / slowdown_;
    if (ms > stall_ms) stalls_.push_back({page, doing, ms, false});
    OfPage& of = pages_[static_cast<std::size_t>(page)];
    ++of.frames;
    ++of.counts[static_cast<std::size_t>(std::min(ms / bucket_ms, buckets - 1.0))];
    of.longest = std::max(of.longest, ms);
}

double FrameTimes::share_below(const OfPage& page, double share) {
    int counted = 0;
    for (int bucket = 0; bucket < buckets; ++bucket) {
        counted += page.counts[static_cast<std::size_t>(bucket)];
        if (counted >= share * page.frames) return (bucket + 1) * bucket_ms;
    }
    return buckets * bucket_ms;
}

std::string FrameTimes::table() const {
    std::string text = fmt::format("{:<10} {:>8} {:>8} {:>8} {:>9}\n", "page", "frames", "median<",
                                   "99 %<", "longest");
    for (std::size_t i = 0; i < pages_.size(); ++i)
        text += fmt::format("{:<10} {:>8} {:>8.1f} {:>8.1f} {:>9.1f}\n", app::pages[i].name,
                            pages_[i].frames, share_below(pages_[i], 0.5),
                            share_below(pages_[i], 0.99), pages_[i].longest);
    text += fmt::format(
        "ms of the drawing thread, divided by a slowdown of {:.0f}; letters for a "
        "new scale took at most {:.0f} ms.\n",
        slowdown_, longest_letters_);
    for (const Stall& stall : stalls_)
        text += fmt::format("over {:.0f} ms: {:.0f} ms on {}{} while: {}\n", stall_ms, stall.ms,
                            app::row_of(stall.page).name, stall.is_letters ? ", for letters," : "",
                            stall.doing);
    return text;
}

}  // namespace rekindle::tests
