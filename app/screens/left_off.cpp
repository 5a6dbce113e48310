#include "app/screens/left_off.hpp"

#include <algorithm>
#include <compare>
#include <map>
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
    // Of each what is known most exactly: the day of its last change, its minute, its day.
    template <class Things>
    void note_all(const Things& things) {
        for (const auto& thing : things) {
            if constexpr (requires { thing.changed; })
                note(thing.person, thing.changed);
            else if constexpr (requires { thing.time; })
                note(thing.person, thing.date, thing.time);
            else
                note(thing.person, thing.date);
        }
    }
    std::optional<Moment> last() const { return last_; }

  private:
    std::string_view person_;
    TimeOfDay day_end_;
    std::optional<Moment> last_;
};

struct CardAt {
    const Workbook* workbook = nullptr;
    std::size_t number = 0;  // of the card in it, from 0
    auto operator<=>(const CardAt&) const = default;
};

std::optional<CardAt> find_card_at(const Content& content, std::string_view workbook,
                                   std::string_view card) {
    const Workbook* found = find_workbook(content, workbook);
    if (!found) return std::nullopt;
    for (std::size_t i = 0; i < found->cards.size(); ++i)
        if (found->cards[i].id == card) return CardAt{found, i};
    return std::nullopt;
}

// The card that a list or the like belongs to, by its id WORKBOOK/CARD/EXERCISE. Those that several
// cards share have a name of their own, and are no one card's.
std::optional<CardAt> find_card_of(const Content& content, std::string_view practice) {
    const std::size_t first = practice.find('/');
    const std::size_t second = practice.find('/', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    return find_card_at(content, practice.substr(0, first),
                        practice.substr(first + 1, second - first - 1));
}

// By card, when this person did something on it: as much work as there was written.
using Touches = std::map<CardAt, LastTouch>;

LastTouch& touch_of(Touches& touches, const CardAt& card, const Screen& screen) {
    return touches.try_emplace(card, screen.person, screen.journal.profile->day_end).first->second;
}

void note_answers(const Screen& screen, Touches& touches) {
    for (const auto& [workbook, part] : screen.journal.answers)
        for (const auto& [card, answers] : part->cards) {
            const auto at = find_card_at(screen.content, workbook, card);
            if (!at) continue;
            LastTouch& touch = touch_of(touches, *at, screen);
            touch.note_all(answers.rated);
            touch.note_all(answers.marks);
            for (const auto& [id, exercise] : answers.exercises) {
                for_each_entry_list(
                    [&, &all = exercise](ExerciseKind, auto list) { touch.note_all(all.*list); });
            }
        }
}

template <class Practice>
void note_practices(const Screen& screen, const Practice& practice, Touches& touches) {
    for (const auto& [id, entries] : practice)
        if (const auto at = find_card_of(screen.content, id))
            touch_of(touches, *at, screen).note_all(entries);
}

bool is_open(const Screen& screen, const Workbook& workbook, const Card& card) {
    const CardState state = card_state(screen.journal, workbook, card, screen.person);
    return state != CardState::worked_through && state != CardState::set_aside;
}

struct Touched {
    CardAt card;
    Moment when;
};

// Of two cards of one day the later one in the workbook: most people go through it in order.
std::optional<Touched> find_touched(const Screen& screen, const Touches& touches) {
    std::optional<Touched> latest;
    for (const Workbook& workbook : screen.content.workbooks)
        for (auto at = touches.lower_bound({&workbook, 0});
             at != touches.end() && at->first.workbook == &workbook; ++at)
            if (const auto when = at->second.last(); when && (!latest || *when >= latest->when))
                latest = Touched{at->first, *when};
    return latest;
}

// What this window saw goes before what the days tell, since most things have no time.
std::optional<Touched> find_seen(const Screen& screen, const Touches& touches) {
    if (!screen.last_work) return std::nullopt;
    const auto& [card, date] = *screen.last_work;
    const auto at = find_card_at(screen.content, card.workbook, card.card);
    const auto touch = at ? touches.find(*at) : touches.end();
    if (touch == touches.end() || !touch->second.last()) return std::nullopt;  // it was undone
    return Touched{*at, {date, 1440}};
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

LeftOff find_left_off(const Screen& screen) {
    Touches touches;
    note_answers(screen, touches);
    for_each_entry_map([&](ExerciseKind, auto map) {
        note_practices(screen, (*screen.journal.practices).*map, touches);
    });
    auto touched = find_touched(screen, touches);
    if (const auto seen = find_seen(screen, touches);
        seen && (!touched || seen->when >= touched->when))
        touched = seen;
    if (touched) return next_open(screen, *touched->card.workbook, touched->card.number, true);
    const Workbook* workbook = workbook_to_begin(screen);
    return workbook ? next_open(screen, *workbook, 0, false) : LeftOff{};
}

}  // namespace rekindle::app
