// Where on the pages a change is to be seen: undo and redo take the person there, so that nothing
// changes out of sight.
#pragma once

#include <optional>
#include <string>

#include "app/ask/action.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle::app {

struct ChangeLocation {
    Page page = Page::today;
    std::optional<Date> day;      // on Today
    std::string person;           // whose; empty: that of both
    std::optional<CardRef> card;  // in the Workbook
};

// The place of the first difference between two journals; nothing when they are the same.
std::optional<ChangeLocation> find_change(const Journal& before, const Journal& after);

}  // namespace rekindle::app
