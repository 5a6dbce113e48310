// What lies between two states of a journal, counted for someone who decides between them. See
// store/difference.hpp for how it is counted.
#pragma once

#include <string>

namespace rekindle {

struct Counted {
    int added = 0;    // entries that only the other state has
    int removed = 0;  // entries that only this one has
    int changed = 0;  // in both, and not the same
    bool operator==(const Counted&) const = default;
};

struct Difference {
    Counted checkins;
    Counted answers;    // what stands on the cards: texts, marks, ratings, letters, conversations
    Counted practices;  // lines, promises, rituals, plans
    bool settings = false;
    bool operator==(const Difference&) const = default;
};

// What it adds: "20 check-ins", "3 entries on the cards, …", "people and settings".
std::string entries_in_words(const Difference& added);

}  // namespace rekindle
