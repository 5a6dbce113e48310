// Three journals into one: the change from a base to ours, carried out on theirs.
#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>
#include <type_traits>

#include "workbook/journal/journal.hpp"
#include "workbook/journal/merge_text.hpp"
#include "workbook/journal/order.hpp"

namespace rekindle {
namespace {

// --- rules for one value, one entry, one list, one map ---

// Where both changed, ours stands: it is what the person does now.
template <class T>
const T& merge_value(const T& base, const T& ours, const T& theirs) {
    return ours == base ? theirs : ours;
}

// The same for a rating; a base without one is no 0.
int merge_rating(const std::optional<int>& base, int ours, int theirs) {
    return base == ours ? theirs : ours;
}

template <class T>
bool is_same(const T* a, const T* b) {
    return a && b ? *a == *b : a == b;
}

// An entry that may be absent. One that was taken out here and changed there, or the other way
// round, stays as it was changed: nothing anybody wrote is lost.
template <class T, class Both>
std::optional<T> merge_entry(const T* base, const T* ours, const T* theirs, Both both) {
    const auto copy = [](const T* entry) {
        return entry ? std::optional<T>{*entry} : std::nullopt;
    };
    if (is_same(ours, base)) return copy(theirs);
    if (is_same(theirs, base)) return copy(ours);
    if (!ours || !theirs) return copy(ours ? ours : theirs);
    if constexpr (std::is_invocable_v<Both, std::optional<T>, T, T>)
        return both(base ? std::optional<T>{*base} : std::nullopt, *ours, *theirs);
    else
        return both(base ? *base : T{}, *ours, *theirs);
}

template <class T, class Key>
const T* find_by(const std::vector<T>& list, Key key, const T& like) {
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const T& each) { return key(each) == key(like); });
    return found == list.end() ? nullptr : &*found;
}

// Behind the entry that stands before `like` in `order`; at the front when none of those is left.
template <class T, class Key>
auto place_for(std::vector<T>& list, const std::vector<T>& order, Key key, const T& like) {
    auto before = std::find_if(order.begin(), order.end(),
                               [&](const T& each) { return key(each) == key(like); });
    while (before != order.begin()) {
        --before;
        const auto found = std::find_if(list.begin(), list.end(),
                                        [&](const T& each) { return key(each) == key(*before); });
        if (found != list.end()) return std::next(found);
    }
    return list.begin();
}

// Entries told apart by `key`, in the order of theirs; what is new in ours keeps its neighbour.
template <class T, class Key, class Both>
std::vector<T> merge_list(const std::vector<T>& base, const std::vector<T>& ours,
                          const std::vector<T>& theirs, Key key, Both both) {
    if (ours == base) return theirs;
    if (theirs == base) return ours;
    std::vector<T> merged;
    for (const T& entry : theirs) {
        auto kept = merge_entry(find_by(base, key, entry), find_by(ours, key, entry), &entry, both);
        if (kept) merged.push_back(std::move(*kept));
    }
    for (const T& entry : ours) {
        if (find_by(theirs, key, entry)) continue;
        auto kept = merge_entry<T>(find_by(base, key, entry), &entry, nullptr, both);
        if (kept) merged.insert(place_for(merged, ours, key, entry), std::move(*kept));
    }
    return merged;
}

