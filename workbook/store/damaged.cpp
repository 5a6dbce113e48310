#include "workbook/store/damaged.hpp"

#include <fmt/format.h>
#include <linux/fs.h>

#include <cerrno>
#include <chrono>

#include "workbook/store/folder.hpp"

namespace rekindle {

Result<std::filesystem::path> set_aside(const std::filesystem::path& folder,
                                        const std::filesystem::path& file,
                                        const SystemCalls& calls) {
    const std::filesystem::path place = folder / ".history" / "damaged";
    if (auto made = make_folder(place, calls); !made) return fail(made.error());
    const auto lock = FolderLock::take(folder, std::chrono::seconds{5}, calls);
    if (!lock) return fail(lock.error());
    for (int number = 1;; ++number) {
        std::filesystem::path kept = place / fmt::format("{}.{}", file.filename().string(), number);
        if (calls.renameat2((folder / file).c_str(), kept.c_str(), RENAME_NOREPLACE) != 0) {
            if (errno == EEXIST) continue;
            return fail(system_error("move this file aside", errno, folder / file));
        }
        if (auto synced = sync_folder(place, calls); !synced) return fail(synced.error());
        return kept;
    }
}

}  // namespace rekindle
