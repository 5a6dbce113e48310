#include "workbook/journal/both_changed.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace rekindle {
namespace {

// One value on the three sides; null where it is absent.
template <class T>
struct ThreeSides {
    const T* base = nullptr;
    const T* ours = nullptr;
    const T* theirs = nullptr;
    bool on_both() const { return ours && theirs; }
};

template <class T, class Key>
const T* find_by(const std::vector<T>& list, Key key, const T& like) {
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const T& each) { return key(each) == key(like); });
    return found == list.end() ? nullptr : &*found;
}

template <class Map>
const typename Map::mapped_type* find_in(const Map& map, const typename Map::key_type& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

// A field of an entry that may be absent, in which nothing is said.
template <class T>
std::string_view field(const T* entry, std::string T::*member) {
    return entry ? std::string_view{entry->*member} : std::string_view{};
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool both_wrote(std::string_view base, std::string_view ours, std::string_view theirs) {
    return ours != base && theirs != base && !contains(ours, theirs) && !contains(theirs, ours);
}

// What was found so far, by its place.
class Places {
  public:
    explicit Places(std::vector<BothChanged>& found) : found_(found) {}

    void text(const BothChanged& place, std::string_view base, std::string_view ours,
              std::string_view theirs) {
        if (both_wrote(base, ours, theirs)) ++at(place).texts;
    }
    template <class T>
    void text(const BothChanged& place, const ThreeSides<T>& sides, std::string T::*member) {
        text(place, field(sides.base, member), field(sides.ours, member),
             field(sides.theirs, member));
    }
    void rating(const BothChanged& place, const std::string& scale, const ThreeSides<int>& sides) {
        const auto changed = [&](const int* side) { return !sides.base || *side != *sides.base; };
        if (!sides.on_both() || *sides.ours == *sides.theirs) return;
        if (changed(sides.ours) && changed(sides.theirs))
            at(place).ratings.push_back({scale, *sides.ours, *sides.theirs});
    }

  private:
    BothChanged& at(const BothChanged& place) {
        const auto same = [&](const BothChanged& each) {
            return each.day == place.day && each.workbook == place.workbook &&
                   each.card == place.card && each.person == place.person;
        };
        const auto known = std::find_if(found_.begin(), found_.end(), same);
        if (known != found_.end()) return *known;
        found_.push_back(place);
        return found_.back();
    }
    std::vector<BothChanged>& found_;
};

// Calls `look(sides)` for every entry of a list that ours and theirs have both.
template <class T, class Key, class Look>
void for_each_shared(const std::vector<T>& base, const std::vector<T>& ours,
                     const std::vector<T>& theirs, Key key, Look look) {
    for (const T& entry : ours)
        if (const T* other = find_by(theirs, key, entry))
            look(ThreeSides<T>{find_by(base, key, entry), &entry, other});
}

// The same for the values of a map: `look(key, base, ours, theirs)`, an empty one for an absent
// base.
template <class Map, class Look>
void for_each_shared(const Map& base, const Map& ours, const Map& theirs, Look look) {
    static const typename Map::mapped_type none{};
    for (const auto& [key, value] : ours) {
        const auto* other = find_in(theirs, key);
        const auto* before = find_in(base, key);
        if (other) look(key, before ? *before : none, value, *other);
    }
}

BothChanged on_day(Date day, const std::string& person) {
    BothChanged place;
    place.day = day;
    place.person = person;
    return place;
}

BothChanged on_card(const std::string& workbook, const std::string& card) {
    BothChanged place;
    place.workbook = workbook;
    place.card = card;
    return place;
}

const auto by_id = [](const auto& each) -> const std::string& { return each.id; };

void look_at_days(const Month& base, const Month& ours, const Month& theirs, Places& places) {
    const auto key = [](const CheckIn& each) { return std::pair{each.date, each.id}; };
    for_each_shared(base.checkins, ours.checkins, theirs.checkins, key, [&](const auto& sides) {
        const BothChanged place = on_day(sides.ours->date, sides.ours->person);
        places.text(place, sides, &CheckIn::note);
        for (const auto& [scale, value] : sides.ours->ratings)
            places.rating(place, scale,
                          {sides.base ? find_in(sides.base->ratings, scale) : nullptr, &value,
                           find_in(sides.theirs->ratings, scale)});
    });
}

// Every text of an entry that is told apart by an id; one of another kind has none.
template <class Entry>
void look_at_texts(BothChanged place, const ThreeSides<Entry>& sides, Places& places) {
    place.person = sides.ours->person;
    if constexpr (requires { sides.ours->text; }) places.text(place, sides, &Entry::text);
    if constexpr (requires { sides.ours->note; }) places.text(place, sides, &Entry::note);
    if constexpr (requires { sides.ours->learned; }) places.text(place, sides, &Entry::learned);
    if constexpr (requires { sides.ours->parts; }) {
        const auto none = decltype(Entry::parts){};
        for_each_shared(sides.base ? sides.base->parts : none, sides.ours->parts,
                        sides.theirs->parts,
                        [&](const auto&, const auto& before, const auto& mine, const auto& other) {
                            places.text(place, before, mine, other);
                        });
    }
}

template <class Entry>
void look_at_entries(const BothChanged& place, const std::vector<Entry>& base,
                     const std::vector<Entry>& ours, const std::vector<Entry>& theirs,
                     Places& places) {
    if constexpr (requires(const Entry& entry) { entry.id; })
        for_each_shared(base, ours, theirs, by_id,
                        [&](const auto& sides) { look_at_texts(place, sides, places); });
}

void look_at_exercise(const BothChanged& place, const ExerciseAnswers& base,
                      const ExerciseAnswers& ours, const ExerciseAnswers& theirs, Places& places) {
    for_each_entry_list([&](ExerciseKind, auto list) {
        look_at_entries(place, base.*list, ours.*list, theirs.*list, places);
    });
}

void look_at_card(BothChanged place, const CardAnswers& base, const CardAnswers& ours,
                  const CardAnswers& theirs, Places& places) {
    const auto key = [](const Rated& each) {
        return std::tuple{each.scale, each.person, each.date};
    };
    for_each_shared(base.exercises, ours.exercises, theirs.exercises,
                    [&](const auto&, const auto& before, const auto& mine, const auto& other) {
                        look_at_exercise(place, before, mine, other, places);
                    });
    for_each_shared(base.rated, ours.rated, theirs.rated, key, [&](const auto& sides) {
        place.person = sides.ours->person;
        places.rating(
            place, sides.ours->scale,
            {sides.base ? &sides.base->value : nullptr, &sides.ours->value, &sides.theirs->value});
    });
}

void look_at_answers(const std::string& workbook, const Answers& base, const Answers& ours,
                     const Answers& theirs, Places& places) {
    for_each_shared(base.cards, ours.cards, theirs.cards,
                    [&](const auto& card, const auto& before, const auto& mine, const auto& other) {
                        look_at_card(on_card(workbook, card), before, mine, other, places);
                    });
}

// Lists of practices by name.
template <class Map>
void look_at_lists(const Map& base, const Map& ours, const Map& theirs, Places& places) {
    for_each_shared(base, ours, theirs,
                    [&](const auto&, const auto& before, const auto& mine, const auto& other) {
                        look_at_entries({}, before, mine, other, places);
                    });
}

void look_at_practices(const Practices& base, const Practices& ours, const Practices& theirs,
                       Places& places) {
    for_each_entry_map(
        [&](ExerciseKind, auto map) { look_at_lists(base.*map, ours.*map, theirs.*map, places); });
    for_each_shared(base.rituals, ours.rituals, theirs.rituals,
                    [&](const auto&, const auto& before, const auto& mine, const auto& other) {
                        places.text({}, before.text, mine.text, other.text);
                    });
}

// What one of the three has of a part; an empty one where it is absent.
template <class Map, class Key>
auto part_of(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? typename Map::mapped_type{} : found->second;
}

}  // namespace

std::vector<BothChanged> both_changed(const Journal& base, const Journal& ours,
                                      const Journal& theirs) {
    std::vector<BothChanged> found;
    Places places(found);
    const auto parts = changed_parts(base, theirs);
    const std::set<Part> by_them(parts.begin(), parts.end());
    for (const Part& part : changed_parts(base, ours)) {
        if (!by_them.contains(part)) continue;
        if (part.kind == PartKind::month)
            look_at_days(*part_of(base.months, part.month), *part_of(ours.months, part.month),
                         *part_of(theirs.months, part.month), places);
        if (part.kind == PartKind::answers)
            look_at_answers(part.workbook, *part_of(base.answers, part.workbook),
                            *part_of(ours.answers, part.workbook),
                            *part_of(theirs.answers, part.workbook), places);
        if (part.kind == PartKind::practices)
            look_at_practices(*base.practices, *ours.practices, *theirs.practices, places);
    }
    return found;
}

}  // namespace rekindle
