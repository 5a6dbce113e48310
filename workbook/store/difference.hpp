// What lies between two states of a journal, counted for someone who decides between them.
#pragma once

#include "workbook/journal/journal.hpp"

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

// What going from one state to the other adds, removes and changes. An entry is one table of the
// files; those with an id are the same entry where the id is.
Difference difference(const Journal& from, const Journal& to);

}  // namespace rekindle
