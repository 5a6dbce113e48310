// What grows between the cards: lists (boundaries, triggers, needs …), promises, rituals and plans
// that several cards can show. Each is kept under its shared name or, where the content gives none,
// under WORKBOOK/CARD/EXERCISE (see `practice_id`).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workbook/base/date.hpp"
#include "workbook/content/workbook.hpp"

namespace rekindle {

struct ListItem {
    std::string id;
    std::string text;
    std::string status;  // one of the statuses the content names; empty: the first of them
    std::string note;
    std::string person;  // who added it
    Date added;
    Date changed;  // the day of the last change to text, status or note
    bool only_for_me = false;
    bool operator==(const ListItem&) const = default;
};

// --- promises ---

// When a promise comes round.
enum class Recurrence { once, daily, weekdays, weekly };

struct Schedule {
    Recurrence recurrence = Recurrence::once;
    Date first;                       // once: the day it is due; weekly: the first such day;
                                      // else the day from which it counts
    std::vector<Weekday> weekdays{};  // `weekdays` only: one or more, Monday first
    bool operator==(const Schedule&) const = default;
};

enum class Kept { kept, late, not_kept };

// What was said about one day a promise was due. A day without a mark is unanswered.
struct PromiseMark {
    Date due;
    Kept kept = Kept::kept;
    Date marked;  // when it was said
    bool operator==(const PromiseMark&) const = default;
};

// While a promise rests nothing is due. Without `until` it still rests.
struct Pause {
    Date from;
    std::optional<Date> until;  // the first day it counts again
    bool operator==(const Pause&) const = default;
};

// Who made a promise, where it is no person of the journal.
inline constexpr const char* someone_else = "other";
inline constexpr const char* both_of_us = "both";

struct Promise {
    std::string id;
    std::string text;
    std::string who;  // a person's id, `someone_else` or `both_of_us`
    Schedule schedule;
    std::vector<PromiseMark> marks;  // by the day that was due, at most one for each
    std::vector<Pause> pauses;       // oldest first, apart from each other
    std::optional<Date> ended;       // from this day on it is no longer made; what was is kept
    std::string person;              // who wrote it down
    Date added;
    Date changed;  // the day of the last change to text, who or schedule
    bool operator==(const Promise&) const = default;
};

// --- rituals ---

struct RitualDay {
    Date date;
    std::string person;  // who marked it
    bool operator==(const RitualDay&) const = default;
};

struct Ritual {
    std::string text{};              // what it is, in one's own words; may be empty
    std::optional<Rhythm> rhythm{};  // chosen by the person; none: as the content suggests
    std::vector<RitualDay> days{};   // by date, then person
    bool operator==(const Ritual&) const = default;
};

// --- plans ---

struct Plan {
    std::string id;
    std::string text;  // what is planned; may be empty where the exercise says it
    Date date;
    std::optional<Date> done;
    std::string person;
    Date added;
    Date changed;  // the day of the last change to text or date
    bool operator==(const Plan&) const = default;
};

struct Practices {
    std::map<std::string, std::vector<ListItem>, std::less<>> lists;
    std::map<std::string, std::vector<Promise>, std::less<>> promises;
    std::map<std::string, Ritual, std::less<>> rituals;
    std::map<std::string, std::vector<Plan>, std::less<>> plans;
    bool operator==(const Practices&) const = default;
};

// Calls `each(kind, &Practices::plans)` for every map whose entries are told apart by their id.
// What is done alike to all of them goes through here: a further kind is a map above and a line
// below.
template <class Each>
constexpr void for_each_entry_map(Each each) {
    each(ExerciseKind::list, &Practices::lists);
    each(ExerciseKind::promise, &Practices::promises);
    each(ExerciseKind::plan, &Practices::plans);
}

constexpr std::size_t count_entry_maps() {
    std::size_t maps = 0;
    for_each_entry_map([&](ExerciseKind, auto) { ++maps; });
    return maps;
}
// Rituals are no entries of a list: each is one, under its name.
static_assert(sizeof(Practices) == (count_entry_maps() + 1) * sizeof(Practices::rituals),
              "for_each_entry_map lacks a line");

std::string_view to_word(Recurrence recurrence);  // once, daily, weekdays, weekly
std::string_view to_word(Kept kept);              // kept, late, not-kept
std::optional<Recurrence> parse_recurrence(std::string_view word);
std::optional<Kept> parse_kept(std::string_view word);

// The days from `from` to `to`, both of them counted, on which the promise is due: none while it
// rests, none from the day it ended.
std::vector<Date> due_days(const Promise& promise, Date from, Date to);
bool is_resting(const Promise& promise, Date today);
const PromiseMark* mark_for(const Promise& promise, Date due);  // null: nothing said yet

}  // namespace rekindle
