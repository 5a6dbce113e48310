// Commands of the practices (see command.hpp): lists, promises, rituals and plans; carried out in
// update_list.cpp, update_promise.cpp, update_ritual.cpp and update_plan.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/journal/practices.hpp"
#include "workbook/journal/refs.hpp"

namespace rekindle {

// --- a list ---
struct AddListItem {
    static constexpr std::string_view title = "new line";
    std::string list;
    std::string item;
    std::string text;
};
struct EditListItem {
    static constexpr std::string_view title = "words of a line";
    std::string list;
    std::string item;
    std::string text;
    std::string run_key() const { return run_of("line", list, item); }
};
struct SetItemStatus {
    static constexpr std::string_view title = "state of a line";
    std::string list;
    std::string item;
    std::string status;
};
struct NoteListItem {
    static constexpr std::string_view title = "note on a line";
    std::string list;
    std::string item;
    std::string note;
    std::string run_key() const { return run_of("line-note", list, item); }
};
struct RemoveListItem {
    static constexpr std::string_view title = "deleted line";
    std::string list;
    std::string item;
};

struct KeepItemToMyself {
    static constexpr std::string_view title = "who sees a line";
    std::string list;
    std::string item;
    bool only_for_me = true;
};

// --- a promise ---
struct AddPromise {
    static constexpr std::string_view title = "promise";
    std::string ledger;
    std::string promise;
    std::string text;
    std::string who;
    Schedule schedule;
};
struct EditPromise {
    static constexpr std::string_view title = "words of a promise";
    std::string ledger;
    std::string promise;
    std::string text;
    std::string run_key() const { return run_of("promise", ledger, promise); }
};
struct SetPromiseMaker {
    static constexpr std::string_view title = "whose promise it is";
    std::string ledger;
    std::string promise;
    std::string who;
};
struct SchedulePromise {
    static constexpr std::string_view title = "days of a promise";
    std::string ledger;
    std::string promise;
    Schedule schedule;
    std::string run_key() const { return run_of("schedule", ledger, promise); }
};
// Says what became of the day it was due, or nothing again.
struct MarkPromise {
    static constexpr std::string_view title = "mark on a promise";
    std::string ledger;
    std::string promise;
    Date due;
    std::optional<Kept> kept;
};
struct PausePromise {
    static constexpr std::string_view title = "pause of a promise";
    std::string ledger;
    std::string promise;
    bool resting = true;
};
struct EndPromise {
    static constexpr std::string_view title = "end of a promise";
    std::string ledger;
    std::string promise;
    bool ended = true;
};
struct RemovePromise {
    static constexpr std::string_view title = "deleted promise";
    std::string ledger;
    std::string promise;
};

// --- a ritual ---
struct MarkRitual {
    static constexpr std::string_view title = "day of a ritual";
    std::string ritual;
    Date day;
    bool done = true;
};
struct DescribeRitual {
    static constexpr std::string_view title = "words of a ritual";
    std::string ritual;
    std::string text;
    std::string run_key() const { return "ritual " + ritual; }
};
struct SetRitualRhythm {
    static constexpr std::string_view title = "rhythm of a ritual";
    std::string ritual;
    std::optional<Rhythm> rhythm;
};

// --- a plan ---
struct AddPlan {
    static constexpr std::string_view title = "plan";
    std::string list;
    std::string plan;
    std::string text;
    Date date;
};
struct EditPlan {
    static constexpr std::string_view title = "words of a plan";
    std::string list;
    std::string plan;
    std::string text;
    std::string run_key() const { return run_of("plan", list, plan); }
};
struct MovePlan {
    static constexpr std::string_view title = "day of a plan";
    std::string list;
    std::string plan;
    Date date;
    std::string run_key() const { return run_of("plan-day", list, plan); }
};
struct FinishPlan {
    static constexpr std::string_view title = "plan done";
    std::string list;
    std::string plan;
    bool done = true;
};
struct RemovePlan {
    static constexpr std::string_view title = "deleted plan";
    std::string list;
    std::string plan;
};

}  // namespace rekindle
