#include "app/probe.hpp"

#include <fmt/format.h>

#include <fstream>

namespace rekindle::app {

std::string probe_lines(const Controls& controls) {
    std::string lines;
    for (const Control& control : controls.all()) {
        if (!control.visible) continue;
        const bool only_focused = control.state == "-" && controls.has_focus(control.name);
        lines += fmt::format("{} {:.0f} {:.0f} {:.0f} {:.0f} {}\n", control.name, control.rect.x,
                             control.rect.y, control.rect.w, control.rect.h,
                             only_focused ? "focused" : control.state);
    }
    // States are one word, so that of a slider would hide that it has the keyboard.
    if (const Control* focus = controls.find(controls.focused()))
        lines += fmt::format("focus {:.0f} {:.0f} {:.0f} {:.0f} {}\n", focus->rect.x, focus->rect.y,
                             focus->rect.w, focus->rect.h, focus->name);
    return lines;
}

void Probe::tell(const Controls& controls) {
    std::string lines = probe_lines(controls);
    if (any_ && lines == told_) return;
    const std::filesystem::path draft = file_.string() + ".new";
    std::ofstream(draft, std::ios::binary | std::ios::trunc) << lines;
    std::error_code failed;
    std::filesystem::rename(draft, file_, failed);
    told_ = std::move(lines);
    any_ = true;
}

}  // namespace rekindle::app
