// The only function that changes a journal.
#pragma once

#include "workbook/base/result.hpp"
#include "workbook/journal/command.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// `journal` after `command`. Errors (code `usage`) leave nothing changed: a rating outside 0 to 10,
// a day that has not come yet, a person or an item that is not there. Text is stored exactly as
// given. A command that changes nothing gives a journal equal to the one before.
Result<Journal> update(const Journal& journal, const Command& command, const Stamp& stamp);

}  // namespace rekindle
