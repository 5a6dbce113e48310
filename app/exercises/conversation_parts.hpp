// The parts of a guided conversation, each drawn by the file it is named for.
#pragma once

#include <array>
#include <string>

#include "app/ask/asking_pen.hpp"
#include "app/exercises/exercises.hpp"

namespace rekindle::app {

// One of the two who talk.
struct Speaker {
    std::string id;    // a person's, or `someone_else` for one who does not write in this journal
    std::string name;  // "You", "Ada", "The other person"
    bool is_you = false;  // then "You speak", not "You speaks"
};
using Speakers = std::array<Speaker, 2>;

// Whoever is writing first, then the other.
Speakers speakers_of(const Screen& screen);
// Who speaks in the turn under way, and who listens.
struct Turn {
    Speaker speaks;
    Speaker listens;
};
Turn turn_of(const Screen& screen, const TalkUi& talk);

struct TalkContext {
    const CardContext& card;
    const Exercise& exercise;
    std::string key;   // of the exercise, in ExerciseUi
    std::string base;  // of its controls: card.CARD.EXERCISE
    ExerciseRef ref;
};

// conversation_turns: the conversation under way, from its first turn to its pause.
void begin_turns(const TalkContext& context, TalkUi& talk, double now);
void draw_turns(const TalkContext& context, ExerciseUi& ui, const AskingPen& pen);
// Seconds left of the turn, never below 0; 0 where it is not timed.
double seconds_left(const TalkUi& talk, double now);
bool is_turn_over(const TalkUi& talk, double now);

// conversation_log: one conversation that was held, to be looked back on and changed.
void draw_talk(const TalkContext& context, const Talk& talk, const std::string& name,
               const AskingPen& pen);
void draw_log(const TalkContext& context, ExerciseUi& ui, const AskingPen& pen);

}  // namespace rekindle::app
