// Every change a person can make to a journal. Commands name things by what they are (ids, dates),
// never by where they stand; new ids come in with the command, so that the same commands always
// make the same journal.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "workbook/journal/answers.hpp"
#include "workbook/journal/checkin.hpp"
#include "workbook/journal/profile.hpp"

namespace rekindle {

// The check-in meant. One with an unknown id is begun by the first command that says something.
struct CheckInRef {
    std::string id;
    Date date;
    std::string person;
    bool operator==(const CheckInRef&) const = default;
};

struct CardRef {
    std::string workbook;
    std::string card;
    bool operator==(const CardRef&) const = default;
};

struct ExerciseRef {
    std::string workbook;
    std::string card;
    std::string exercise;
    bool operator==(const ExerciseRef&) const = default;
};

// --- a day ---
struct RateFeeling {
    CheckInRef checkin;
    std::string scale;
    std::optional<int> value;
};
struct WriteNote {
    CheckInRef checkin;
    std::string text;
};
struct AddEvent {
    CheckInRef checkin;
    Event event;
};
struct RemoveEvent {
    CheckInRef checkin;
    Event event;
};
struct SetCheckInTime {
    CheckInRef checkin;
    std::optional<TimeOfDay> time;
};
struct DeleteCheckIn {
    CheckInRef checkin;
};
// Adds whole check-ins (from a file); one whose id is already there on that day replaces it.
struct AddCheckIns {
    std::vector<CheckIn> checkins;
};

// --- a card ---
// Writes one answer. An answer of an earlier day is not changed: the text becomes a new answer of
// today with the id `fresh`. An answer emptied on its own day is removed.
struct WriteAnswer {
    ExerciseRef exercise;
    std::string answer;
    std::string fresh;
    std::string text;
};
struct TickAction {
    ExerciseRef exercise;
    std::string item;
    bool done = true;
};
// Rates for today; without a value the person's latest rating of that scale is taken out again.
struct RateCard {
    CardRef card;
    std::string scale;
    std::optional<int> value;
};
struct MarkCard {
    CardRef card;
    CardMark mark = CardMark::none;
};

// --- a list ---
struct AddListItem {
    std::string list;
    std::string item;
    std::string text;
};
struct EditListItem {
    std::string list;
    std::string item;
    std::string text;
};
struct SetItemStatus {
    std::string list;
    std::string item;
    std::string status;
};
struct NoteListItem {
    std::string list;
    std::string item;
    std::string note;
};
struct RemoveListItem {
    std::string list;
    std::string item;
};

// --- the profile ---
struct RenamePerson {
    std::string person;
    std::string name;
};
struct SetRole {
    std::string person;
    Role role = Role::neither;
};
struct AddPerson {
    Person person;
};
// Only someone who has written nothing can be taken out again.
struct RemovePerson {
    std::string person;
};
struct SetDayEnd {
    TimeOfDay day_end;
};
struct SetWeekStart {
    Weekday day = Weekday::monday;
};
struct AddOwnScale {
    Scale scale;
};
struct RemoveOwnScale {
    std::string scale;  // what was rated on it is kept
};
struct ChooseWorkbook {
    std::string workbook;
};

using Command = std::variant<RateFeeling, WriteNote, AddEvent, RemoveEvent, SetCheckInTime,
                             DeleteCheckIn, AddCheckIns, WriteAnswer, TickAction, RateCard,
                             MarkCard, AddListItem, EditListItem, SetItemStatus, NoteListItem,
                             RemoveListItem, RenamePerson, SetRole, AddPerson, RemovePerson,
                             SetDayEnd, SetWeekStart, AddOwnScale, RemoveOwnScale, ChooseWorkbook>;

// When a command is carried out, and by whom.
struct Stamp {
    LocalTime now;
    std::string person;
};

// What the command does, in the person's words, for "Undo: …": "rating", "words", "tick".
std::string command_title(const Command& command);

// Commands with the same key that follow each other closely are one step for undo: the letters of
// one note, the places a slider passes while it is dragged. Empty: always a step of its own.
std::string merge_key(const Command& command);

}  // namespace rekindle
