// What grows between the cards, changed on two sides: lists, promises, rituals and plans.
#include <tuple>

#include "workbook/journal/merge_parts.hpp"
#include "workbook/journal/merge_rules.hpp"
#include "workbook/journal/merge_text.hpp"
#include "workbook/journal/order.hpp"

namespace rekindle {
namespace {

// --- promises ---

// Of two rests that begin on one day the longer one: each day that either side rested stays one.
Pause merge_pause(const Pause* /*base*/, const Pause& ours, const Pause& theirs) {
    return !ours.until || (theirs.until && *theirs.until < *ours.until) ? ours : theirs;
}

std::vector<PromiseMark> merge_marks(const std::vector<PromiseMark>& base,
                                     const std::vector<PromiseMark>& ours,
                                     const std::vector<PromiseMark>& theirs) {
    auto merged = merge_list(
        base, ours, theirs, [](const PromiseMark& mark) { return mark.due; }, OursStands{});
    std::stable_sort(merged.begin(), merged.end(),
                     [](const PromiseMark& a, const PromiseMark& b) { return a.due < b.due; });
    return merged;
}

std::vector<Pause> merge_pauses(const std::vector<Pause>& base, const std::vector<Pause>& ours,
                                const std::vector<Pause>& theirs) {
    auto merged = merge_list(
        base, ours, theirs, [](const Pause& pause) { return pause.from; }, merge_pause);
    put_in_order(merged);
    return merged;
}

// --- rituals ---

// One that nothing is said about is not kept, so taking back its last day looks like taking it out.
Ritual merge_ritual(const Ritual& base, const Ritual& ours, const Ritual& theirs) {
    const auto key = [](const RitualDay& day) { return std::tie(day.date, day.person); };
    Ritual merged{merge_text(base.text, ours.text, theirs.text),
                  merge_value(base.rhythm, ours.rhythm, theirs.rhythm),
                  merge_list(base.days, ours.days, theirs.days, key, OursStands{})};
    std::sort(merged.days.begin(), merged.days.end(),
              [&](const RitualDay& a, const RitualDay& b) { return key(a) < key(b); });
    return merged;
}

// The fields of every entry of a list, a ledger …
struct PracticeFields {
    ListItem operator()(const ListItem& base, const ListItem& ours, const ListItem& theirs) const {
        return {theirs.id,
                merge_text(base.text, ours.text, theirs.text),
                merge_value(base.status, ours.status, theirs.status),
                merge_text(base.note, ours.note, theirs.note),
                merge_value(base.person, ours.person, theirs.person),
                merge_value(base.added, ours.added, theirs.added),
                merge_value(base.changed, ours.changed, theirs.changed),
                merge_value(base.only_for_me, ours.only_for_me, theirs.only_for_me)};
    }
    Promise operator()(const Promise& base, const Promise& ours, const Promise& theirs) const {
        return {theirs.id,
                merge_text(base.text, ours.text, theirs.text),
                merge_value(base.who, ours.who, theirs.who),
                merge_value(base.schedule, ours.schedule, theirs.schedule),
                merge_marks(base.marks, ours.marks, theirs.marks),
                merge_pauses(base.pauses, ours.pauses, theirs.pauses),
                merge_value(base.ended, ours.ended, theirs.ended),
                merge_value(base.person, ours.person, theirs.person),
                merge_value(base.added, ours.added, theirs.added),
                merge_value(base.changed, ours.changed, theirs.changed)};
    }
    Plan operator()(const Plan& base, const Plan& ours, const Plan& theirs) const {
        return {theirs.id,
                merge_text(base.text, ours.text, theirs.text),
                merge_value(base.date, ours.date, theirs.date),
                merge_value(base.done, ours.done, theirs.done),
                merge_value(base.person, ours.person, theirs.person),
                merge_value(base.added, ours.added, theirs.added),
                merge_value(base.changed, ours.changed, theirs.changed)};
    }
};

// Lists by name, their entries told apart by their id.
template <class Map>
Map merge_lists(const Map& base, const Map& ours, const Map& theirs) {
    using Entries = typename Map::mapped_type;
    using Entry = typename Entries::value_type;
    const auto merge_entries = [](const Entries& a, const Entries& b, const Entries& c) {
        return merge_list(
            a, b, c, [](const Entry& entry) { return std::tie(entry.id); },
            rule_of<Entry>(PracticeFields{}));
    };
    return merge_holders(base, ours, theirs, merge_entries);
}

}  // namespace

Practices merge_practices(const Practices& base, const Practices& ours, const Practices& theirs) {
    Practices merged;
    for_each_entry_map([&](ExerciseKind, auto map) {
        merged.*map = merge_lists(base.*map, ours.*map, theirs.*map);
    });
    merged.rituals = merge_holders(base.rituals, ours.rituals, theirs.rituals, merge_ritual);
    return merged;
}

}  // namespace rekindle