template <class Map, class Key>
const typename Map::mapped_type* find_in(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

template <class Map, class Both>
Map merge_map(const Map& base, const Map& ours, const Map& theirs, Both both) {
    Map merged = theirs;
    const auto merge_key = [&](const auto& key) {
        auto kept = merge_entry(find_in(base, key), find_in(ours, key), find_in(theirs, key), both);
        if (kept)
            merged.insert_or_assign(key, std::move(*kept));
        else
            merged.erase(key);
    };
    for (const auto& [key, value] : base) merge_key(key);
    for (const auto& [key, value] : ours) merge_key(key);
    return merged;
}

// --- days ---

// A check-in of which nothing is said, to stand in for one that is absent.
CheckIn bare(const CheckIn& like) {
    return {like.id, like.date, like.time, like.person, {}, {}, {}};
}

// Field by field, also where one side has no such check-in: taking back a day that someone else
// has meanwhile added to leaves what they added.
CheckIn merge_checkin(const CheckIn& base, const CheckIn& ours, const CheckIn& theirs) {
    CheckIn merged = theirs;
    merged.time = merge_value(base.time, ours.time, theirs.time);
    merged.person = merge_value(base.person, ours.person, theirs.person);
    merged.ratings = merge_map(base.ratings, ours.ratings, theirs.ratings, merge_rating);
    merged.events =
        merge_list(base.events, ours.events, theirs.events, std::identity{}, merge_value<Event>);
    merged.note = merge_text(base.note, ours.note, theirs.note);
    return merged;
}

Month merge_month(const Month& base, const Month& ours, const Month& theirs, TimeOfDay day_end) {
    const auto key = [](const CheckIn& each) { return std::tie(each.date, each.id); };
    Month merged;
    const auto add = [&](const CheckIn& like) {
        const CheckIn* a = find_by(base.checkins, key, like);
        const CheckIn* b = find_by(ours.checkins, key, like);
        const CheckIn* c = find_by(theirs.checkins, key, like);
        if (is_same(b, a)) {
            if (c) merged.checkins.push_back(*c);
            return;
        }
        const CheckIn none = bare(a ? *a : like);
        CheckIn both = is_same(c, a) ? (b ? *b : none)
                                     : merge_checkin(a ? *a : none, b ? *b : none, c ? *c : none);
        if (!is_empty(both)) merged.checkins.push_back(std::move(both));
    };
    for (const CheckIn& each : theirs.checkins) add(each);
    for (const CheckIn& each : ours.checkins)
        if (!find_by(theirs.checkins, key, each)) add(each);
    put_in_order(merged.checkins, day_end);
    return merged;
}

// --- cards ---

Written merge_written(const Written& base, const Written& ours, const Written& theirs) {
    Written merged = theirs;
    merged.text = merge_text(base.text, ours.text, theirs.text);
    merged.only_for_me = merge_value(base.only_for_me, ours.only_for_me, theirs.only_for_me);
    return merged;
}

Letter merge_letter(const Letter& base, const Letter& ours, const Letter& theirs) {
    Letter merged = theirs;
    merged.parts = merge_map(base.parts, ours.parts, theirs.parts, merge_text);
    merged.changed = merge_value(base.changed, ours.changed, theirs.changed);
    merged.only_for_me = merge_value(base.only_for_me, ours.only_for_me, theirs.only_for_me);
    return merged;
}

Felt merge_felt(const Felt& base, const Felt& ours, const Felt& theirs) {
    return {merge_value(base.safe, ours.safe, theirs.safe),
            merge_value(base.heard, ours.heard, theirs.heard)};
}

Talk merge_talk(const Talk& base, const Talk& ours, const Talk& theirs) {
    Talk merged = theirs;
    merged.topic = merge_value(base.topic, ours.topic, theirs.topic);
    merged.felt = merge_map(base.felt, ours.felt, theirs.felt, merge_felt);
    merged.learned = merge_text(base.learned, ours.learned, theirs.learned);
    merged.only_for_me = merge_value(base.only_for_me, ours.only_for_me, theirs.only_for_me);
    return merged;
}

ExerciseAnswers merge_exercise(const ExerciseAnswers& base, const ExerciseAnswers& ours,
                               const ExerciseAnswers& theirs) {
    ExerciseAnswers merged;
    merged.written = merge_list(
        base.written, ours.written, theirs.written,
        [](const Written& each) { return std::tie(each.id); }, merge_written);
    merged.ticks = merge_list(
        base.ticks, ours.ticks, theirs.ticks,
        [](const Tick& each) { return std::tie(each.item, each.person); }, merge_value<Tick>);
    merged.letters = merge_list(
        base.letters, ours.letters, theirs.letters,
        [](const Letter& each) { return std::tie(each.id); }, merge_letter);
    merged.talks = merge_list(
        base.talks, ours.talks, theirs.talks, [](const Talk& each) { return std::tie(each.id); },
        merge_talk);
    put_in_order(merged.written);
    return merged;
}

CardAnswers merge_card(const CardAnswers& base, const CardAnswers& ours,
                       const CardAnswers& theirs) {
    CardAnswers merged;
    merged.marks = merge_list(
        base.marks, ours.marks, theirs.marks,
        [](const Marked& each) { return std::tie(each.person); }, merge_value<Marked>);
    merged.rated = merge_list(
        base.rated, ours.rated, theirs.rated,
        [](const Rated& each) { return std::tie(each.scale, each.person, each.date); },
        merge_value<Rated>);
    put_in_order(merged.rated);
    merged.exercises = merge_map(base.exercises, ours.exercises, theirs.exercises, merge_exercise);
    std::erase_if(merged.exercises,
                  [](const auto& entry) { return entry.second == ExerciseAnswers{}; });
    return merged;
}

Answers merge_answers(const Answers& base, const Answers& ours, const Answers& theirs) {
    Answers merged{merge_map(base.cards, ours.cards, theirs.cards, merge_card)};
    std::erase_if(merged.cards, [](const auto& entry) { return entry.second == CardAnswers{}; });
    return merged;
}

// --- practices ---

ListItem merge_item(const ListItem& base, const ListItem& ours, const ListItem& theirs) {
    ListItem merged = theirs;
    merged.text = merge_text(base.text, ours.text, theirs.text);
    merged.status = merge_value(base.status, ours.status, theirs.status);
    merged.note = merge_text(base.note, ours.note, theirs.note);
    merged.changed = merge_value(base.changed, ours.changed, theirs.changed);
    merged.only_for_me = merge_value(base.only_for_me, ours.only_for_me, theirs.only_for_me);
    return merged;
}

Promise merge_promise(const Promise& base, const Promise& ours, const Promise& theirs) {
    Promise merged = theirs;
    merged.text = merge_text(base.text, ours.text, theirs.text);
    merged.who = merge_value(base.who, ours.who, theirs.who);
    merged.schedule = merge_value(base.schedule, ours.schedule, theirs.schedule);
    merged.marks = merge_list(
        base.marks, ours.marks, theirs.marks, [](const PromiseMark& mark) { return mark.due; },
        merge_value<PromiseMark>);
    std::sort(merged.marks.begin(), merged.marks.end(),
              [](const PromiseMark& a, const PromiseMark& b) { return a.due < b.due; });
    merged.pauses = merge_value(base.pauses, ours.pauses, theirs.pauses);
    merged.ended = merge_value(base.ended, ours.ended, theirs.ended);
    merged.changed = merge_value(base.changed, ours.changed, theirs.changed);
    return merged;
}

Ritual merge_ritual(const Ritual& base, const Ritual& ours, const Ritual& theirs) {
    Ritual merged;
    merged.text = merge_text(base.text, ours.text, theirs.text);
    merged.rhythm = merge_value(base.rhythm, ours.rhythm, theirs.rhythm);
    const auto key = [](const RitualDay& day) { return std::tie(day.date, day.person); };
    merged.days = merge_list(base.days, ours.days, theirs.days, key, merge_value<RitualDay>);
    std::sort(merged.days.begin(), merged.days.end(),
              [&](const RitualDay& a, const RitualDay& b) { return key(a) < key(b); });
    return merged;
}

using Rituals = decltype(Practices::rituals);

// Field by field, also where one side has no such ritual: one that nothing is said about is not
// kept, so taking back its last day looks like taking it out.
Rituals merge_rituals(const Rituals& base, const Rituals& ours, const Rituals& theirs) {
    const auto value = [](const Rituals& rituals, const std::string& id) {
        const Ritual* found = find_in(rituals, id);
        return found ? *found : Ritual{};
    };
    Rituals merged;
    for (const Rituals* side : {&ours, &theirs})
        for (const auto& [id, ritual] : *side)
            if (!merged.contains(id))
                merged[id] = merge_ritual(value(base, id), value(ours, id), value(theirs, id));
    std::erase_if(merged, [](const auto& entry) { return entry.second == Ritual{}; });
    return merged;
}

Plan merge_plan(const Plan& base, const Plan& ours, const Plan& theirs) {
    Plan merged = theirs;
    merged.text = merge_text(base.text, ours.text, theirs.text);
    merged.date = merge_value(base.date, ours.date, theirs.date);
    merged.done = merge_value(base.done, ours.done, theirs.done);
    merged.changed = merge_value(base.changed, ours.changed, theirs.changed);
    return merged;
}

// A map of lists whose entries are told apart by their id; a list that became empty is not kept.
template <class Map, class Both>
Map merge_lists(const Map& base, const Map& ours, const Map& theirs, Both both) {
    using Entries = typename Map::mapped_type;
    const auto merge_entries = [&](const Entries& a, const Entries& b, const Entries& c) {
        return merge_list(
            a, b, c, [](const auto& entry) { return std::tie(entry.id); }, both);
    };
    Map merged = merge_map(base, ours, theirs, merge_entries);
    std::erase_if(merged, [](const auto& entry) { return entry.second.empty(); });
    return merged;
}

Practices merge_practices(const Practices& base, const Practices& ours, const Practices& theirs) {
    Practices merged;
    merged.lists = merge_lists(base.lists, ours.lists, theirs.lists, merge_item);
    merged.promises = merge_lists(base.promises, ours.promises, theirs.promises, merge_promise);
    merged.rituals = merge_rituals(base.rituals, ours.rituals, theirs.rituals);
    merged.plans = merge_lists(base.plans, ours.plans, theirs.plans, merge_plan);
    return merged;
}

// --- the profile ---

Person merge_person(const Person& base, const Person& ours, const Person& theirs) {
    return {theirs.id, merge_value(base.name, ours.name, theirs.name),
            merge_value(base.role, ours.role, theirs.role)};
}

Supporter merge_supporter(const Supporter& base, const Supporter& ours, const Supporter& theirs) {
    return {theirs.id, merge_value(base.name, ours.name, theirs.name),
            merge_value(base.reach, ours.reach, theirs.reach)};
}

Profile merge_profile(const Profile& base, const Profile& ours, const Profile& theirs) {
    Profile merged;
    merged.people = merge_list(
        base.people, ours.people, theirs.people,
        [](const Person& each) { return std::tie(each.id); }, merge_person);
    merged.day_end = merge_value(base.day_end, ours.day_end, theirs.day_end);
    merged.week_start = merge_value(base.week_start, ours.week_start, theirs.week_start);
    merged.own_scales = merge_list(
        base.own_scales, ours.own_scales, theirs.own_scales,
        [](const Scale& each) { return std::tie(each.id); }, merge_value<Scale>);
    merged.former_scales = merge_list(
        base.former_scales, ours.former_scales, theirs.former_scales,
        [](const Scale& each) { return std::tie(each.id); }, merge_value<Scale>);
    merged.workbook = merge_value(base.workbook, ours.workbook, theirs.workbook);
    merged.supporters = merge_list(
        base.supporters, ours.supporters, theirs.supporters,
        [](const Supporter& each) { return std::tie(each.id); }, merge_supporter);
    merged.relationship = merge_value(base.relationship, ours.relationship, theirs.relationship);
    return merged;
}

// --- parts ---

// A part that may be absent in any of the three; absent is empty. Objects are passed on where they
// can be, so that what did not change can still be seen at a glance.
template <class Map, class Key, class Merge>
void merge_part(const Map& base, const Map& ours, const Map& theirs, const Key& key, Map& merged,
                Merge merge_values) {
    using Value = typename Map::mapped_type;
    const Value none;
    const Value* a = find_in(base, key);
    const Value* b = find_in(ours, key);
    const Value* c = find_in(theirs, key);
    if (is_same(a, b)) return;
    Value value = is_same(a, c)
                      ? (b ? *b : none)
                      : Value{merge_values(a ? **a : *none, b ? **b : *none, c ? **c : *none)};
    if (value == none)
        merged.erase(key);
    else
        merged.insert_or_assign(key, std::move(value));
}

}  // namespace

Journal merge(const Journal& base, const Journal& ours, const Journal& theirs) {
    Journal merged = theirs;
    if (!(base.profile == ours.profile))
        merged.profile = base.profile == theirs.profile
                             ? ours.profile
                             : merge_profile(*base.profile, *ours.profile, *theirs.profile);
    const TimeOfDay day_end = merged.profile->day_end;
    const auto months = [&](const Month& a, const Month& b, const Month& c) {
        return merge_month(a, b, c, day_end);
    };
    for (const Part& part : changed_parts(base, ours)) {
        if (part.kind == PartKind::month)
            merge_part(base.months, ours.months, theirs.months, part.month, merged.months, months);
        if (part.kind == PartKind::answers)
            merge_part(base.answers, ours.answers, theirs.answers, part.workbook, merged.answers,
                       merge_answers);
    }
    if (!(base.practices == ours.practices))
        merged.practices =
            base.practices == theirs.practices
                ? ours.practices
                : merge_practices(*base.practices, *ours.practices, *theirs.practices);
    if (day_end != theirs.profile->day_end) return with_days_in_order(merged, day_end);
    return merged;
}

}  // namespace rekindle
