// What a run left behind that was killed in the middle: drafts of a save, and in the history those
// of its copies.
#pragma once

#include <filesystem>

#include "workbook/files/system_calls.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

// Whether a file is such a draft, by its name: ".2026-11.toml.812-0.new".
bool is_leftover(const std::filesystem::path& file);

// Moves them into the journal's history: one may hold the last words typed, or the version before.
// With a key those that are not encrypted are so afterwards. What was begun of a backup, or was
// unpacked by an earlier version to be brought back, is a copy of what lies elsewhere: it goes.
// Call while the folder is held, when no other run can be writing. What cannot be moved stays.
void keep_leftovers(const std::filesystem::path& folder, const KeyRef& key,
                    const SystemCalls& calls = {});

// The same in all of the history, where it takes longer: at the start. With a key what a change of
// the lock put aside in plain text is encrypted, too. Holds the folder itself, and only where there
// is something; does nothing while somebody else holds it.
void keep_all_leftovers(const std::filesystem::path& folder, const KeyRef& key,
                        const SystemCalls& calls = {});

}  // namespace rekindle
