// The parts of a letter's exercise, each drawn by the file it is named for.
#pragma once

#include <string>

#include "app/ask/asking_pen.hpp"
#include "app/exercises/exercises.hpp"

namespace rekindle::app {

// A letter being shown. It need not be in the journal yet: its first words put it there.
struct LetterContext {
    const CardContext& card;
    const Exercise& exercise;
    std::string key;   // of the exercise, in ExerciseUi
    std::string base;  // of its controls: card.CARD.EXERCISE
    ExerciseRef ref;
    const Letter* letter = nullptr;  // null: nothing is written yet
    std::string id{};                // of the letter, also when it is not there yet
};

// letter_notices: the phrases of the content that stand in a part's text, said beneath it.
void draw_notices(const LetterContext& context, const std::string& field, const std::string& text,
                  ExerciseUi& ui, const Pen& pen);

// letter_copy: copying and saving as text, and what was said about it.
struct TakeOut {
    bool copied = false;
    bool saved = false;
};
// The two links, in a row that the caller keeps.
TakeOut draw_take_out(const LetterContext& context, class Flow& flow);
void take_out(const LetterContext& context, TakeOut asked, ExerciseUi& ui, Canvas& canvas);
// Where to save to, while it is asked, and what came of it.
void draw_text_copy(const LetterContext& context, ExerciseUi& ui, const AskingPen& pen);

// letter_reading: the whole of it as one text, to be read slowly.
void draw_reading(const Letter& letter, const Exercise& exercise, const Pen& pen);
// Brings the letter that was asked for into view from its beginning, at `top` on the screen; and
// back to where one was when the reading ends.
void show_from_top(const std::string& key, float top, ExerciseUi& ui, Canvas& canvas);
void begin_reading(const std::string& key, float top, ExerciseUi& ui, Canvas& canvas);
void end_reading(const std::string& key, float top, ExerciseUi& ui, Canvas& canvas);

// A line at the left of what was drawn from `top` on; the caller has kept `side_line_inset` free.
void draw_side_line(Canvas& canvas, float x, float top, float bottom, Colour colour);
inline constexpr float side_line_inset = 14;  // at scale 1

}  // namespace rekindle::app
