#include "workbook/store/preferences.hpp"

#include <algorithm>

#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/files/toml_read.hpp"
#include "workbook/files/toml_write.hpp"

namespace rekindle {
namespace {

constexpr double smallest_text = 0.75;
constexpr double largest_text = 2.5;
constexpr int longest_wait = 24 * 60;  // minutes
constexpr int farthest = 1 << 16;      // pixels: beyond it a place is no place

std::optional<WindowGeometry> read_place(const TomlReader& entry) {
    const auto x = entry.whole("x", -farthest, farthest);
    const auto y = entry.whole("y", -farthest, farthest);
    const auto width = entry.whole("width", 1, farthest);
    const auto height = entry.whole("height", 1, farthest);
    if (!x || !y || !width || !height) return std::nullopt;
    return WindowGeometry{*x, *y, *width, *height, entry.truth("maximized").value_or(false)};
}

TomlTable to_toml(const WindowGeometry& place) {
    return {{"x", place.x},
            {"y", place.y},
            {"width", place.width},
            {"height", place.height},
            {"maximized", place.maximized}};
}

}  // namespace

Preferences read_preferences(const std::filesystem::path& file) {
    Preferences preferences;
    const auto text = read_file(file);
    if (!text || !*text) return preferences;
    const auto document = parse_toml(**text, file.string());
    if (!document) return preferences;
    Problems unsaid;  // losing a preference costs nothing
    const std::string name = file.string();
    const TomlReader reader{*document, name, unsaid};
    if (auto theme = reader.text("theme")) preferences.theme = *theme;
    if (const auto scale = reader.number("text_scale"))
        preferences.text_scale = std::clamp(*scale, smallest_text, largest_text);
    if (const auto minutes = reader.whole("lock_after", 0, longest_wait))
        preferences.lock_after = *minutes;
    if (const auto window = reader.table("window")) preferences.window = read_place(*window);
    return preferences;
}

Result<void> write_preferences(const std::filesystem::path& file, const Preferences& preferences) {
    TomlTable document{{"theme", preferences.theme},
                       {"text_scale", preferences.text_scale},
                       {"lock_after", preferences.lock_after}};
    if (preferences.window) document.set("window", to_toml(*preferences.window));
    if (auto made = make_folder(file.parent_path()); !made) return made;
    return write_file(file, to_text(document));
}

}  // namespace rekindle
