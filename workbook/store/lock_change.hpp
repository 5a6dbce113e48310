// Setting the lock of a journal, taking it off, giving it a new key: every file of it and of its
// history is written anew beside the old ones under DIR/.locking, opened from there again, and only
// then put in place; plain copies of it that lie in its folder go into its history with it. A mark
// says that the new set is whole: cut off before it, all is as before; cut off after it, whoever
// opens the journal next finishes. What a disk, a snapshot or a sync tool keeps of the old files is
// out of reach.
#pragma once

#include <filesystem>

#include "workbook/base/date.hpp"
#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/lock_file.hpp"
#include "workbook/store/lock_placing.hpp"
#include "workbook/store/lock_presence.hpp"
#include "workbook/store/lock_staging.hpp"
#include "workbook/store/lock_ways.hpp"
#include "workbook/store/other_files.hpp"

namespace rekindle {

// Keeps the state before as a backup (under the new key as well), then carries the change out. The
// journal must not be open in this program. Gives what else lies in the folder: `copies` are those
// that were taken in (none where the lock was taken off), `stays` what may hold words and was left.
// Errors: `busy`, `system`, `locked` when `before` is not the journal's key, `invalid` for a file
// that cannot be read or converted or that is a link; all as it was then.
Result<OtherFiles> change_lock(const std::filesystem::path& journal, const LockChange& change,
                               Date today, const SystemCalls& calls = {});

// Finishes a change that was cut off, or takes away what it left. Does nothing where there is none,
// and nothing to a journal whose files are still the old ones where it may not write. Where files
// of both sets are in place and some are missing, nothing is changed and what there is can be read;
// unfinished_change says why. Errors: `busy` and `system`, when the files are of two sets and it
// cannot be finished.
Result<Settled> settle_lock_change(const std::filesystem::path& journal,
                                   const SystemCalls& calls = {});
// The same by whoever holds the folder already, to write: what cannot be finished is an error.
Result<Settled> settle_while_held(const std::filesystem::path& journal,
                                  const SystemCalls& calls = {});
// "A change of the lock was begun here and was not whole …": what is said once Settled::dropped.
Error said_of_dropped(const std::filesystem::path& journal);

}  // namespace rekindle
