// What the commands on promises and plans have in common: entries told apart by their id, in lists
// by practice, of which an empty one is not kept.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "workbook/journal/update_parts.hpp"

namespace rekindle {

template <class Entries>
auto find_entry(Entries& entries, std::string_view id) {
    return std::find_if(entries.begin(), entries.end(),
                        [&](const auto& entry) { return entry.id == id; });
}

// Carries `edit(entries, entry)` out on one entry of one of the maps of Practices; `missing` is the
// answer where there is no such entry.
template <class Map, class Edit>
Result<Journal> edit_entries(const Journal& journal, Map Practices::*map, const std::string& list,
                             std::string_view id, tl::unexpected<Error> missing, Edit edit) {
    Practices practices = *journal.practices;
    Map& lists = practices.*map;
    const auto entries = lists.find(list);
    if (entries == lists.end()) return missing;
    const auto entry = find_entry(entries->second, id);
    if (entry == entries->second.end()) return missing;
    edit(entries->second, entry);
    if (entries->second.empty()) lists.erase(entries);
    return with_practices(journal, std::move(practices));
}

}  // namespace rekindle
