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
#include "workbook/journal/practices.hpp"
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

// Writes one part of a letter. The first words of a letter with an unknown id begin it; one whose
// parts are all empty is not kept.
struct WriteLetterPart {
    ExerciseRef exercise;
    std::string letter;
    std::string part;
    std::string text;
};
struct RemoveLetter {
    ExerciseRef exercise;
    std::string letter;
};
// Notes down that a conversation was held today.
struct AddTalk {
    ExerciseRef exercise;
    std::string talk;
    std::string topic;
};
struct WriteTalkTopic {
    ExerciseRef exercise;
    std::string talk;
    std::string topic;
};
struct WriteTalkLesson {
    ExerciseRef exercise;
    std::string talk;
    std::string text;
};
enum class TalkScale { safe, heard };
struct RateTalk {
    ExerciseRef exercise;
    std::string talk;
    std::string person;
    TalkScale scale = TalkScale::safe;
    std::optional<int> value;
};
struct RemoveTalk {
    ExerciseRef exercise;
    std::string talk;
};
// Keeps an answer, a letter or a conversation, by its id, to the person who wrote it. Only they can
// say so, and only they can take it back.
struct KeepToMyself {
    ExerciseRef exercise;
    std::string entry;
    bool only_for_me = true;
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

struct KeepItemToMyself {
    std::string list;
    std::string item;
    bool only_for_me = true;
};

// --- a promise ---
struct AddPromise {
    std::string ledger;
    std::string promise;
    std::string text;
    std::string who;
    Schedule schedule;
};
struct EditPromise {
    std::string ledger;
    std::string promise;
    std::string text;
};
struct SetPromiseMaker {
    std::string ledger;
    std::string promise;
    std::string who;
};
struct SchedulePromise {
    std::string ledger;
    std::string promise;
    Schedule schedule;
};
// Says what became of the day it was due, or nothing again.
struct MarkPromise {
    std::string ledger;
    std::string promise;
    Date due;
    std::optional<Kept> kept;
};
struct PausePromise {
    std::string ledger;
    std::string promise;
    bool resting = true;
};
struct EndPromise {
    std::string ledger;
    std::string promise;
    bool ended = true;
};
struct RemovePromise {
    std::string ledger;
    std::string promise;
};

// --- a ritual ---
struct MarkRitual {
    std::string ritual;
    Date day;
    bool done = true;
};
struct DescribeRitual {
    std::string ritual;
    std::string text;
};
struct SetRitualRhythm {
    std::string ritual;
    std::optional<Rhythm> rhythm;
};

// --- a plan ---
struct AddPlan {
    std::string list;
    std::string plan;
    std::string text;
    Date date;
};
struct EditPlan {
    std::string list;
    std::string plan;
    std::string text;
};
struct MovePlan {
    std::string list;
    std::string plan;
    Date date;
};
struct FinishPlan {
    std::string list;
    std::string plan;
    bool done = true;
};
struct RemovePlan {
    std::string list;
    std::string plan;
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
struct SetRelationship {
    Relationship relationship = Relationship::not_said;
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

// Refused when it says neither a name nor how to reach them.
struct AddSupporter {
    Supporter supporter;
};
struct EditSupporter {
    Supporter supporter;  // takes the place of the one with its id
};
struct RemoveSupporter {
    std::string supporter;
};

using Command =
    std::variant<RateFeeling, WriteNote, AddEvent, RemoveEvent, SetCheckInTime, DeleteCheckIn,
                 AddCheckIns, WriteAnswer, TickAction, RateCard, MarkCard, WriteLetterPart,
                 RemoveLetter, AddTalk, WriteTalkTopic, WriteTalkLesson, RateTalk, RemoveTalk,
                 KeepToMyself, AddListItem, EditListItem, SetItemStatus, NoteListItem,
                 RemoveListItem, KeepItemToMyself, AddPromise, EditPromise, SetPromiseMaker,
                 SchedulePromise, MarkPromise, PausePromise, EndPromise, RemovePromise, MarkRitual,
                 DescribeRitual, SetRitualRhythm, AddPlan, EditPlan, MovePlan, FinishPlan,
                 RemovePlan, RenamePerson, SetRole, AddPerson, RemovePerson, SetDayEnd,
                 SetWeekStart, AddOwnScale, RemoveOwnScale, ChooseWorkbook, AddSupporter,
                 EditSupporter, RemoveSupporter, SetRelationship>;

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
