// What the keyboard and the wheel do on every page.
#include <array>

#include "app/screens/shell/parts.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

constexpr double text_step = 1.1;
constexpr float wheel_step = 72;  // of the page, for one notch of the wheel

bool take_ctrl_shift(Input& input, Key key) {
    return input.take([key](const KeyPress& press) {
        return press.key == key && press.ctrl && press.shift && !press.alt;
    });
}

void take_page_keys(Canvas& canvas, Actions& out) {
    constexpr std::array<std::pair<Key, Page>, 4> pages{{{Key::digit_1, Page::today},
                                                         {Key::digit_2, Page::workbook},
                                                         {Key::digit_3, Page::timeline},
                                                         {Key::digit_4, Page::practices}}};
    for (const auto& [key, page] : pages)
        if (canvas.input.take_ctrl(key)) {
            canvas.controls.clear_focus();  // also where one is there already
            out.add(GoTo{page});
        }
}

void take_undo_keys(const Screen& screen, Canvas& canvas, Actions& out) {
    while (canvas.input.take_ctrl(Key::z))
        if (!screen.undo_title.empty()) out.add(Undo{});
    while (take_ctrl_shift(canvas.input, Key::z) || canvas.input.take_ctrl(Key::y))
        if (!screen.redo_title.empty()) out.add(Redo{});
}

// On many keyboards the plus sign needs Shift: both count.
void take_text_size_keys(Canvas& canvas, Actions& out) {
    while (canvas.input.take_ctrl(Key::plus) || take_ctrl_shift(canvas.input, Key::plus))
        out.add(ScaleText{text_step});
    while (canvas.input.take_ctrl(Key::minus) || take_ctrl_shift(canvas.input, Key::minus))
        out.add(ScaleText{1 / text_step});
    if (canvas.input.take_ctrl(Key::digit_0)) out.add(ScaleText{0});
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
    if (canvas.input.take_ctrl(Key::l)) out.add(LockNow{});
    take_page_keys(canvas, out);
    take_undo_keys(screen, canvas, out);
    take_text_size_keys(canvas, out);
}

void take_keys_left_over(UiState& ui, Canvas& canvas, Actions& out) {
    if (canvas.input.take_ctrl(Key::f)) go_to_search(ui, canvas, out);
    if (!canvas.input.take(Key::f1) && !canvas.input.take_typed(U'?')) return;
    ui.help.to_keys = true;
    out.add(GoTo{Page::help});
}

void leave_control(Canvas& canvas, Actions& out) {
    if (canvas.controls.focused().empty() || !canvas.input.take(Key::escape)) return;
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
    if (canvas.input.take(Key::page_down)) scroll_to(ImGui::GetScrollY() + screenful);
    if (canvas.input.take(Key::page_up)) scroll_to(ImGui::GetScrollY() - screenful);
    if (canvas.input.take(Key::home)) scroll_to(0);
    if (canvas.input.take(Key::end)) scroll_to(ImGui::GetScrollMaxY());
}

}  // namespace rekindle::app
