// Whether what somebody is about to write could be kept: asked before they begin.
#pragma once

#include <filesystem>

#include "workbook/base/result.hpp"

namespace rekindle {

// Looks, without writing anything, whether a save into the journal's folder could succeed: of what
// is not there yet the nearest folder above counts. Errors: `system`, with the place that stands in
// the way. That nothing is found does not promise that a save will work.
Result<void> check_writable(const std::filesystem::path& folder);

}  // namespace rekindle
