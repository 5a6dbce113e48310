// How long frames took, told as it would be without sanitizers. Time is that of the drawing thread
// alone: what else the machine does is not in it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/screens/pages.hpp"

namespace rekindle::tests {

double thread_ms();  // used by this thread so far

class FrameTimes {
  public:
    struct Stall {
        app::Page page{};
        std::string doing;
        double ms = 0;
        bool is_letters = false;  // drawn anew for another scale
    };
    static constexpr double stall_ms = 100;

    // The slowdown is found by a page of which it is known how long it takes without sanitizers.
    void calibrate(double help_page_ms);
    double slowdown() const { return slowdown_; }

    void add(app::Page page, const std::string& doing, double letters_ms, double frame_ms);

    const std::vector<Stall>& stalls() const { return stalls_; }
    std::string table() const;

  private:
    static constexpr int buckets = 400;  // of half a millisecond
    struct OfPage {
        std::array<int, buckets> counts{};
        int frames = 0;
        double longest = 0;
    };
    static double share_below(const OfPage& page, double share);

    double slowdown_ = 1;
    std::array<OfPage, app::page_count> pages_{};
    double longest_letters_ = 0;
    std::vector<Stall> stalls_;
};

}  // namespace rekindle::tests
