// What entries lead to that is not there: a person whose id was changed by hand, a scale, a card, a
// list. Such entries stay as they are; here is what they lead to, how many there are, and what
// would mend it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

enum class ReferenceKind {
    person,
    daily_scale,
    workbook,
    card,
    exercise,
    card_scale,  // of a card's ratings
    choice,      // a ticked action, the part of a letter, the status of a line
    practice,    // a list, ledger, ritual or plan of no card
};

// A reference that leads nowhere.
struct Dangling {
    ReferenceKind kind = ReferenceKind::person;
    std::string id;
    std::string workbook{};  // where it belongs, for what is part of one
    std::string card{};
    std::map<Part, int> entries{};  // how many entries have it, by the part they are in
    int count() const;
    // "24 check-ins, 3 entries on the cards"
    std::string entries_in_words() const;
    bool operator==(const Dangling&) const = default;
};

// All of them, people first. Scales taken away in the program are none: their ratings are kept.
std::vector<Dangling> dangling_references(const Journal& journal, const Content& content);

// What stands there, and what would mend it, without a place.
Error in_words(const Dangling& dangling, const Profile& profile);

// Who is named by check-ins of that day and is not among the people of the profile.
std::vector<std::string> unknown_people_on(const Journal& journal, Date date);

// The journal with everything that is by `from`, who is not among its people, by `to`. What both
// said of one conversation stays apart.
Journal with_entries_of(const Journal& journal, const std::string& from, const std::string& to);

}  // namespace rekindle
