// The file of how the window looks on this computer. Losing it costs nothing, so one that cannot be
// read counts as absent.
#pragma once

#include <filesystem>

#include "workbook/base/result.hpp"
#include "workbook/findings/preferences.hpp"

namespace rekindle {

Preferences read_preferences(const std::filesystem::path& file);
Result<void> write_preferences(const std::filesystem::path& file, const Preferences& preferences);

}  // namespace rekindle
