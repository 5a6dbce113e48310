// A change of the lock together with what this computer remembers of it, in an order in which being
// cut off anywhere leaves both right: while it is under way both states are remembered.
#pragma once

#include <filesystem>

#include "workbook/store/lock_change.hpp"
#include "workbook/store/unlocking.hpp"

namespace rekindle {

// See change_lock. A plain journal may be locked also where this computer remembers it with another
// key: whoever asks for it should be told. What the journal's list says of its files goes over to
// the new key. Gives what else is in the folder (change_lock). Errors: as well `lock_gone`, and
// `distrusted` where a file is older than the one saved last: what is carried over would count as
// the newest from then on.
Result<OtherFiles> change_lock_pinned(const std::filesystem::path& journal,
                                      const std::filesystem::path& pins, const LockChange& change,
                                      Date today, const SystemCalls& calls = {});

// keep_ways (unlocking.hpp), after which the list and this computer know the new lock: the one
// before put back is told at once. Errors: as there.
struct WaysChange {
    const KeyRef& key;  // the same before and after
    const LockFile& before;
    const LockFile& after;
};
Result<void> keep_ways_pinned(const std::filesystem::path& journal,
                              const std::filesystem::path& pins, const WaysChange& change,
                              const Opener& opener, const SystemCalls& calls = {});

}  // namespace rekindle
