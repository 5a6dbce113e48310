// The screens by name. Each draws itself into the column given (the page without its margins),
// moves it below what was drawn, and asks for changes through `out`.
#pragma once

#include "app/ask/action.hpp"
#include "app/ask/asking_pen.hpp"
#include "app/ask/screen.hpp"
#include "app/ask/ui_state.hpp"
#include "app/frame/canvas.hpp"

namespace rekindle::app {

// The whole window: rail, page, notices, shortcuts.
void draw_shell(const Screen& screen, UiState& ui, Canvas& canvas, Actions& out);

void draw_today(const Screen& screen, TodayUi& ui, const AskingPen& pen);
void draw_workbook(const Screen& screen, WorkbookUi& ui, ExerciseUi& exercises,
                   const AskingPen& pen);
void draw_timeline(const Screen& screen, TimelineUi& ui, const AskingPen& pen);
void draw_practices(const Screen& screen, PracticesUi& ui, ExerciseUi& exercises,
                    const AskingPen& pen);
void draw_settings(const Screen& screen, SettingsUi& ui, const AskingPen& pen);
void draw_welcome(const Screen& screen, const AskingPen& pen);
void draw_help(const Screen& screen, HelpUi& ui, const AskingPen& pen);

// The small chart of Today: the last six weeks of mood and trust.
void draw_small_chart(const Screen& screen, const AskingPen& pen);

// A screen's title with a line under it, as every screen begins; `right` is the space kept free at
// its right for what the screen puts there, in pixels. Moves the column to where the content
// begins. Buttons beside the title stand `beside_title` (scale 1) below the column's old top.
void draw_title(const Pen& pen, std::string_view title, std::string_view line, float right = 0);
inline constexpr float beside_title = 11;

}  // namespace rekindle::app
