// Small contents and journals to begin a test with.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "workbook/content/workbook.hpp"
#include "workbook/journal/command.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle::tests {

Date day(std::string_view iso);  // a day that is known to exist

// One workbook `steps` of two cards, `pain` and `talk`: pain with two scales and one exercise each
// of reflect (`write`), check (`try`), scale (`rate`) and list (`lines`); and the daily scales
// mood, trust, hurt and calm, with `kept` folded away.
Content small_content();

// What the program ships with.
Content shipped_content();

CheckIn rated(std::string_view iso, std::optional<int> mood, std::optional<int> trust);
Journal journal_of(std::vector<CheckIn> checkins);

// `weeks` of days up to the day before `end`, with gaps, notes and events.
Journal weeks_before(Date end, int weeks);

// The journal after a command by `me`; the command must be one that can be carried out.
Journal after(const Journal& journal, const Command& command, std::string_view iso);

}  // namespace rekindle::tests
