#include "app/widgets/tooltip.hpp"

#include <algorithm>
#include <cmath>

#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float widest = 320;     // of the text, at scale 1
constexpr float narrowest = 120;  // beside what it speaks of; where there is less room, above it
constexpr float gap = 6;
constexpr float words_side = 10;  // room around the text
constexpr float above = 7;

float widest_line(Canvas& canvas, std::string_view text) {
    float width = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        width = std::max(width, text_width(canvas, Type::secondary, text.substr(0, end)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return std::ceil(width) + 1;
}

struct Place {
    ImVec2 corner;
    ImVec2 size;
};

// Right of `about`, left of it where there is no room, and where there is none either way below it
// or above it.
Place place_beside(Canvas& canvas, const Rect& about, std::string_view text) {
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const ImVec2 around{canvas.px(words_side), canvas.px(above)};
    const float away = canvas.px(gap);
    const float right = window.x - about.right() - away;
    const float left = about.x - away;
    const float room = std::max(left, right) - away - 2 * around.x;
    const bool beside = room >= canvas.px(narrowest);
    const float most = beside ? room : window.x - 2 * (around.x + away);
    const float width =
        std::max(1.0f, std::min({canvas.px(widest), most, widest_line(canvas, text)}));
    const ImVec2 size{width + 2 * around.x,
                      wrapped_height(canvas, Type::secondary, text, width) + 2 * around.y};
    ImVec2 corner = ImGui::GetMousePos();
    if (beside) {
        const bool fits_right = size.x + away <= right || right >= left;
        corner.x = fits_right ? about.right() + away : about.x - away - size.x;
    } else {
        const bool fits_below = about.bottom() + away + size.y <= window.y;
        corner.y = fits_below ? about.bottom() + away : about.y - away - size.y;
    }
    const auto inside = [&](float at, float length, float whole) {
        return std::round(std::clamp(at, 0.0f, std::max(0.0f, whole - length)));
    };
    return {{inside(corner.x, size.x, window.x), inside(corner.y, size.y, window.y)}, size};
}

void draw_at(Canvas& canvas, const Place& at, std::string_view text) {
    const ImVec2 around{canvas.px(words_side), canvas.px(above)};
    ImGui::SetNextWindowPos(at.corner);
    ImGui::SetNextWindowSize(at.size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, around);
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, canvas.px(6));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, canvas.px(6));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, std::max(1.0f, canvas.scale));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, canvas.colour(Colour::surface));
    ImGui::PushStyleColor(ImGuiCol_Border, canvas.colour(Colour::line));
    ImGui::BeginTooltip();
    // Dear ImGui shows a tooltip from its second frame on; without one it would wait for the next
    // movement.
    if (ImGui::IsWindowAppearing()) canvas.draw_again();
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    Column column{corner.x, corner.y, at.size.x - 2 * around.x};
    draw_wrapped({canvas, column}, Type::secondary, Colour::ink, text);
    ImGui::Dummy({column.width, column.y - corner.y});
    ImGui::EndTooltip();
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(4);
}

}  // namespace

void tooltip_beside(Canvas& canvas, const Rect& about, std::string_view text) {
    draw_at(canvas, place_beside(canvas, about, text), text);
}

void tooltip(Canvas& canvas, std::string_view text) {
    const ImVec2 mouse = ImGui::GetMousePos();
    const float reach = canvas.px(8);
    tooltip_beside(canvas, {mouse.x - reach, mouse.y - reach, 2 * reach, 2 * reach}, text);
}

}  // namespace rekindle::app
