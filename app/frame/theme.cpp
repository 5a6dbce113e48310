#include "app/frame/theme.hpp"

#include <algorithm>

#include "workbook/content/content_file.hpp"
#include "workbook/content/theme_file.hpp"

namespace rekindle::app {

namespace {

// In the order of `Colour`; the last four may be left out of a file.
constexpr std::array<std::string_view, colour_count> names{
    "background", "surface", "sunken", "line",        "ink",       "muted", "faint",
    "accent",     "mood",    "trust",  "accent_soft", "on_accent", "thumb", "notice"};
constexpr std::size_t needed_count = 10;

ThemeNames theme_names() {
    return {{names.begin(), names.begin() + needed_count},
            {names.begin() + needed_count, names.end()}};
}

constexpr ImU32 to_colour(Rgb rgb) {
    return IM_COL32((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff, 0xff);
}

// `share` of `over`, the rest of `under`.
Rgb mixed(Rgb over, Rgb under, double share) {
    Rgb mix = 0;
    for (const unsigned shift : {0U, 8U, 16U}) {
        const double channel =
            share * ((over >> shift) & 0xff) + (1 - share) * ((under >> shift) & 0xff);
        mix |= static_cast<Rgb>(channel + 0.5) << shift;
    }
    return mix;
}

// The colours that a theme leaves out.
void mix_missing(ThemeFile& file) {
    auto& colours = file.colours;
    const Rgb accent = colours["accent"];
    const Rgb ink = colours["ink"];
    const Rgb surface = colours["surface"];
    colours.try_emplace("accent_soft",
                        mixed(accent, colours["background"], file.dark ? 0.3 : 0.15));
    colours.try_emplace("on_accent",
                        contrast(ink, accent) > contrast(surface, accent) ? ink : surface);
    colours.try_emplace("thumb", surface);
    colours.try_emplace("notice", colours["mood"]);
}

Theme to_theme(std::string id, ThemeFile file) {
    mix_missing(file);
    Theme theme{.id = std::move(id), .title = std::move(file.title), .dark = file.dark};
    for (std::size_t i = 0; i < colour_count; ++i)
        theme.colours[i] = to_colour(file.colours.find(names[i])->second);
    return theme;
}

// What is used when no file can be read: the window must open all the same.
Theme built_in() {
    return to_theme("paper", {"Paper",
                              false,
                              {{"background", 0xF5F2EC},
                               {"surface", 0xFFFFFF},
                               {"sunken", 0xEDE8DF},
                               {"line", 0xDDD6CA},
                               {"ink", 0x26242B},
                               {"muted", 0x6B6672},
                               {"faint", 0x9A94A0},
                               {"accent", 0x2F6B5E},
                               {"mood", 0xC8641B},
                               {"trust", 0x1F6FA8}}});
}

std::vector<std::filesystem::path> toml_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        if (at->path().extension() == ".toml") files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void read_into(std::vector<Theme>& themes, const std::filesystem::path& path, Problems& problems) {
    const Result<std::string> text = read_text(path);
    if (!text) {
        problems.push_back(text.error());
        return;
    }
    auto file = read_theme(*text, path.string(), theme_names(), problems);
    if (!file) return;
    Theme theme = to_theme(path.stem().string(), std::move(*file));
    const auto same = std::find_if(themes.begin(), themes.end(),
                                   [&](const Theme& one) { return one.id == theme.id; });
    if (same != themes.end()) {
        *same = std::move(theme);
    } else {
        themes.push_back(std::move(theme));
    }
}

ImVec4 light(const Theme& theme, Colour colour, float opacity = 1) {
    return ImGui::ColorConvertU32ToFloat4(faded(theme[colour], opacity));
}

}  // namespace

ImU32 faded(ImU32 colour, float opacity) {
    const auto alpha = static_cast<float>((colour >> IM_COL32_A_SHIFT) & 0xff);
    const auto left = static_cast<ImU32>(alpha * std::clamp(opacity, 0.0F, 1.0F) + 0.5F);
    return (colour & ~IM_COL32_A_MASK) | (left << IM_COL32_A_SHIFT);
}

std::vector<Theme> read_themes(const std::vector<std::filesystem::path>& folders,
                               Problems& problems) {
    std::vector<Theme> themes{built_in()};
    for (const auto& folder : folders)
        for (const auto& file : toml_files(folder)) read_into(themes, file, problems);
    return themes;
}

const Theme& find_theme(const std::vector<Theme>& themes, std::string_view id) {
    const auto named =
        std::find_if(themes.begin(), themes.end(), [&](const Theme& one) { return one.id == id; });
    if (named != themes.end()) return *named;
    // "light" and "dark" are what scripts ask for who do not know the names.
    const std::string_view other = id == "dark" ? "evening" : "paper";
    const auto known = std::find_if(themes.begin(), themes.end(),
                                    [&](const Theme& one) { return one.id == other; });
    return known != themes.end() ? *known : themes.front();
}

void apply_style(const Theme& theme, float scale) {
    ImGuiStyle style;
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupRounding = 9;
    style.PopupBorderSize = 1;
    style.FramePadding = {8, 6};
    style.FrameRounding = 9;
    style.ItemSpacing = {8, 8};
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.GrabMinSize = 24;
    style.GrabRounding = 9;
    style.ScaleAllSizes(scale);
    style.WindowMinSize = {1, 1};  // scaled down it would be 0, at which Dear ImGui stops
    ImVec4* colours = style.Colors;
    for (int i = 0; i < ImGuiCol_COUNT; ++i) colours[i] = light(theme, Colour::accent_soft);
    const ImVec4 none{0, 0, 0, 0};
    colours[ImGuiCol_Text] = light(theme, Colour::ink);
    colours[ImGuiCol_TextDisabled] = light(theme, Colour::muted);
    colours[ImGuiCol_TextSelectedBg] = light(theme, Colour::accent, 0.3F);
    colours[ImGuiCol_WindowBg] = light(theme, Colour::background);
    colours[ImGuiCol_ChildBg] = none;
    colours[ImGuiCol_PopupBg] = light(theme, Colour::surface);
    colours[ImGuiCol_Border] = light(theme, Colour::line);
    colours[ImGuiCol_BorderShadow] = none;
    colours[ImGuiCol_FrameBg] = light(theme, Colour::sunken);
    colours[ImGuiCol_Separator] = light(theme, Colour::line);
    colours[ImGuiCol_ScrollbarBg] = none;
    colours[ImGuiCol_ScrollbarGrab] = light(theme, Colour::faint, 0.45F);
    colours[ImGuiCol_ScrollbarGrabHovered] = light(theme, Colour::faint, 0.75F);
    colours[ImGuiCol_ScrollbarGrabActive] = light(theme, Colour::faint);
    colours[ImGuiCol_NavHighlight] = light(theme, Colour::accent);
    colours[ImGuiCol_ModalWindowDimBg] = {0, 0, 0, 0.35F};
    ImGui::GetStyle() = style;
}

}  // namespace rekindle::app
