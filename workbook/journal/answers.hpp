// What a person answered on the cards of one workbook. Nothing here is overwritten by a later day:
// every answer, tick and rating keeps its date.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workbook/base/date.hpp"
#include "workbook/content/workbook.hpp"

namespace rekindle {

// One answer to a `reflect` prompt, or the words with which a conversation is prepared.
struct Written {
    std::string id;
    Date date;  // the journal's day, as for a check-in
    TimeOfDay time;
    std::string person;
    std::string text;
    // Kept out of exports and of the other person's view. It hides; it does not lock.
    bool only_for_me = false;
    bool operator==(const Written&) const = default;
};

// One draft of a letter in parts. It grows over many days; a further draft is a letter of its own.
struct Letter {
    std::string id;
    Date date;     // the day it was begun
    Date changed;  // the day of the last change
    std::string person;
    std::map<std::string, std::string, std::less<>> parts;  // by the part's id; none is empty
    bool only_for_me = false;
    bool operator==(const Letter&) const = default;
};

// How one person felt at the end of a conversation, 0 to 10; none is unanswered.
struct Felt {
    std::optional<int> safe;
    std::optional<int> heard;
    bool operator==(const Felt&) const = default;
};

// One conversation that was held.
struct Talk {
    std::string id;
    Date date;
    TimeOfDay time;
    std::string person;  // who wrote it down
    std::string topic;   // one line
    // By person; `someone_else` for one who does not write in this journal.
    std::map<std::string, Felt, std::less<>> felt;
    std::string learned;
    bool only_for_me = false;
    bool operator==(const Talk&) const = default;
};

// A pause somebody took: slow breathing, or a break with a promise of when they are back.
struct PauseTaken {
    static constexpr bool one_statement = true;  // see merge_rules.hpp
    std::string id;
    Date date;
    TimeOfDay time;  // when it began or, of slow breathing, when it was noted down
    std::string person;
    std::optional<TimeOfDay> back_at;  // as promised, within a day of `time`; none: slow breathing
    bool came_back = false;            // they said so; when that was is nobody’s business
    bool operator==(const PauseTaken&) const = default;
};

// A small action someone has done.
struct Tick {
    static constexpr bool one_statement = true;  // see merge_rules.hpp
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
    std::vector<Letter> letters;  // by the day each was begun
    std::vector<Talk> talks;      // oldest first
    std::vector<PauseTaken> pauses;
    bool operator==(const ExerciseAnswers&) const = default;
};

// Calls `each(kind, &ExerciseAnswers::talks)` for every list, with the kind of exercise that fills
// it. What is done alike to all of them goes through here: a further kind is a list above and a
// line below. Lists whose entries have an `id` stand oldest first; an entry with `only_for_me` can
// be kept from the other person.
template <class Each>
constexpr void for_each_entry_list(Each each) {
    each(ExerciseKind::reflect, &ExerciseAnswers::written);
    each(ExerciseKind::check, &ExerciseAnswers::ticks);
    each(ExerciseKind::letter, &ExerciseAnswers::letters);
    each(ExerciseKind::conversation, &ExerciseAnswers::talks);
    each(ExerciseKind::pause, &ExerciseAnswers::pauses);
}

constexpr std::size_t count_entry_lists() {
    std::size_t lists = 0;
    for_each_entry_list([&](ExerciseKind, auto) { ++lists; });
    return lists;
}
static_assert(sizeof(ExerciseAnswers) == count_entry_lists() * sizeof(std::vector<Tick>),
              "for_each_entry_list lacks a line");

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
