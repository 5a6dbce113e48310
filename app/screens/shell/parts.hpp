// The parts of the window around the page, each drawn by the file it is named for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ask/asking_pen.hpp"
#include "app/screens/screens.hpp"
#include "app/widgets/button.hpp"

namespace rekindle::app {

// Where rail and page stand. In a window that is small for its scale the rail is compact: icons
// with their word below.
struct ShellLayout {
    Rect window{};
    Rect rail{};
    Rect page{};  // right of the rail
    bool compact = false;
    float margin = 0;  // left and right of the page's column, in pixels
};
ShellLayout lay_out_shell(const Canvas& canvas);

// shell_keys: Ctrl 1 to 4, Ctrl Z and the like, before anything else takes the keys.
void take_shortcuts(const Screen& screen, Canvas& canvas, Actions& out);
// Ctrl F goes to the search, F1 and a question mark that no field took to what the keys do.
void take_keys_left_over(UiState& ui, Canvas& canvas, Actions& out);
// Esc, when nothing on the page had a use for it.
void leave_control(Canvas& canvas, Actions& out);
// The wheel, Page Up, Page Down, Home and End move the child window being drawn, when nothing in it
// had a use for them.
void scroll_by_wheel(Canvas& canvas);
void scroll_by_keys(Canvas& canvas);

// shell_rail
void draw_rail(const Screen& screen, const UiState& ui, const ShellLayout& at, Canvas& canvas,
               Actions& out);

// shell_hidden: the neutral page instead of everything else, as if this were any program for notes.
// Shift three times brings the journal back, or a click on the page's number. `since` is when the
// page was last asked for, so that a hand that goes on tapping does not undo what it just did.
void draw_hidden(const Screen& screen, double& since, Canvas& canvas, Actions& out);

// shell_talk: while a conversation is under way elsewhere, a line above the page leads back to it.
void draw_talk_line(const Screen& screen, const UiState& ui, Rect& page, float margin,
                    Canvas& canvas, Actions& out);

// shell_notices: a save that was refused stands above the page until it is solved; what could not
// be read stands at the top of the page, with what can be done about it, and above it what of this
// computer is in the way.
void draw_surroundings(const FileNotices& notices, const Pen& pen);
void draw_refused_save(const Screen& screen, Rect& page, float margin, Canvas& canvas,
                       Actions& out);
void draw_problems(const Screen& screen, const AskingPen& pen);

// shell_care: below a file that cannot be read, what could take its place; at the top of the page,
// that copies lie beside the journal's files, and what two sides changed.
void draw_earlier(const Screen& screen, const Part& part, const ShownEarlier& earlier,
                  const AskingPen& pen);
void draw_copies_line(const FileNotices& notices, const AskingPen& pen);
void draw_both_changed(const Screen& screen, const AskingPen& pen);

// shell_missing: files that are gone and what was in them, entries that lead to nothing that is
// there, and days dated later than today.
void draw_missing(const Screen& screen, const AskingPen& pen);
void draw_written_again(const Screen& screen, const AskingPen& pen);
void draw_dangling(const Screen& screen, const AskingPen& pen);
void draw_later_days(const Screen& screen, const AskingPen& pen);

// shell_kept: what could not be saved before and comes in only when somebody says so.
void draw_kept(const Screen& screen, const AskingPen& pen);

// shell_distrust: what of a locked journal is not as it was left.
void draw_distrust(const Screen& screen, const AskingPen& pen);

// "month.2026-11", "answers.seven-steps": how the controls of a part are named.
std::string name_of(const Part& part);
// A warning sign with words beside it.
void draw_notice_heading(const Pen& pen, std::string_view words);

// shell_card: a card that says something, with one control to settle it or one that leads to where
// that can be done. True when it was used. Moves the column below it.
struct NoticeCard {
    std::string_view title;
    std::vector<std::string> words{};  // a paragraph each
    Colour colour = Colour::muted;     // of the words
    ControlName name;                  // that settles it
    std::string_view label;
    bool leads_on = false;  // a link instead of a button
};
bool draw_notice_card(const NoticeCard& notice, const Pen& pen);
// What can be chosen, one button after the other; gives which of them was pressed.
std::optional<std::size_t> draw_choices(const Pen& pen, const std::vector<ButtonSpec>& choices);
// Between two of the things that one card is about, at scale 1: none below the last.
inline constexpr float between_items = 14;
// How a card with more in it begins.
void draw_card_head(const Pen& pen, std::string_view title, std::string_view words);

}  // namespace rekindle::app
