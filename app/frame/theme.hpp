// The colours of the window by what they are for, and how Dear ImGui's own parts (scroll bars,
// popups) take them on.
#pragma once

#include <imgui.h>

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle::app {

// In the order of `look.md`; the last four are mixed from the others where a theme leaves them out.
enum class Colour {
    background,
    surface,
    sunken,
    line,
    ink,
    muted,
    faint,
    accent,
    mood,
    trust,
    accent_soft,  // ground of what is selected
    on_accent,    // text on accent
    thumb,        // inside of a slider's thumb
    notice,       // a problem that wants attention
};
inline constexpr std::size_t colour_count = 14;

struct Theme {
    std::string id;     // the file's name without ending
    std::string title;  // "Paper"
    bool dark = false;
    std::array<ImU32, colour_count> colours{};
    ImU32 operator[](Colour colour) const { return colours[static_cast<std::size_t>(colour)]; }
};

// A colour let through to `opacity` (0 to 1).
ImU32 faded(ImU32 colour, float opacity);

// Every theme in the folders given; a later folder's theme replaces one with the same id. There is
// always at least "paper", even when no file can be read.
std::vector<Theme> read_themes(const std::vector<std::filesystem::path>& folders,
                               Problems& problems);
const Theme& find_theme(const std::vector<Theme>& themes, std::string_view id);

// Dresses Dear ImGui's style in the theme, sized for `scale`.
void apply_style(const Theme& theme, float scale);

}  // namespace rekindle::app
