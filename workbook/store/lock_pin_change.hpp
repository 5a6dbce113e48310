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

// See keep_ways. From then on the lock before is one that this journal had, though nothing else is
// saved: whoever puts it back is told on.
Result<void> keep_ways_pinned(const std::filesystem::path& journal,
                              const std::filesystem::path& pins, const KeyRef& key,
                              const LockFile& before, const LockFile& lock, const Opener& opener,
                              const SystemCalls& calls = {});

}  // namespace rekindle
