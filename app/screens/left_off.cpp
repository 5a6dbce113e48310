#include "app/screens/left_off.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/screens/chosen_workbook.hpp"
#include "workbook/journal/proposal.hpp"

namespace rekindle::app {
namespace {

// A day, and the minutes since it began: none (-1) before all others of that day.
using Moment = std::pair<Date, int>;

// The last moment at which this person did something on a card.
class LastTouch {
  public:
    LastTouch(std::string_view person, TimeOfDay day_end) : person_(person), day_end_(day_end) {}

    void note(std::string_view who, Date date, std::optional<TimeOfDay> time = {}) {
        if (who != person_) return;
        const int minutes = time ? (time->minutes - day_end_.minutes + 1440) % 1440 : -1;
        last_ = std::max(last_.value_or(Moment{date, minutes}), Moment{date, minutes});
    }
    template <class Things>
    void note_days(const Things& things) {
        for (const auto& thing : things) note(thing.person, thing.date);
    }
    template <class Things>
    void note_times(const Things& things) {
        for (const auto& thing : things) note(thing.person, thing.date, thing.time);
    }
    template <class Things>
    void note_changes(const Things& things) {
        for (const auto& thing : things) note(thing.person, thing.changed);
    }
    std::optional<Moment> last() const { return last_; }

  private:
    std::string_view person_;
    TimeOfDay day_end_;
    std::optional<Moment> last_;
};

// Lists and the like that several cards share are no one card's.
void note_practices(const Journal& journal, const Workbook& workbook, const Card& card,
                    LastTouch& touch) {
    for (const Exercise& exercise : card.exercises) {
        if (!exercise.uses.empty()) continue;
        const std::string id = practice_id(workbook, card, exercise);
        touch.note_changes(list_items(journal, id));
        touch.note_changes(promises_in(journal, id));
        touch.note_changes(plans_in(journal, id));
    }
}

std::optional<Moment> last_touched(const Screen& screen, const Workbook& workbook,
                                   const Card& card) {
    LastTouch touch(screen.person, screen.journal.profile->day_end);
    const CardAnswers& answers = card_answers(screen.journal, workbook.id, card.id);
    touch.note_days(answers.rated);
    touch.note_days(answers.marks);
    for (const auto& [id, exercise] : answers.exercises) {
        touch.note_days(exercise.ticks);
        touch.note_times(exercise.written);
        touch.note_times(exercise.talks);
        touch.note_changes(exercise.letters);
    }
    note_practices(screen.journal, workbook, card, touch);
    return touch.last();
}

bool is_open(const Screen& screen, const Workbook& workbook, const Card& card) {
    const CardState state = card_state(screen.journal, workbook, card, screen.person);
    return state != CardState::worked_through && state != CardState::set_aside;
}

struct Touched {
    const Workbook* workbook = nullptr;
    std::size_t card = 0;
    Moment when;
};

// Of two cards of one day the later one in the workbook: most people go through it in order.
std::optional<Touched> find_touched(const Screen& screen) {
    std::optional<Touched> latest;
    for (const Workbook& workbook : screen.content.workbooks)
        for (std::size_t i = 0; i < workbook.cards.size(); ++i) {
            const auto when = last_touched(screen, workbook, workbook.cards[i]);
            if (when && (!latest || *when >= latest->when)) latest = Touched{&workbook, i, *when};
        }
    return latest;
}

// What this window saw goes before what the days tell, since most things have no time.
std::optional<Touched> find_seen(const Screen& screen, const WorkedOn& worked_on) {
    const auto seen = worked_on.find(screen.person);
    if (seen == worked_on.end()) return std::nullopt;
    const Workbook* workbook = find_workbook(screen.content, seen->second.card.workbook);
    if (!workbook) return std::nullopt;
    for (std::size_t i = 0; i < workbook->cards.size(); ++i)
        if (workbook->cards[i].id == seen->second.card.card &&
            last_touched(screen, *workbook, workbook->cards[i]))
            return Touched{workbook, i, {seen->second.date, 1440}};
    return std::nullopt;
}

// The first open card from `from` on, and round to those before it.
LeftOff next_open(const Screen& screen, const Workbook& workbook, std::size_t from, bool begun) {
    for (std::size_t step = 0; step < workbook.cards.size(); ++step) {
        const std::size_t i = (from + step) % workbook.cards.size();
        if (is_open(screen, workbook, workbook.cards[i]))
            return {&workbook, &workbook.cards[i], i + 1, begun};
    }
    return {&workbook, nullptr, 0, begun};
}

const Workbook* workbook_to_begin(const Screen& screen) {
    const Profile& profile = *screen.journal.profile;
    if (find_workbook(screen.content, profile.workbook)) return chosen_workbook(screen);
    const Workbook* proposed = find_workbook(screen.content, propose_workbook(profile).workbook);
    return proposed ? proposed : chosen_workbook(screen);
}

}  // namespace

LeftOff find_left_off(const Screen& screen, const WorkedOn& worked_on) {
    auto touched = find_touched(screen);
    if (const auto seen = find_seen(screen, worked_on);
        seen && (!touched || seen->when >= touched->when))
        touched = seen;
    if (touched) return next_open(screen, *touched->workbook, touched->card, true);
    const Workbook* workbook = workbook_to_begin(screen);
    return workbook ? next_open(screen, *workbook, 0, false) : LeftOff{};
}

}  // namespace rekindle::app
