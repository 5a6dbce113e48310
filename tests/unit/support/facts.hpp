// All that a journal says, taken apart, so that two journals can be compared fact by fact.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "workbook/journal/journal.hpp"

namespace rekindle::test {

// An entry, named by where it is and what tells it from others ("checkins/2026-11 checkin
// 2026-11-21 c1"), and one of its keys. Empty key: that the entry is there.
using FactName = std::pair<std::string, std::string>;
using Facts = std::map<FactName, std::string>;

// Every entry with its values, whatever the order of lists. What is one statement is one fact (a
// mark, the schedule of a promise). Without the rests of promises: those that touch become one.
Facts facts_of(const Journal& journal);

// Whether it is a text of which a merge keeps both.
bool is_long_text(const FactName& name);

}  // namespace rekindle::test
