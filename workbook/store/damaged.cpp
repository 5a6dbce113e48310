#include "workbook/store/damaged.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/fs.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>

#include "workbook/store/file.hpp"
#include "workbook/store/folder.hpp"

namespace rekindle {

namespace fs = std::filesystem;

Result<fs::path> move_into_history(const fs::path& folder, const fs::path& file,
                                   const fs::path& below, const SystemCalls& calls) {
    const fs::path place = folder / ".history" / below;
    if (auto made = make_folder(place, calls); !made) return fail(made.error());
    const auto lock = FolderLock::take(folder, std::chrono::seconds{5}, calls);
    if (!lock) return fail(lock.error());
    for (int number = 1;; ++number) {
        fs::path kept = place / fmt::format("{}.{}", file.filename().string(), number);
        if (calls.renameat2((folder / file).c_str(), kept.c_str(), RENAME_NOREPLACE) != 0) {
            if (errno == EEXIST) continue;
            return fail(system_error("move this file aside", errno, folder / file));
        }
        if (auto synced = sync_folder(place, calls); !synced) return fail(synced.error());
        return kept;
    }
}

Result<fs::path> keep_damaged(const fs::path& folder, const fs::path& file,
                              const std::string& bytes, const SystemCalls& calls) {
    const fs::path place = folder / ".history" / "damaged";
    if (auto made = make_folder(place, calls); !made) return fail(made.error());
    fs::path kept;
    int refused = EEXIST;
    for (int number = 1; refused == EEXIST; ++number) {
        kept = place / fmt::format("{}.{}", file.filename().string(), number);
        refused = linkat(AT_FDCWD, (folder / file).c_str(), AT_FDCWD, kept.c_str(),
                         AT_SYMLINK_FOLLOW) == 0
                      ? 0
                      : errno;
    }
    // Where a file can have but one name, a copy is as good.
    if (refused != 0)
        if (auto written = write_file(kept, bytes, calls); !written) return fail(written.error());
    if (auto synced = sync_folder(place, calls); !synced) return fail(synced.error());
    return kept;
}

Result<fs::path> set_aside(const fs::path& folder, const fs::path& file, const SystemCalls& calls) {
    return move_into_history(folder, file, "damaged", calls);
}

}  // namespace rekindle
