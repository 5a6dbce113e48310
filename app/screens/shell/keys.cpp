// What the keyboard and the wheel do on every page.
#include "app/screens/pages.hpp"
#include "app/screens/shell/parts.hpp"
#include "app/screens/shortcuts.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

constexpr double text_step = 1.1;
constexpr float wheel_step = 72;  // of the page, for one notch of the wheel

void take_page_keys(Canvas& canvas, Actions& out) {
    for (const PageRow& page : pages)
        if (page.key && canvas.input.take_ctrl(*page.key)) {
            canvas.controls.clear_focus();  // also where one is there already
            out.add(GoTo{page.page});
        }
}

void take_undo_keys(const Screen& screen, Canvas& canvas, Actions& out) {
    while (take(canvas.input, Does::undo))
        if (!screen.undo_title.empty()) out.add(Undo{});
    while (take(canvas.input, Does::redo))
        if (!screen.redo_title.empty()) out.add(Redo{});
}

void take_text_size_keys(Canvas& canvas, Actions& out) {
    while (take(canvas.input, Does::larger_text)) out.add(ScaleText{text_step});
    while (take(canvas.input, Does::smaller_text)) out.add(ScaleText{1 / text_step});
    if (take(canvas.input, Does::usual_text)) out.add(ScaleText{0});
}

// The search of the page where it has one, else that of the workbook.
void go_to_search(UiState& ui, Canvas& canvas, Actions& out) {
    constexpr std::string_view in_practices = "practices.search";
    if (ui.page == Page::practices && canvas.controls.find(in_practices))
        return focus_and_select(canvas, in_practices, ui.practices.search);
    ui.workbook.searching = ui.workbook.to_search = true;
    out.add(GoTo{Page::workbook});
}

void scroll_to(float y) { ImGui::SetScrollY(std::max(0.0f, std::min(y, ImGui::GetScrollMaxY()))); }

}  // namespace

void take_shortcuts(const Screen& screen, Canvas& canvas, Actions& out) {
    if (take(canvas.input, Does::lock)) out.add(LockNow{});
    take_page_keys(canvas, out);
    take_undo_keys(screen, canvas, out);
    take_text_size_keys(canvas, out);
}

void take_keys_left_over(UiState& ui, Canvas& canvas, Actions& out) {
    if (take(canvas.input, Does::search)) go_to_search(ui, canvas, out);
    if (!take(canvas.input, Does::show_keys)) return;
    ui.help.to_keys = true;
    out.add(GoTo{Page::help});
}

void leave_control(Canvas& canvas, Actions& out) {
    if (canvas.controls.focused().empty() || !take(canvas.input, Does::leave_control)) return;
    canvas.controls.clear_focus();
    out.add(LeaveControl{});
}

void scroll_by_wheel(Canvas& canvas) {
    if (canvas.wheel == 0) return;
    if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows)) return;
    scroll_to(ImGui::GetScrollY() - canvas.wheel * canvas.px(wheel_step));
    canvas.wheel = 0;
}

void scroll_by_keys(Canvas& canvas) {
    const float screenful = ImGui::GetWindowHeight() - canvas.px(60);
    if (take(canvas.input, Does::scroll_down)) scroll_to(ImGui::GetScrollY() + screenful);
    if (take(canvas.input, Does::scroll_up)) scroll_to(ImGui::GetScrollY() - screenful);
    if (take(canvas.input, Does::scroll_to_top)) scroll_to(0);
    if (take(canvas.input, Does::scroll_to_end)) scroll_to(ImGui::GetScrollMaxY());
}

}  // namespace rekindle::app
