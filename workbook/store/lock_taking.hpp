// A locked archive that is brought back where there is no journal: the folder takes the archive's
// lock, so that nothing of it is ever plain there.
#pragma once

#include <filesystem>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/lock_file.hpp"

namespace rekindle {

// Whether the folder has neither a file of a journal nor a lock, or is not there. Errors: those of
// read_lock.
Result<bool> has_no_journal(const std::filesystem::path& folder);

// Puts `lock` into the folder, in both places, unless a journal has come there meanwhile. `pins` is
// where this computer remembers its locked journals (lock_pin.hpp): a folder that it knows with
// another key does not take this one. Errors: `lock_gone` for that, `busy`, `system`.
Result<void> take_lock(const std::filesystem::path& folder, const LockFile& lock,
                       const std::filesystem::path& pins, const SystemCalls& calls = {});

}  // namespace rekindle
