// The settings card by card; the people stand on the welcome page too.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ask/asking_pen.hpp"
#include "app/screens/screens.hpp"
#include "app/widgets/button.hpp"

namespace rekindle::app {

// settings_look: theme and text size.
void draw_look(const Screen& screen, const AskingPen& pen);

// settings_people: who writes here. `base` begins the names of the controls.
void draw_people(const Screen& screen, std::string_view base, const AskingPen& pen);

// settings_days: how days and weeks are counted.
void draw_days(const Screen& screen, const AskingPen& pen);

// settings_scales: daily scales of one's own.
void draw_own_scales(const Screen& screen, SettingsUi& ui, const AskingPen& pen);

// settings_backups: earlier states of the journal.
void draw_backups(const Screen& screen, const AskingPen& pen);

// settings_copies: copies that lie beside the journal's files.
void draw_copies(const Screen& screen, const AskingPen& pen);

// settings_lock: the passphrase, and when the journal closes by itself.
void draw_lock(const Screen& screen, SettingsUi& ui, const AskingPen& pen);

// A new recovery code, before all else until it is on paper.
void draw_new_code(const Screen& screen, LockUi& ui, const Pen& pen);

// settings_lock_others: plain files in the locked journal's folder, each to be taken in or left.
std::string leave_name(const OtherFile& other);  // of the control that leaves it
void draw_others(LockUi& ui, const AskingPen& pen);

// settings_lock_form: its forms, one at a time.
bool has_code(const Screen& screen);  // a recovery code opens the journal
void open_lock_form(LockUi& ui, Canvas& canvas, LockRequest::Kind kind);
void draw_lock_form(const Screen& screen, LockUi& ui, const AskingPen& pen);

// True when the profile can be changed; else says why not in the column.
bool draw_profile_open(const Screen& screen, const Pen& pen);

// A label with its control beside it, below where it is narrow. Gives the control's column; the
// row ends with `end_setting`.
Column begin_setting(const Pen& pen, std::string_view label);
void end_setting(const Pen& pen, const Column& control);

// settings_add_form: a form in which something is typed before it is added, such as a slider of
// one's own. Enter goes on to the next line, and adds it in the last. True when it is to be added,
// which it cannot be before `is_enough` says so of what was typed.
struct AddLine {
    std::string name;             // of the field
    std::string_view label = {};  // beside it, as of a setting; empty: the hint says it all
    std::string_view hint = {};
    std::string& text;
};
bool draw_add_form(const std::vector<AddLine>& lines, ButtonSpec add,
                   const std::function<bool()>& is_enough, const Pen& pen);

}  // namespace rekindle::app
