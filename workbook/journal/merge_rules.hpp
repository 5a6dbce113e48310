// The rules by which two changes of one thing are brought together: of a value, an entry, a list, a
// map. Each takes the three sides in one order: the base both began with, ours, theirs.
//
// They keep four laws, for values, entries, lists and whole journals alike:
// - what either side added is there afterwards; of one value that both gave anew, ours;
// - a side that changed nothing has no say: (base, base, x) and (base, x, base) give x;
// - what was merged stays: (base, ours, merged) and (base, merged, theirs) give it once more;
// - with the sides swapped the same comes out, but for the order of a list (that of theirs, what is
//   new in ours behind its neighbour), the order of two texts that met, and the values of which
//   ours stands.
#pragma once

#include <algorithm>
#include <list>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace rekindle {

// Where both changed, ours stands: it is what the person does now.
template <class T>
const T& merge_value(const T& base, const T& ours, const T& theirs) {
    return ours == base ? theirs : ours;
}

// One entry on the three sides; null where it is absent.
template <class T>
struct Sides {
    const T* base = nullptr;
    const T* ours = nullptr;
    const T* theirs = nullptr;
};

template <class T>
bool is_same(const T* a, const T* b) {
    return a && b ? *a == *b : a == b;
}

// An entry that may be absent. One that was taken out on one side and changed on the other stays as
// it was changed: nothing anybody wrote is lost. `both(base or null, ours, theirs)` is asked where
// both changed it.
template <class T, class Both>
std::optional<T> merge_entry(const Sides<T>& sides, Both both) {
    const auto copy = [](const T* entry) {
        return entry ? std::optional<T>{*entry} : std::nullopt;
    };
    if (is_same(sides.ours, sides.base)) return copy(sides.theirs);
    if (is_same(sides.theirs, sides.base)) return copy(sides.ours);
    if (!sides.ours || !sides.theirs) return copy(sides.ours ? sides.ours : sides.theirs);
    return both(sides.base, *sides.ours, *sides.theirs);
}

// Entries that are one statement as a whole, such as a tick: ours stands. Those of a type of their
// own say so with a member `one_statement`; the fields of all others are brought together one by
// one.
struct OursStands {
    template <class T>
    T operator()(const T* /*base*/, const T& ours, const T& /*theirs*/) const {
        return ours;
    }
};

// Entries whose fields are brought together one by one; before both began one, nothing was in it.
template <class T>
auto field_by_field(T (*both)(const T& base, const T& ours, const T& theirs)) {
    return [both](const T* base, const T& ours, const T& theirs) {
        return both(base ? *base : T{}, ours, theirs);
    };
}

// What becomes of an entry of this type, `Fields` being the overloads that bring together the
// fields of each type. One that is neither a statement nor known to them does not compile.
template <class T, class Fields>
auto rule_of(Fields fields) {
    if constexpr (requires { T::one_statement; })
        return OursStands{};
    else
        return [fields](const T* base, const T& ours, const T& theirs) -> T {
            return fields(base ? *base : T{}, ours, theirs);
        };
}

// Entries told apart by `key`, the second that has the same by its number, in the order of theirs;
// what is new in ours stands behind its neighbour there. `one(sides)` says what becomes of each.
template <class T, class Key, class One>
std::vector<T> merge_each(const std::vector<T>& base, const std::vector<T>& ours,
                          const std::vector<T>& theirs, Key key, One one) {
    if (ours == base) return theirs;
    if (theirs == base) return ours;
    using Name = decltype(key(base.front()));
    std::map<std::pair<Name, int>, Sides<T>> entries;
    const auto sort_in = [&](const std::vector<T>& list, const T* Sides<T>::*side) {
        std::map<Name, int> numbers;
        std::vector<const Sides<T>*> in_order;
        for (const T& entry : list) {
            Sides<T>& sides = entries[{key(entry), ++numbers[key(entry)]}];
            sides.*side = &entry;
            in_order.push_back(&sides);
        }
        return in_order;
    };
    sort_in(base, &Sides<T>::base);
    const auto mine = sort_in(ours, &Sides<T>::ours);
    const auto others = sort_in(theirs, &Sides<T>::theirs);

    std::list<const Sides<T>*> order(others.begin(), others.end());
    auto place = order.begin();
    for (const Sides<T>* sides : mine) {
        if (!sides->theirs)
            place = order.insert(place, sides);
        else if (place = std::find(place, order.end(), sides); place == order.end())
            place = std::find(order.begin(), order.end(), sides);
        ++place;
    }
    std::vector<T> merged;
    for (const Sides<T>* sides : order)
        if (auto kept = one(*sides)) merged.push_back(std::move(*kept));
    return merged;
}

template <class T, class Key, class Both>
std::vector<T> merge_list(const std::vector<T>& base, const std::vector<T>& ours,
                          const std::vector<T>& theirs, Key key, Both both) {
    return merge_each(base, ours, theirs, key,
                      [&](const Sides<T>& sides) { return merge_entry(sides, both); });
}

// Calls `look(key, sides)` for every key of the three maps.
template <class Map, class Look>
void for_each_key(const Map& base, const Map& ours, const Map& theirs, Look look) {
    using Value = typename Map::mapped_type;
    std::map<typename Map::key_type, Sides<Value>> all;
    for (const auto& [key, value] : base) all[key].base = &value;
    for (const auto& [key, value] : ours) all[key].ours = &value;
    for (const auto& [key, value] : theirs) all[key].theirs = &value;
    for (const auto& [key, sides] : all) look(key, sides);
}

template <class Map, class Both>
Map merge_map(const Map& base, const Map& ours, const Map& theirs, Both both) {
    Map merged;
    for_each_key(base, ours, theirs, [&](const auto& key, const auto& sides) {
        if (auto kept = merge_entry(sides, both)) merged.emplace(key, std::move(*kept));
    });
    return merged;
}

// A map of what only holds other things (a card, a list): one that is absent is an empty one, so
// that taking out the last of it is no more than taking out that. None that is empty is kept.
template <class Map, class Both>
Map merge_holders(const Map& base, const Map& ours, const Map& theirs, Both both) {
    using Value = typename Map::mapped_type;
    if (ours == base) return theirs;
    if (theirs == base) return ours;
    const Value none{};
    const auto or_none = [&](const Value* value) -> const Value& { return value ? *value : none; };
    Map merged;
    for_each_key(base, ours, theirs, [&](const auto& key, const Sides<Value>& sides) {
        Value value = both(or_none(sides.base), or_none(sides.ours), or_none(sides.theirs));
        if (!(value == none)) merged.emplace(key, std::move(value));
    });
    return merged;
}

}  // namespace rekindle
