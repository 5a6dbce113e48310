// Timing for the benchmarks: the middle of many runs, since the slowest is the computer's doing.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace rekindle::bench {

// Milliseconds that one call takes: the median of `runs`.
template <class What>
double median_ms(int runs, What&& what) {
    std::vector<double> took;
    for (int i = 0; i < runs; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        what();
        const auto end = std::chrono::steady_clock::now();
        took.push_back(std::chrono::duration<double, std::milli>(end - begin).count());
    }
    const auto middle = took.begin() + static_cast<std::ptrdiff_t>(took.size() / 2);
    std::nth_element(took.begin(), middle, took.end());
    return *middle;
}

}  // namespace rekindle::bench
