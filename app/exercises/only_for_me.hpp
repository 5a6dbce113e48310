// With two people on one journal: whose words these are, and keeping some to oneself. What the
// other keeps to themself never reaches a screen: `Screen::journal` does not hold it.
#pragma once

#include <string>

#include "app/ask/asking_pen.hpp"
#include "app/exercises/exercises.hpp"

namespace rekindle::app {

// The name of who wrote an entry; empty where one person writes alone.
std::string writer_of(const Screen& screen, std::string_view person);

// True when the entry's words can be changed by who is writing now: they are theirs.
bool is_mine(const Screen& screen, std::string_view person);

// True where keeping something to oneself means anything: two write here, or it was marked when two
// did.
bool offers_only_for_me(const Screen& screen, bool only_for_me);

// The tick box under an entry of one's own, NAME.only-for-me, with what it does and does not do.
// Draws nothing where `offers_only_for_me` says no. True when pressed: the mark is to be turned.
bool draw_only_for_me(const Screen& screen, std::string_view name, bool only_for_me, bool enabled,
                      const Pen& pen);

// The same for an answer, a letter or a conversation; asks for the change.
struct MarkedEntry {
    ExerciseRef exercise;
    std::string id;
    bool only_for_me = false;
};
void draw_only_for_me(const CardContext& context, std::string_view name, const MarkedEntry& entry,
                      const AskingPen& pen);

}  // namespace rekindle::app
