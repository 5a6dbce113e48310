#include "app/frame/probe.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <locale>
#include <sstream>
#include <string>

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

namespace {

// "NAME X Y W H STATE" and nothing else.
bool is_probe_line(const std::string& line) {
    std::istringstream words(line);
    std::string name, state, more;
    std::array<double, 4> rect{};
    words.imbue(std::locale::classic());
    words >> name;
    for (double& each : rect) words >> each;
    words >> state;
    return words && !(words >> more);
}

bool is_probe(const std::filesystem::path& file) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);)
        if (!is_probe_line(line)) return false;
    return true;
}

}  // namespace

Result<void> check_probe(const std::filesystem::path& file, const KeptOut& kept_out) {
    const auto refuse = [&](const char* why) {
        return fail(ErrorCode::usage, file.string() + why,
                    "Name a new file for --probe; nothing was written.");
    };
    if (kept_out.holds(file)) return refuse(" is a place of the journal or of the program itself.");
    std::error_code failed;
    const auto there = std::filesystem::status(file, failed);
    if (!std::filesystem::exists(there)) return {};
    if (!std::filesystem::is_regular_file(there)) return refuse(" is no plain file.");
    if (!is_probe(file)) return refuse(" is there already, and is none that --probe wrote.");
    return {};
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
