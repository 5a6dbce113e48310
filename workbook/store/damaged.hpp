// Files of the journal that cannot be read.
#pragma once

#include <filesystem>

#include "workbook/base/result.hpp"
#include "workbook/store/system_calls.hpp"

namespace rekindle {

// Moves `file` (relative to `folder`) byte for byte into FOLDER/.history/damaged, so that another
// can take its place, and says where it is now. Only on someone's word: nothing else ever takes a
// file away that was not understood. Errors: `system`, `busy`.
Result<std::filesystem::path> set_aside(const std::filesystem::path& folder,
                                        const std::filesystem::path& file,
                                        const SystemCalls& calls = {});

}  // namespace rekindle
