#include <algorithm>

#include "app/screens/pages.hpp"
#include "app/screens/shell/parts.hpp"
#include "app/widgets/page_end.hpp"
#include "app/widgets/whole_window.hpp"

namespace rekindle::app {
namespace {

constexpr float rail_width = 208;
constexpr float compact_rail_width = 92;
constexpr float page_margin = 36;
constexpr float compact_margin = 18;
constexpr float page_top = 26;
constexpr float widest_column = 1000;  // longer lines are hard to read

// The page's column, in a window of its own that scrolls. Every page keeps its place.
void draw_page(const Screen& screen, UiState& ui, const Rect& page, float margin, Canvas& canvas,
               Actions& out) {
    const float width = std::min(page.w - 2 * margin, canvas.px(widest_column));
    const float left = page.x + std::round((page.w - width) / 2);
    ImGui::SetCursorScreenPos(page.min());
    ImGui::PushID(static_cast<int>(ui.page));
    ImGui::BeginChild("page", {page.w, page.h}, false,
                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav |
                          ImGuiWindowFlags_NoBackground);
    // Dear ImGui scrolls from the next frame on; what is shown has its place in this one already.
    const bool appears = ImGui::IsWindowAppearing();
    if (appears) ImGui::SetScrollY(ui.scroll[ui.page]);
    const float top = page.y - (appears ? ui.scroll[ui.page] : ImGui::GetScrollY());
    Column column{left, top + canvas.px(page_top), width};
    const AskingPen pen{canvas, column, out};
    draw_surroundings(screen.notices, pen);
    draw_distrust(screen, pen);
    draw_problems(screen, pen);
    draw_missing(screen, pen);
    draw_kept(screen, pen);
    draw_written_again(screen, pen);
    draw_dangling(screen, pen);
    draw_both_changed(screen, pen);
    if (ui.page == Page::today || ui.page == Page::timeline) draw_later_days(screen, pen);
    if (ui.page != Page::settings) draw_copies_line(screen.notices, pen);
    row_of(ui.page).draw(screen, ui, pen);
    // What the page takes is told to Dear ImGui, so that it knows how far there is to scroll.
    ImGui::SetCursorScreenPos({page.x, top});
    const float height = column.y + canvas.px(page_bottom) - top;
    ImGui::Dummy({1, height});
    // It knows it a frame later: a page that became shorter than it is scrolled moves once more.
    if (ImGui::GetScrollY() > std::max(0.0f, height - page.h) + 3) canvas.draw_again();
    scroll_by_wheel(canvas);
    scroll_by_keys(canvas);
    if (!appears) ui.scroll[ui.page] = ImGui::GetScrollY();
    ImGui::EndChild();
    ImGui::PopID();
}

}  // namespace

ShellLayout lay_out_shell(const Canvas& canvas) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ShellLayout at;
    at.window = {0, 0, size.x, size.y};
    at.compact = size.x < canvas.px(860);
    at.margin = canvas.px(at.compact ? compact_margin : page_margin);
    const float rail = canvas.px(at.compact ? compact_rail_width : rail_width);
    at.rail = {0, 0, rail, size.y};
    at.page = {rail, 0, std::max(size.x - rail, 1.0f), size.y};
    return at;
}

void draw_shell(const Screen& screen, UiState& ui, Canvas& canvas, Actions& out) {
    if (ui.hidden_since) return draw_hidden(screen, *ui.hidden_since, canvas, out);
    if (canvas.input.quick_hide) out.add(Hide{});
    const ShellLayout at = lay_out_shell(canvas);
    Rect page = at.page;
    // Whoever comes to another page begins with its first control, wherever they pressed for it.
    if (ui.drawn != ui.page) canvas.controls.clear_focus();
    ui.drawn = ui.page;
    take_shortcuts(screen, canvas, out);
    const WholeWindow window(canvas, "Rekindle", ImGuiWindowFlags_NoBringToFrontOnFocus);
    draw_refused_save(screen, page, at.margin, canvas, out);
    draw_talk_line(screen, ui, page, at.margin, canvas, out);
    draw_page(screen, ui, page, at.margin, canvas, out);
    draw_rail(screen, ui, at, canvas, out);  // last: Tab walks through the page first
    take_keys_left_over(ui, canvas, out);
    leave_control(canvas, out);
}

}  // namespace rekindle::app
