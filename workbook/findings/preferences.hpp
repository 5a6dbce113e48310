// How the window looks on this computer: kept outside the journal, since it is about the screen and
// not about the person. See store/preferences.hpp for its file.
#pragma once

#include <optional>
#include <string>

namespace rekindle {

struct WindowGeometry {
    int x = 0;
    int y = 0;
    int width = 1280;
    int height = 800;
    bool maximized = false;
    bool operator==(const WindowGeometry&) const = default;
};

struct Preferences {
    std::string theme = "paper";  // the name of a file in assets/themes or the person's own
    double text_scale = 1.0;      // 0.75 to 2.5, on top of the monitor's scale
    std::optional<WindowGeometry> window{};
    int lock_after = 10;  // minutes without input until a locked journal closes; 0: never
    bool operator==(const Preferences&) const = default;
};

}  // namespace rekindle
