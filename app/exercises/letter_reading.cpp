#include <algorithm>

#include "app/exercises/letter_parts.hpp"
#include "app/widgets/text.hpp"
#include "workbook/journal/letter_text.hpp"

namespace rekindle::app {
namespace {

constexpr float widest_lines = 560;  // longer ones are read too fast
constexpr float above = 24;          // kept free over a beginning that is brought into view
constexpr float first_lines = 90;    // of it, that have to be seen

}  // namespace

void show_from_top(const std::string& key, float top, ExerciseUi& ui, Canvas& canvas) {
    if (ui.shown_from_top != key) return;
    ui.shown_from_top.clear();
    const float window_top = canvas.list()->GetClipRectMin().y;
    const float window_bottom = canvas.list()->GetClipRectMax().y;
    if (top >= window_top && top + canvas.px(first_lines) <= window_bottom) return;
    ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + top - window_top - canvas.px(above)));
    canvas.draw_again();
}

void begin_reading(const std::string& key, float top, ExerciseUi& ui, Canvas& canvas) {
    ui.left_at[key] = top;
    ui.shown_from_top = key;
    canvas.draw_again();
}

void end_reading(const std::string& key, float top, ExerciseUi& ui, Canvas& canvas) {
    const auto left = ui.left_at.find(key);
    if (left == ui.left_at.end()) return;
    ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + top - left->second));
    ui.left_at.erase(left);
    canvas.draw_again();
}

void draw_reading(const Letter& letter, const Exercise& exercise, const Pen& pen) {
    Column words{pen.column.x, pen.column.y + pen.px(6),
                 std::min(pen.column.width, pen.px(widest_lines))};
    for (const std::string* paragraph : letter_paragraphs(letter, exercise.items)) {
        draw_wrapped(pen.in(words), Type::body, Colour::ink, *paragraph);
        words.skip(pen.px(16));
    }
    pen.column.y = words.y;
}

}  // namespace rekindle::app
