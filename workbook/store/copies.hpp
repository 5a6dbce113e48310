// Copies of the journal's files that sync tools and editors leave beside them after a conflict:
// found, read, brought in on someone's word, and then put away, never deleted.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "workbook/findings/conflict_copy.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {

// Which part a foreign file is a copy of, by its name: "2026-11.sync-conflict-….toml",
// "profile (conflicted copy 2026-11-21).toml", "practices.toml~", "seven-steps(1).toml".
std::optional<Part> part_of_copy(const std::filesystem::path& folder,
                                 const std::filesystem::path& relative);

// Errors: `invalid` when it is no copy of a file of the journal or is not there.
Result<ConflictCopy> read_copy(const Store& store, const std::filesystem::path& relative);

// Every one in the journal's folder, in order of their names, as far as `most`.
inline constexpr std::size_t most_copies = 20;
std::vector<ConflictCopy> read_copies(const Store& store, std::size_t most = most_copies);

// The journal with what the copy has and it has not. Nothing is taken out; where both have the same
// entry, texts are both kept and everything else is as the journal has it.
Journal with_copy(const Journal& journal, const ConflictCopy& copy);
// Where both have the same entry and say it differently.
std::vector<BothChanged> both_have(const Journal& journal, const ConflictCopy& copy);

// Moves the copy byte for byte into FOLDER/.history/merged and says where it is now; a plain one of
// a locked journal is encrypted there. Errors:
// `invalid` when it was changed since it was read, `system`.
Result<std::filesystem::path> put_away(const Store& store, const ConflictCopy& copy,
                                       const SystemCalls& calls = {});

}  // namespace rekindle
