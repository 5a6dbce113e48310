// Today, part by part. Each part is drawn by the file it is named for.
#pragma once

#include <vector>

#include "app/ask/asking_pen.hpp"
#include "app/screens/screens.hpp"

namespace rekindle::app {

// The day on view and the check-in that a change is made to.
struct DayShown {
    Date date;
    CheckInRef ref;
    const CheckIn* checkin = nullptr;  // null: nothing has been said in it yet
    std::vector<const CheckIn*> all;   // of the day, oldest first
    bool may_begin = true;             // a check-in may be begun on this day
    bool another = false;              // a further check-in was asked for
    std::string closed;                // why nothing can be changed; empty: it can
    std::optional<int> rating(std::string_view scale) const;
};
DayShown day_shown(const Screen& screen, const TodayUi& ui);

// today_day: the title with the check-ins of the day, and the way to other days. The title says
// where the buttons stand: they are drawn after the day, so that Tab begins with its first slider.
ImVec2 draw_day_title(const Screen& screen, const DayShown& day, TodayUi& ui, const Pen& pen);
void draw_day_buttons(const Screen& screen, const DayShown& day, TodayUi& ui, ImVec2 at,
                      const AskingPen& pen);
void draw_checkin_foot(const DayShown& day, TodayUi& ui, const AskingPen& pen);

// today_feelings
void draw_mood_and_trust(const Screen& screen, const DayShown& day, const AskingPen& pen);
void draw_feelings(const Screen& screen, const DayShown& day, TodayUi& ui, const AskingPen& pen);

// today_words
void draw_words(const Screen& screen, const DayShown& day, TodayUi& ui, const AskingPen& pen);

// today_low: one quiet line, with the way to the help page, when a watched scale was rated 0 or 1
// in any check-in of the day shown.
bool is_very_low(const Screen& screen, const DayShown& day);
void draw_low_day(const Screen& screen, const DayShown& day, const AskingPen& pen);

// today_side: what stands beside the day.
void draw_welcome_card(const Screen& screen, const AskingPen& pen);
void draw_last_weeks(const Screen& screen, const AskingPen& pen);
void draw_left_off(const Screen& screen, const AskingPen& pen);

// today_due: promises, plans and rituals of the day shown; nothing where nothing is due.
void draw_due(const Screen& screen, const DayShown& day, TodayUi& ui, const AskingPen& pen);

}  // namespace rekindle::app
