#include "workbook/journal/history.hpp"

#include <algorithm>

namespace rekindle {
namespace {

// Entries of `all` that `other` does not hold just so.
template <class List>
List only_differing(const List& all, const List& other) {
    List kept;
    for (const auto& entry : all)
        if (std::find(other.begin(), other.end(), entry) == other.end())
            kept.insert(kept.end(), entry);
    return kept;
}

template <class Map>
Map only_differing_keys(const Map& all, const Map& other) {
    Map kept;
    for (const auto& [key, value] : all) {
        const auto found = other.find(key);
        if (found == other.end() || !(found->second == value)) kept.emplace(key, value);
    }
    return kept;
}

void keep_month(Journal& into, const Journal& from, const Journal& other, YearMonth key) {
    const auto own = from.months.find(key);
    if (own == from.months.end()) return;
    const auto found = other.months.find(key);
    const Month theirs = found == other.months.end() ? Month{} : *found->second;
    into.months.emplace(key, Month{only_differing(own->second->checkins, theirs.checkins)});
}

void keep_answers(Journal& into, const Journal& from, const Journal& other,
                  const std::string& key) {
    const auto own = from.answers.find(key);
    if (own == from.answers.end()) return;
    const auto found = other.answers.find(key);
    const Answers theirs = found == other.answers.end() ? Answers{} : *found->second;
    into.answers.emplace(key, Answers{only_differing_keys(own->second->cards, theirs.cards)});
}

Practices what_differs(const Practices& from, const Practices& other) {
    Practices kept;
    for_each_entry_map(
        [&](ExerciseKind, auto map) { kept.*map = only_differing_keys(from.*map, other.*map); });
    kept.rituals = only_differing_keys(from.rituals, other.rituals);
    return kept;
}

// What of `from` is different in `other`, entry by entry. Two thousand steps of whole months would
// be a hundred megabytes; `merge` needs no more than this to take a step back.
Journal what_differs(const Journal& from, const Journal& other) {
    Journal kept;
    for (const Part& part : changed_parts(from, other)) {
        switch (part.kind) {
            case PartKind::profile:
                kept.profile = from.profile;
                break;
            case PartKind::month:
                keep_month(kept, from, other, part.month);
                break;
            case PartKind::answers:
                keep_answers(kept, from, other, part.workbook);
                break;
            case PartKind::practices:
                kept.practices = what_differs(*from.practices, *other.practices);
                break;
        }
    }
    return kept;
}

template <class Entry>
std::size_t text_bytes_in(const std::vector<Entry>& entries) {
    std::size_t bytes = 0;
    for (const Entry& entry : entries) {
        if constexpr (requires { entry.text; }) bytes += entry.text.size();
        if constexpr (requires { entry.note; }) bytes += entry.note.size();
        if constexpr (requires { entry.learned; }) bytes += entry.learned.size();
        if constexpr (requires { entry.parts; })
            for (const auto& [part, text] : entry.parts) bytes += text.size();
    }
    return bytes;
}

// About how much memory a step takes: what was written, by far the most of it.
std::size_t text_bytes(const Journal& journal) {
    std::size_t bytes = 0;
    for (const auto& [key, month] : journal.months) bytes += text_bytes_in(month->checkins);
    for (const auto& [workbook, answers] : journal.answers)
        for (const auto& [id, card] : answers->cards)
            for (const auto& [name, exercise] : card.exercises)
                for_each_entry_list([&, &all = exercise](ExerciseKind, auto list) {
                    bytes += text_bytes_in(all.*list);
                });
    for_each_entry_map([&](ExerciseKind, auto map) {
        for (const auto& [list, entries] : (*journal.practices).*map)
            bytes += text_bytes_in(entries);
    });
    return bytes;
}

// Every step holds the whole texts it changed: of megabytes fewer steps are kept, but always some.
constexpr std::size_t most_text_kept = 64u << 20;
constexpr std::size_t fewest_steps = 20;

}  // namespace

History::History(Journal start) : now_(std::move(start)) {}

void History::apply(Journal next, std::string title, std::string run_key, double at,
                    std::string whose) {
    if (next == now_) return;
    const bool joins = open_ && position_ > 0 && position_ == steps_.size() && !run_key.empty() &&
                       steps_.back().run_key == run_key && steps_.back().whose == whose &&
                       at - steps_.back().at <= run_within;
    if (!joins) {
        steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(position_), steps_.end());
        steps_.push_back({{}, {}, std::move(title), std::move(run_key), at, std::move(whose)});
        run_start_ = now_;
    }
    now_ = std::move(next);
    open_ = true;
    Step& step = steps_.back();
    step.at = at;
    step.before = what_differs(run_start_, now_);
    step.after = what_differs(now_, run_start_);
    if (now_ == run_start_) {  // dragged away and back again: nothing to undo
        steps_.pop_back();
        open_ = false;
    }
    if (steps_.size() > most_steps) steps_.erase(steps_.begin());
    if (!joins) {
        std::size_t kept = 0;
        auto first = steps_.end();
        while (first != steps_.begin() && kept <= most_text_kept) {
            --first;
            kept += text_bytes(first->before) + text_bytes(first->after);
        }
        const auto most =
            steps_.end() - static_cast<std::ptrdiff_t>(std::min(fewest_steps, steps_.size()));
        steps_.erase(steps_.begin(), std::min(first, most));
    }
    position_ = steps_.size();
}

void History::close_step() { open_ = false; }

std::string History::title_for(const Step& step, std::string_view person) {
    const bool of_other = !person.empty() && !step.whose.empty() && step.whose != person;
    return of_other ? std::string{} : step.title;
}

std::string History::undo_title(std::string_view person) const {
    return can_undo() ? title_for(steps_[position_ - 1], person) : std::string{};
}

std::string History::redo_title(std::string_view person) const {
    return can_redo() ? title_for(steps_[position_], person) : std::string{};
}

void History::undo() {
    if (!can_undo()) return;
    open_ = false;
    const Step& step = steps_[--position_];
    now_ = merge(step.after, step.before, now_);
}

void History::redo() {
    if (!can_redo()) return;
    open_ = false;
    const Step& step = steps_[position_++];
    now_ = merge(step.before, step.after, now_);
}

void History::adopt(Journal next) {
    // The run that is going on keeps its start, with the change from elsewhere in it, so that
    // typing while a save comes back stays one step and undo leaves that change alone.
    if (open_) run_start_ = merge(now_, next, run_start_);
    now_ = std::move(next);
}

}  // namespace rekindle
