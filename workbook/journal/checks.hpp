// What may stand in a journal, for whatever brings something in: a command, a file that is
// imported.
#pragma once

#include <optional>
#include <string_view>

#include "workbook/base/id.hpp"
#include "workbook/base/result.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// Why this cannot be kept, or nothing. Text has to be UTF-8, or no reader would open its file
// again, and at most `most_text` bytes; a line has no control characters either.
inline constexpr std::size_t most_text = 1u << 20;
std::optional<Error> problem_with_text(std::string_view text);
std::optional<Error> problem_with_line(std::string_view line);
std::optional<Error> problem_with_event(const Event& event);
std::optional<Error> problem_with_rating(int value);
// Whether something may be begun on this day: up to today, and a day ahead, since whoever flies
// west lives a day twice and a clock can be behind. What is there already is never too late: it
// stays, is shown, and can be changed.
bool may_be_new(Date date, Date today);
std::optional<Error> problem_with_date(Date date);  // outside 1900-01-01 to 9999-12-31
std::optional<Error> problem_with_person(const Journal& journal, std::string_view person);

}  // namespace rekindle
