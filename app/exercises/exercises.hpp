// The exercise kinds, one file each, and what each is on screen: the table below. An exercise draws
// itself into the column of its card and asks for changes; what is done in it is kept under the
// card's answers or, for lists, among the practices that several cards share. What a kind is
// otherwise stands in workbook/content/kinds.hpp.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/ask/action.hpp"
#include "app/ask/asking_pen.hpp"
#include "app/ask/screen.hpp"
#include "app/ask/ui_state.hpp"
#include "app/frame/canvas.hpp"
#include "workbook/content/practice_sources.hpp"

namespace rekindle::app {

// The card an exercise stands on.
struct CardContext {
    const Screen& screen;
    const Workbook& workbook;
    const Card& card;
    const CardAnswers& answers;
    std::string name;      // of the card's controls: "card.ID"
    bool writable = true;  // false: the file the answers are in can only be read
    // On Practices: only what is there is drawn, not how to begin something new.
    bool gathered = false;
    // Ids of the lines, promises, plans or entries that are drawn; null: all of them.
    const std::set<std::string>* shown = nullptr;
};

// Draws an exercise of any kind but `scale`. It is read-only where the file it is kept in is.
void draw_exercise(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                   const AskingPen& pen);

void draw_reflect(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                  const AskingPen& pen);
void draw_list(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
               const AskingPen& pen);
void draw_promise(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                  const AskingPen& pen);
void draw_letter(const CardContext& card, const Exercise& exercise, ExerciseUi& ui,
                 const AskingPen& pen);
void draw_conversation(const CardContext& card, const Exercise& exercise, ExerciseUi& ui,
                       const AskingPen& pen);
void draw_ritual(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                 const AskingPen& pen);
void draw_plan(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
               const AskingPen& pen);
void draw_pause(const CardContext& card, const Exercise& exercise, ExerciseUi& ui,
                const AskingPen& pen);
void draw_check(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                const AskingPen& pen);
// The card's sliders; `exercise` gives them a heading and picks which, null for all under a plain
// one.
void draw_scale(const CardContext& context, const Exercise* exercise, const AskingPen& pen);

// A line, a promise, a plan, a conversation …, as far as Practices can look for it.
struct PracticeEntry {
    std::string id;
    std::string state;                      // its title; empty: it has none
    std::vector<const std::string*> words;  // of the journal shown
};
using PracticeEntries = std::vector<PracticeEntry>;

// What is kept under `id` that the person may see.
PracticeEntries list_entries(const Screen& screen, const PracticeSource& source,
                             const std::string& id);
PracticeEntries promise_entries(const Screen& screen, const PracticeSource& source,
                                const std::string& id);
PracticeEntries ritual_entries(const Screen& screen, const PracticeSource& source,
                               const std::string& id);
PracticeEntries plan_entries(const Screen& screen, const PracticeSource& source,
                             const std::string& id);
// Of the kinds that are kept with a card's answers.
PracticeEntries answer_entries(const Screen& screen, const PracticeSource& source,
                               const std::string& id);

struct ShownKind {
    ExerciseKind kind;
    // Null for `scale`, whose sliders the card draws itself.
    void (*draw)(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                 const AskingPen& pen) = nullptr;
    // Null where Practices does not gather the kind.
    PracticeEntries (*entries)(const Screen& screen, const PracticeSource& source,
                               const std::string& id) = nullptr;
};
// In the order of ExerciseKind.
inline constexpr std::array<ShownKind, kind_count> shown_kinds{{
    {ExerciseKind::reflect, draw_reflect},
    {ExerciseKind::check, draw_check},
    {ExerciseKind::scale},
    {ExerciseKind::list, draw_list, list_entries},
    {ExerciseKind::promise, draw_promise, promise_entries},
    {ExerciseKind::letter, draw_letter, answer_entries},
    {ExerciseKind::conversation, draw_conversation, answer_entries},
    {ExerciseKind::ritual, draw_ritual, ritual_entries},
    {ExerciseKind::plan, draw_plan, plan_entries},
    {ExerciseKind::pause, draw_pause},
}};
const ShownKind& shown_kind(ExerciseKind kind);

// False for a line, promise, plan or entry that a filter leaves out.
bool is_shown(const CardContext& context, const std::string& id);

// WORKBOOK/CARD/EXERCISE, as ExerciseUi knows an exercise.
std::string exercise_key(const CardContext& context, const Exercise& exercise);
// The card in such a key; nothing when it is none.
std::optional<CardRef> card_of_key(std::string_view key);

// "today", "3 November", "3 November 2025".
std::string day_words(const Screen& screen, Date date);

// True while a conversation holds the two at its clock, or waits to be looked back on.
bool is_under_way(const TalkUi& talk);
// Where it stands, in a line that leads back to it: "Ada speaks · back to the conversation".
std::string talk_words(const Screen& screen, const TalkUi& talk, double now);

// A heading and the prompt under it, as every exercise begins.
void draw_exercise_head(const Pen& pen, std::string_view title, std::string_view prompt);

}  // namespace rekindle::app
