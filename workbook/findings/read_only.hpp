// Which parts of a journal are only read for now.
#pragma once

#include <map>

#include "workbook/base/result.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// Why a part cannot be written for now: it could not be read, a later version wrote it, or it is
// not what was saved last (`distrusted`: then it was read in full).
using ReadOnlyParts = std::map<Part, Error>;

}  // namespace rekindle
