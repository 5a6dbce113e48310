// The new set of a change of the lock: every file of a journal and of its history written anew
// under DIR/.locking/new, under the key that comes. Nothing is put there that was not opened first,
// and nothing is believed of it that was not read from the disk again.
#pragma once

#include <filesystem>
#include <optional>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/lock_file.hpp"
#include "workbook/store/lock_mark.hpp"
#include "workbook/store/other_files.hpp"

namespace rekindle {

struct LockChange {
    KeyRef before;                 // null: it is not locked now
    KeyRef after;                  // null: it will not be locked
    std::optional<LockFile> lock;  // that goes with `after`
};

inline constexpr const char* staging_folder = ".locking";
inline constexpr const char* new_set = ".locking/new";
inline constexpr const char* mark_file = ".locking/ready.toml";

// Writes the set and gives the mark that is to be set on it; `others` is what else lies in the
// folder, of which the plain copies are taken in where a lock comes and encrypted ones change with
// the journal. Errors: `invalid`, with its name, for a file that cannot be converted (an envelope
// that does not open with the key that goes, what is too large, a link), and `system`; nothing but
// the staging folder was touched then.
Result<LockMark> stage(const std::filesystem::path& journal, const LockChange& change,
                       const OtherFiles& others, const SystemCalls& calls);

}  // namespace rekindle
