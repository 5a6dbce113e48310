#include "app/frame/quick_hide.hpp"

namespace rekindle::app {

namespace {

constexpr std::size_t times = 3;
constexpr double press_within = 2.0;  // seconds, from the first press to the last release

}  // namespace

bool QuickHide::shift(bool down, double seconds) {
    if (down) {
        if (down_) return other(), false;  // both Shift keys: on some keyboards a key of its own
        down_ = alone_ = true;
        pressed_.push_back(seconds);
        return false;
    }
    if (!down_) return false;
    down_ = false;
    if (!alone_) return false;
    std::erase_if(pressed_, [&](double began) { return seconds - began > press_within; });
    if (pressed_.size() < times) return false;
    pressed_.clear();
    return true;
}

void QuickHide::other() {
    pressed_.clear();
    alone_ = false;
}

}  // namespace rekindle::app
