// Entries of somebody who is not among the people of a journal, given to one who is.
#include <algorithm>

#include "workbook/journal/order.hpp"
#include "workbook/journal/references.hpp"

namespace rekindle {
namespace {

struct Adoption {
    const std::string& from;
    const std::string& to;

    // True when something was changed.
    bool change(std::string& person) const {
        if (person != from) return false;
        person = to;
        return true;
    }
    template <class Entries>
    bool change_each(Entries& entries) const {
        bool changed = false;
        for (auto& entry : entries) changed = change(entry.person) || changed;
        return changed;
    }
    bool change_felt(std::vector<Talk>& talks) const {
        bool changed = false;
        for (Talk& talk : talks) {
            if (talk.felt.contains(to)) continue;  // what both said stays apart
            auto felt = talk.felt.extract(from);
            if (felt.empty()) continue;
            felt.key() = to;
            talk.felt.insert(std::move(felt));
            changed = true;
        }
        return changed;
    }
    // At most one mark each: the later one is what is meant.
    bool change_marks(std::vector<Marked>& marks) const {
        if (!change_each(marks)) return false;
        std::stable_sort(marks.begin(), marks.end(),
                         [](const Marked& a, const Marked& b) { return a.date > b.date; });
        std::vector<Marked> kept;
        for (const Marked& mark : marks)
            if (std::none_of(kept.begin(), kept.end(),
                             [&](const Marked& each) { return each.person == mark.person; }))
                kept.push_back(mark);
        marks = std::move(kept);
        return true;
    }
    bool change(CardAnswers& card) const {
        bool changed = change_marks(card.marks);
        changed = change_each(card.rated) || changed;
        for (auto& [id, exercise] : card.exercises) {
            for_each_entry_list([&, &all = exercise](ExerciseKind, auto list) {
                changed = change_each(all.*list) || changed;
            });
            changed = change_felt(exercise.talks) || changed;
        }
        return changed;
    }
    bool change(Answers& answers) const {
        bool changed = false;
        for (auto& [id, card] : answers.cards) changed = change(card) || changed;
        return changed;
    }
    bool change(Ritual& ritual) const {
        if (!change_each(ritual.days)) return false;
        const auto moment = [](const RitualDay& day) { return std::tie(day.date, day.person); };
        std::sort(ritual.days.begin(), ritual.days.end(),
                  [&](const RitualDay& a, const RitualDay& b) { return moment(a) < moment(b); });
        ritual.days.erase(std::unique(ritual.days.begin(), ritual.days.end()), ritual.days.end());
        return true;
    }
    bool change(Practices& practices) const {
        bool changed = false;
        for_each_entry_map([&](ExerciseKind, auto map) {
            for (auto& [id, entries] : practices.*map) changed = change_each(entries) || changed;
        });
        for (auto& [id, promises] : practices.promises)
            for (Promise& promise : promises) changed = change(promise.who) || changed;
        for (auto& [id, ritual] : practices.rituals) changed = change(ritual) || changed;
        return changed;
    }
};

}  // namespace

Journal with_entries_of(const Journal& journal, const std::string& from, const std::string& to) {
    const Adoption adoption{from, to};
    Journal next = journal;
    for (const auto& [key, month] : journal.months) {
        Month changed = *month;
        if (adoption.change_each(changed.checkins)) next.months.insert_or_assign(key, changed);
    }
    for (const auto& [id, answers] : journal.answers) {
        Answers changed = *answers;
        if (adoption.change(changed)) next.answers.insert_or_assign(id, changed);
    }
    Practices changed = *journal.practices;
    if (adoption.change(changed)) next.practices = changed;
    return next;
}

}  // namespace rekindle
