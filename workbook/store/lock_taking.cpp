#include "workbook/store/lock_taking.hpp"

#include <chrono>

#include "workbook/files/folder.hpp"
#include "workbook/store/lock_pin.hpp"
#include "workbook/store/part_files.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

}  // namespace

Result<bool> has_no_journal(const fs::path& folder) {
    const auto lock = read_lock(folder);
    if (!lock) return fail(lock.error());
    return !*lock && list_parts_there(folder).empty();
}

Result<void> take_lock(const fs::path& folder, const LockFile& lock, const fs::path& pins,
                       const SystemCalls& calls) {
    const auto pin = read_pin(pins, folder);
    if (pin && !pin->allows(lock.key))
        return fail(ErrorCode::lock_gone,
                    "This computer remembers another key for the journal in this folder than the "
                    "archive has.",
                    "Restore into another folder, with --data; nothing was written.",
                    Place{folder.string(), 0, 0});
    if (auto made = make_folder(folder, calls); !made) return made;
    const auto held = FolderLock::take(folder, lock_patience, calls);
    if (!held) return fail(held.error());
    const auto free = has_no_journal(folder);
    if (!free) return fail(free.error());
    return *free ? write_lock(folder, lock, calls) : Result<void>{};
}

}  // namespace rekindle
