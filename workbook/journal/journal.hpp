// All that a person wrote, as one value. Nothing changes a journal; `update` makes the next one,
// and what a command did not touch is shared between the two.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/shared.hpp"
#include "workbook/journal/answers.hpp"
#include "workbook/journal/checkin.hpp"
#include "workbook/journal/practices.hpp"
#include "workbook/journal/profile.hpp"

namespace rekindle {

struct Journal {
    Shared<Profile> profile;
    std::map<YearMonth, Shared<Month>> months;                    // checkins/YYYY-MM.toml
    std::map<std::string, Shared<Answers>, std::less<>> answers;  // answers/WORKBOOK.toml
    Shared<Practices> practices;
    bool operator==(const Journal&) const = default;
};

// A day's check-ins of one person, oldest first; valid while the journal lives.
std::vector<const CheckIn*> checkins_on(const Journal& journal, Date date, std::string_view person);
const CheckIn* latest_checkin(const Journal& journal, Date date, std::string_view person);
const CheckIn* find_checkin(const Journal& journal, Date date, std::string_view id);

// What was answered on a card so far; an empty value when nothing was.
const CardAnswers& card_answers(const Journal& journal, std::string_view workbook,
                                std::string_view card);
const ExerciseAnswers& exercise_answers(const CardAnswers& card, std::string_view exercise);

// What is written in a list, a ledger … by its name; empty where nothing is.
template <class Entry>
const std::vector<Entry>& entries_in(
    const Journal& journal, std::map<std::string, std::vector<Entry>, std::less<>> Practices::*map,
    std::string_view name) {
    static const std::vector<Entry> none;
    const auto& all = (*journal.practices).*map;
    const auto found = all.find(name);
    return found == all.end() ? none : found->second;
}
const std::vector<ListItem>& list_items(const Journal& journal, std::string_view list);
const std::vector<Promise>& promises_in(const Journal& journal, std::string_view ledger);
const Ritual& ritual_of(const Journal& journal, std::string_view ritual);
const std::vector<Plan>& plans_in(const Journal& journal, std::string_view list);

// How far a person is with a card. A mark that was set by hand goes before what can be counted.
enum class CardState { not_started, in_progress, worked_through, set_aside };
CardState card_state(const Journal& journal, const Workbook& workbook, const Card& card,
                     std::string_view person);
std::string_view state_title(CardState state);  // "In progress"

// How many of the card's exercises hold something from this person, of how many there are.
struct Progress {
    int done = 0;
    int all = 0;
    bool operator==(const Progress&) const = default;
};
Progress card_progress(const Journal& journal, const Workbook& workbook, const Card& card,
                       std::string_view person);

// A person's first and latest rating of a scale of a card; null where there is none.
struct FirstAndLatest {
    const Rated* first = nullptr;
    const Rated* latest = nullptr;
};
FirstAndLatest first_and_latest(const CardAnswers& card, std::string_view scale,
                                std::string_view person);

// A part of a journal is what one file holds: the unit of reading, saving and being read-only.
enum class PartKind { profile, month, answers, practices };
struct Part {
    PartKind kind = PartKind::profile;
    YearMonth month{};       // for a month
    std::string workbook{};  // for answers
    auto operator<=>(const Part&) const = default;
};

// Parts in which two journals are not the same object, whether added, removed or changed.
std::vector<Part> changed_parts(const Journal& before, const Journal& after);

// `into` with one part taken from `from` (removed when `from` does not have it).
Journal with_part(const Journal& into, const Journal& from, const Part& part);
// The same with every part in which the two differ, but for those that stay as they are.
Journal with_all_parts(const Journal& into, const Journal& from, const std::set<Part>& stay = {});
bool same_part(const Journal& a, const Journal& b, const Part& part);

// The change from `base` to `ours` carried out on `theirs`, entry by entry: what `ours` left alone
// keeps what `theirs` has. Undo uses it, so that it never takes back what came from elsewhere; so
// does saving, where another program had written meanwhile. Its laws: merge_rules.hpp.
Journal merge(const Journal& base, const Journal& ours, const Journal& theirs);

}  // namespace rekindle
