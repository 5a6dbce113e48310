// Where in the journal's files a reference stands that leads nowhere.
#pragma once

#include "workbook/journal/references.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {

// The first line that has it, in the first of its files; where that cannot be told (a file that
// was changed meanwhile) the file's first.
Place place_of(const Dangling& dangling, const Store& store);

}  // namespace rekindle
