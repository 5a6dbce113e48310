// Setting the lock of a journal, taking it off, giving it a new key: every file of it and of its
// history is written anew beside the old ones under DIR/.locking, read back, and only then put in
// place. A mark says that the new set is whole: cut off before it, all is as before; cut off after
// it, whoever opens the journal next finishes. What a disk, a snapshot or a sync tool keeps of the
// old files is out of reach.
#pragma once

#include <filesystem>
#include <optional>

#include "workbook/base/date.hpp"
#include "workbook/base/result.hpp"
#include "workbook/store/lock_file.hpp"
#include "workbook/store/lock_presence.hpp"
#include "workbook/store/lock_ways.hpp"
#include "workbook/store/system_calls.hpp"

namespace rekindle {

struct LockChange {
    KeyRef before;                 // null: it is not locked now
    KeyRef after;                  // null: it will not be locked
    std::optional<LockFile> lock;  // that goes with `after`
};

// Keeps the state before as a backup (under the new key as well), then carries the change out. The
// journal must not be open in this program. Errors: `busy`, `system`, `locked` when `before` is not
// the journal's key, `invalid` for a file that cannot be read or that is a link; all as it was
// then.
Result<void> change_lock(const std::filesystem::path& journal, const LockChange& change, Date today,
                         const SystemCalls& calls = {});

// Finishes a change that was cut off, or takes away what it left. Does nothing where there is none,
// and nothing to a journal whose files are still the old ones where it may not write. Errors:
// `busy` and `system`, when the files are of two sets and it cannot be finished.
Result<void> settle_lock_change(const std::filesystem::path& journal,
                                const SystemCalls& calls = {});
// The same by whoever holds the folder already.
Result<void> settle_while_held(const std::filesystem::path& journal, const SystemCalls& calls = {});

}  // namespace rekindle
