// What a save replaces, kept for a while: of every file of the journal its last versions, and for
// longer those from which much was taken out.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/files/toml_value.hpp"

namespace rekindle {

inline constexpr int versions_kept = 10;         // of each file
inline constexpr int pinned_versions_kept = 40;  // and of those that are kept for longer

// Whether going from `before` to `after` takes out more than two days, or more than half of a text
// and at least 100 characters of it: what a slip of the hand does, or someone else's.
bool loses_much(const TomlTable& before, const TomlTable& after);

// Keeps what `file` (relative to `folder`) holds now under FOLDER/.history/versions and says where;
// older versions beyond their number are taken away. A pinned one is on disk for good when this
// returns. `bytes` is what the file holds, for file systems that know no second name for a file;
// where they do, the version has the file's own mode.
// Errors: `system`.
Result<std::filesystem::path> keep_version(const std::filesystem::path& folder,
                                           const std::filesystem::path& file,
                                           const std::string& bytes, bool pinned,
                                           const SystemCalls& calls = {});

// The versions kept of `file` (relative to `folder`), newest first.
std::vector<std::filesystem::path> list_kept_versions(const std::filesystem::path& folder,
                                                      const std::filesystem::path& file);

}  // namespace rekindle
