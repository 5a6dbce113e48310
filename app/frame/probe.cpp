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

std::string probe_line(const ProbedFrame& frame) {
    constexpr std::array words = {"busy", "waits", "rests"};
    return fmt::format("frame 0 0 {:.0f} {:.0f} {},{},{}\n", frame.width, frame.height,
                       frame.number, words.at(static_cast<std::size_t>(frame.rest)), frame.clicks);
}

namespace {

constexpr const char* neutral_page = "hidden.page";

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

void Probe::tell(const Controls& controls, const ProbedFrame& frame) {
    lines_ = probe_lines(controls);
    is_hidden_ = controls.find(neutral_page) != nullptr;
    frame_ = frame;
    write();
}

void Probe::tell(Rest rest) {
    frame_.rest = rest;
    write();
}

void Probe::write() {
    const std::string lines = is_hidden_ || !tells_frames_ ? lines_ : lines_ + probe_line(frame_);
    if (lines == told_) return;
    const std::filesystem::path draft = file_.string() + ".new";
    std::ofstream(draft, std::ios::binary | std::ios::trunc) << lines;
    std::error_code failed;
    std::filesystem::rename(draft, file_, failed);
    told_ = lines;
}

}  // namespace rekindle::app
