// Drafts that a run left behind which was killed in the middle of a save.
#pragma once

#include <filesystem>

#include "workbook/store/system_calls.hpp"

namespace rekindle {

// Whether a file is such a draft, by its name: ".2026-11.toml.812-0.new".
bool is_leftover(const std::filesystem::path& file);

// Moves them into the journal's history: one may hold the last words typed, or the version before.
// Call while the folder is held, when no other run can be writing. What cannot be moved stays.
void keep_leftovers(const std::filesystem::path& folder, const SystemCalls& calls = {});

}  // namespace rekindle
