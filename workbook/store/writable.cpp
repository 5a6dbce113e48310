#include "workbook/store/writable.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>

#include "workbook/files/system_calls.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// The folder itself where it is there, else the nearest above it.
fs::path nearest(fs::path folder) {
    struct stat found {};
    while (::stat(folder.c_str(), &found) != 0 && errno == ENOENT &&
           folder.parent_path() != folder && folder.has_parent_path())
        folder = folder.parent_path();
    return folder;
}

bool may(const fs::path& place, int what) {
    return ::faccessat(AT_FDCWD, place.c_str(), what, AT_EACCESS) == 0;
}

bool is_full(const fs::path& folder) {
    struct statvfs disk {};
    if (::statvfs(folder.c_str(), &disk) != 0 || disk.f_blocks == 0) return false;
    return (::geteuid() == 0 ? disk.f_bfree : disk.f_bavail) == 0;
}

}  // namespace

Result<void> check_writable(const fs::path& folder) {
    const fs::path above = nearest(folder);
    struct stat found {};
    if (::stat(above.c_str(), &found) != 0)
        return fail(system_error("reach this folder", errno, above));
    if (!S_ISDIR(found.st_mode)) return fail(system_error("use this as a folder", ENOTDIR, above));
    if (!may(above, W_OK | X_OK)) return fail(system_error("write here", errno, above));
    if (is_full(above)) return fail(system_error("write here", ENOSPC, above));
    for (const char* name : {"checkins", "answers", ".history"}) {
        const fs::path below = folder / name;
        if (::stat(below.c_str(), &found) == 0 && !may(below, W_OK | X_OK))
            return fail(system_error("write here", errno, below));
    }
    const fs::path lock = folder / ".lock";
    if (::stat(lock.c_str(), &found) == 0 && !may(lock, R_OK | W_OK))
        return fail(system_error("save in this folder", errno, lock));
    return {};
}

}  // namespace rekindle
