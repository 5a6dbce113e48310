// What a person answered on the cards of one workbook. Nothing here is overwritten by a later day:
// every answer, tick and rating keeps its date.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workbook/base/date.hpp"

namespace rekindle {

// One answer to a `reflect` prompt (and, until they have their own form, to the other kinds).
struct Written {
    std::string id;
    Date date;  // the journal's day, as for a check-in
    TimeOfDay time;
    std::string person;
    std::string text;
    bool operator==(const Written&) const = default;
};

// A small action someone has done.
struct Tick {
    std::string item;
    Date date;
    std::string person;
    bool operator==(const Tick&) const = default;
};

// One rating of one of the card's scales.
struct Rated {
    std::string scale;
    Date date;
    std::string person;
    int value = 0;
    bool operator==(const Rated&) const = default;
};

enum class CardMark { none, worked_through, set_aside };

// What a person said about a whole card, and when.
struct Marked {
    CardMark mark = CardMark::none;
    Date date;
    std::string person;
    bool operator==(const Marked&) const = default;
};

struct ExerciseAnswers {
    std::vector<Written> written;  // oldest first
    std::vector<Tick> ticks;
    bool operator==(const ExerciseAnswers&) const = default;
};

struct CardAnswers {
    std::vector<Marked> marks;  // at most one per person
    std::vector<Rated> rated;   // oldest first; one per scale, person and day
    std::map<std::string, ExerciseAnswers, std::less<>> exercises;
    bool operator==(const CardAnswers&) const = default;
};

// All answers given in one workbook, by card id.
struct Answers {
    std::map<std::string, CardAnswers, std::less<>> cards;
    bool operator==(const Answers&) const = default;
};

}  // namespace rekindle
