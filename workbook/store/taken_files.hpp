// Plain copies of a locked journal that were taken in: sealed byte for byte in its history under
// the name they had, from where they can be had again. Taking one in removes the plain one.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {

inline constexpr const char* taken_below = ".history/taken";
// One that is larger stays: it could not be sealed and read again at once.
inline constexpr std::uintmax_t largest_taken = 96 * 1024 * 1024;  // bytes

// Whether this is the name (relative to the journal's folder) of a file that is none of the
// journal's own.
bool can_be_taken(const std::filesystem::path& relative);

// ".history/taken/old/2026-11.toml.1" for "old/2026-11.toml": a name that is free, there and among
// `others`. Its number keeps it from being taken for a file of the journal.
std::filesystem::path place_in_taken(const std::filesystem::path& journal,
                                     const std::filesystem::path& relative,
                                     const std::set<std::filesystem::path>& others = {});

// What was taken in, in order; relative to .history/taken.
std::vector<std::filesystem::path> list_taken(const std::filesystem::path& journal);

// Seals the file (relative to the journal's folder), reads that back from disk, and only then
// removes the plain one; where it is now, relative to the journal. Errors: `usage` for a file of
// the journal itself, for one that is encrypted already and where the journal has no lock,
// `invalid` for a link and for one that is too large or was changed meanwhile, `system`, `busy`,
// `locked`.
Result<std::filesystem::path> take_in(const Store& store, const std::filesystem::path& relative,
                                      const SystemCalls& calls = {});

// The bytes of what was taken in. Errors: `usage` when there is no such, and those of opening it.
Result<std::string> read_taken(const Store& store, const std::filesystem::path& name);

}  // namespace rekindle
