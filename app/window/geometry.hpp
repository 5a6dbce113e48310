// Where the window stood last time, held against the monitors there are now: they change, and the
// file it was remembered in may hold anything.
#pragma once

#include <optional>
#include <vector>

#include "workbook/findings/preferences.hpp"

namespace rekindle::app {

inline constexpr int least_window_width = 640;
inline constexpr int least_window_height = 480;

// The part of a monitor that windows may cover, in the coordinates that windows have.
struct MonitorArea {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    float scale = 1;  // of what is shown there
};

// How a window is to be opened.
struct FirstGeometry {
    int width = 0;  // before the monitor's scale where nothing is remembered
    int height = 0;
    bool at_place = false;    // at the place remembered; else where the desktop puts it
    bool remembered = false;  // the size is that of an earlier window
    bool maximized = false;
};

// The remembered size where all monitors together have room for it, and the remembered place where
// somebody could take hold of the window there. Else the usual size, less where no monitor has room
// for that.
FirstGeometry first_place(const std::optional<WindowGeometry>& remembered,
                          const std::vector<MonitorArea>& monitors);

}  // namespace rekindle::app
