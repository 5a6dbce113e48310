// Chance that falls alike on every machine: the standard names the engine's numbers, but leaves
// its distributions to each library.
#pragma once

#include <cstdint>
#include <random>
#include <span>

namespace rekindle {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    // A whole number from `low` to `high`, both included.
    int between(int low, int high) {
        const auto places = static_cast<std::uint64_t>(std::int64_t{high} - low + 1);
        return low + static_cast<int>(engine_() % places);
    }
    bool happens(int times, int of) { return between(1, of) <= times; }

    template <class T>
    const T& pick(std::span<const T> from) {
        return from[static_cast<std::size_t>(between(0, static_cast<int>(from.size()) - 1))];
    }

  private:
    std::mt19937_64 engine_;
};

}  // namespace rekindle
