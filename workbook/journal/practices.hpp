// What grows between the cards: lists (boundaries, triggers, needs …) that several cards can show.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workbook/base/date.hpp"

namespace rekindle {

struct ListItem {
    std::string id;
    std::string text;
    std::string status;  // one of the statuses the content names; empty: the first of them
    std::string note;
    std::string person;  // who added it
    Date added;
    Date changed;  // the day of the last change to text, status or note
    bool operator==(const ListItem&) const = default;
};

struct Practices {
    // By the list's id: its shared name, or WORKBOOK/CARD/EXERCISE (see `practice_id`).
    std::map<std::string, std::vector<ListItem>, std::less<>> lists;
    bool operator==(const Practices&) const = default;
};

}  // namespace rekindle
