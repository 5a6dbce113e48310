#include "app/window/geometry.hpp"

#include <algorithm>

namespace rekindle::app {

namespace {

// What has to be on a monitor of a window's upper edge, so that it can be moved by hand.
constexpr int handle_width = 80;
constexpr int handle_height = 80;
constexpr int frame = 40;  // what a desktop may put above what is told as the window's place

// Less is no window that anybody has used.
constexpr int least_sensible = 150;

bool fits(const WindowGeometry& place, const std::vector<MonitorArea>& monitors) {
    if (place.width < least_sensible || place.height < least_sensible || monitors.empty())
        return false;
    long left = monitors.front().x, top = monitors.front().y, right = left, bottom = top;
    for (const MonitorArea& one : monitors) {
        left = std::min<long>(left, one.x);
        top = std::min<long>(top, one.y);
        right = std::max<long>(right, long{one.x} + one.width);
        bottom = std::max<long>(bottom, long{one.y} + one.height);
    }
    return place.width <= right - left && place.height <= bottom - top;
}

// A place on a monitor that was unplugged would be a window nobody can reach.
bool can_be_reached(const WindowGeometry& place, const std::vector<MonitorArea>& monitors) {
    return std::any_of(monitors.begin(), monitors.end(), [&](const MonitorArea& one) {
        const bool across = long{place.x} + place.width > long{one.x} + handle_width &&
                            place.x < long{one.x} + one.width - handle_width;
        const bool down =
            place.y >= long{one.y} - frame && place.y < long{one.y} + one.height - handle_height;
        return across && down;
    });
}

}  // namespace

FirstGeometry first_place(const std::optional<WindowGeometry>& remembered,
                          const std::vector<MonitorArea>& monitors) {
    if (remembered && fits(*remembered, monitors))
        return {std::max(remembered->width, least_window_width),
                std::max(remembered->height, least_window_height),
                can_be_reached(*remembered, monitors), true, remembered->maximized};
    FirstGeometry usual{WindowGeometry{}.width, WindowGeometry{}.height};
    const auto wide = [](const MonitorArea& a, const MonitorArea& b) { return a.width < b.width; };
    const auto widest = std::max_element(monitors.begin(), monitors.end(), wide);
    if (widest != monitors.end()) {
        const float scale = std::max(widest->scale, 0.5F);
        const auto unscaled = [&](int pixels) {
            return static_cast<int>(static_cast<float>(pixels) / scale);
        };
        usual.width = std::clamp(unscaled(widest->width), least_window_width, usual.width);
        usual.height = std::clamp(unscaled(widest->height), least_window_height, usual.height);
    }
    usual.maximized = remembered && remembered->maximized;
    return usual;
}

}  // namespace rekindle::app
