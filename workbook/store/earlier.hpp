// Finds what there is to take the place of a file of the journal that cannot be read, and puts it
// there.
#pragma once

#include <filesystem>
#include <optional>

#include "workbook/findings/earlier_part.hpp"
#include "workbook/store/backup.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {

// The newest earlier state or kept version of a part that can be read in full; nothing when there
// is none. Errors: `system` when the earlier states cannot be listed.
Result<std::optional<EarlierPart>> find_earlier(const Store& store, const Part& part);

// Keeps the file that cannot be read in the history, byte for byte, and puts the earlier part in
// its place; in between neither is ever absent. Gives where the damaged one is now. A file that can
// be read again, or that a later version wrote or the system refuses, stays as it is. Errors:
// `system`, `busy`, `invalid`, `later_format`.
Result<std::filesystem::path> use_earlier(const Store& store, const EarlierPart& earlier,
                                          const SystemCalls& calls = {});

}  // namespace rekindle
