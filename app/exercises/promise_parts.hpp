// The parts of a promise, each drawn by the file it is named for, and what Today shares with the
// cards.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ask/asking_pen.hpp"
#include "app/exercises/exercises.hpp"
#include "app/widgets/flow.hpp"

namespace rekindle::app {

// --- promise_marks: what is said of the days on which a promise was due ---

// What was asked for: a mark, or none again.
struct MarkAsked {
    std::optional<Kept> kept;
};
// Chips NAME.kept, NAME.late and NAME.not-kept; pressing the one that is on takes it back.
std::optional<MarkAsked> mark_chips(Flow& flow, const std::string& name, const PromiseMark* mark,
                                    bool enabled, Type type = Type::label);

// The days a promise was due or something was said about, from `from` to `to`, the latest first.
std::vector<Date> ledger_days(const Promise& promise, Date from, Date to);

// "Today", "Yesterday", "Thursday, 19 November".
std::string due_title(Date due, Date today);

// The day that stands with the promise itself: today, or the latest one that has come.
std::optional<Date> current_day(const Promise& promise, Date today);

struct PromiseContext {
    const CardContext& card;
    const std::string& ledger;
    std::string name;  // of its controls: "card.ID.EXERCISE.N"
};
void draw_current_day(const PromiseContext& context, const Promise& promise, const AskingPen& pen);
void draw_earlier_days(const PromiseContext& context, const Promise& promise, ExerciseUi& ui,
                       const AskingPen& pen);

// --- promise_choices: whose it is and when it comes round; of a promise and of a draft alike ---
std::optional<std::string> draw_maker_choice(const Screen& screen, const std::string& name,
                                             const std::string& who, const Pen& pen);
std::optional<Schedule> draw_schedule_choice(const Screen& screen, const std::string& name,
                                             const Schedule& schedule, DayFieldUi& days,
                                             const Pen& pen);

// --- promise_line: one promise with all that belongs to it ---
void draw_promise_line(const PromiseContext& context, const Promise& promise, ExerciseUi& ui,
                       const AskingPen& pen);

// --- practice_line: what promises and plans have in common ---

// A dot, words that can be changed in place, and a cross NAME.remove.
struct LineResult {
    std::optional<std::string> changed;
    bool removed = false;
};
struct LineSpec {
    std::string name;
    std::string_view hint = {};
    std::string_view remove = {};  // said of the cross
    bool writable = true;
};
LineResult draw_practice_line(const Pen& pen, const LineSpec& spec, const std::string& text);
inline constexpr float practice_inset = 18;  // of the words behind the dot, at scale 1

// A muted text in a flow, in the middle of its line.
void flow_text(Flow& flow, Type type, Colour colour, std::string_view text);

}  // namespace rekindle::app
