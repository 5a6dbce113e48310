#include "workbook/files/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds between_tries{10};

Result<void> make_one(const fs::path& folder, const SystemCalls& calls) {
    if (::mkdir(folder.c_str(), 0700) != 0) {
        if (errno == EEXIST) return {};  // another process was quicker: just as good
        return fail(system_error("make this folder", errno, folder));
    }
    // mkdir asks the umask; we do not.
    const Descriptor made{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)};
    if (!made.is_open() ? ::chmod(folder.c_str(), 0700) != 0 : !make_private(made.get(), 0700))
        return fail(system_error("make this folder private", errno, folder));
    if (made.is_open()) give_to_owner_of(folder / "..", made.get());
    auto synced = sync_folder(folder.has_parent_path() ? folder.parent_path() : ".", calls);
    // The next save would take a folder that is there for one that lasts.
    if (!synced) ::rmdir(folder.c_str());
    return synced;
}

// The file that is held, made where it is missing. Its mode and owner are set only where it is ours
// alone: another name of a file elsewhere would change that file.
Descriptor open_lock(const fs::path& name, const fs::path& folder, const SystemCalls& calls) {
    struct stat found {};
    if (::lstat(name.c_str(), &found) == 0 && S_ISLNK(found.st_mode)) ::unlink(name.c_str());
    Descriptor file{calls.open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!file.is_open() || ::fstat(file.get(), &found) != 0 || found.st_nlink != 1 ||
        found.st_size != 0 || !S_ISREG(found.st_mode))
        return file;
    // The umask may have taken our own right to open it next time. Not ours: leave it as it is.
    make_private(file.get(), 0600);
    give_to_owner_of(folder, file.get());
    return file;
}

bool knows_no_locks(int reason) {
    return reason == ENOLCK || reason == ENOSYS || reason == EOPNOTSUPP || reason == EINVAL ||
           reason == EBADF;  // of a folder, on a network's disk
}

Result<void> hold(int file, const fs::path& folder, std::chrono::milliseconds patience) {
    const auto give_up = std::chrono::steady_clock::now() + patience;
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (knows_no_locks(errno)) break;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return fail(system_error("hold this folder", errno, folder));
        if (std::chrono::steady_clock::now() >= give_up)
            return fail(ErrorCode::busy, "Another program is saving this journal just now.",
                        "Close the other one, then try again.", Place{folder.string(), 0, 0});
        std::this_thread::sleep_for(between_tries);
    }
    return {};
}

}  // namespace

Result<void> make_folder(const fs::path& folder, const SystemCalls& calls) {
    struct stat found {};
    if (::stat(folder.c_str(), &found) == 0) {
        if (S_ISDIR(found.st_mode)) return {};
        return fail(system_error("use this as a folder", ENOTDIR, folder));
    }
    if (errno != ENOENT) return fail(system_error("reach this folder", errno, folder));
    if (folder.has_parent_path() && folder.parent_path() != folder)
        if (auto above = make_folder(folder.parent_path(), calls); !above)
            return fail(above.error());
    if (folder.filename().empty()) return {};  // "a/b/": the part before the slash was made
    return make_one(folder, calls);
}

Result<void> sync_folder(const fs::path& folder, const SystemCalls& calls) {
    const int file = calls.open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (file < 0) return fail(system_error("open this folder", errno, folder));
    const Descriptor open{file};
    if (calls.fsync(file) != 0)
        return fail(system_error("make the change to this folder last", errno, folder));
    return {};
}

bool is_there(const fs::path& name) {
    std::error_code failed;
    return fs::exists(fs::symlink_status(name, failed));
}

bool make_private(int file, mode_t mode) {
    return ::fchmod(file, mode) == 0 || errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS;
}

bool is_of_someone_else(const fs::path& journal) {
    struct stat owner {};
    return ::geteuid() == 0 && ::stat(journal.c_str(), &owner) == 0 && owner.st_uid != 0;
}

void give_to_owner_of(const fs::path& folder, int file) {
    struct stat owner {};
    if (::geteuid() != 0 || ::stat(folder.c_str(), &owner) != 0) return;
    [[maybe_unused]] const int given = ::fchown(file, owner.st_uid, owner.st_gid);
}

Result<FolderLock> FolderLock::take(const fs::path& folder, std::chrono::milliseconds patience,
                                    const SystemCalls& calls) {
    auto file = open_lock(folder / ".lock", folder, calls);
    if (!file.is_open()) return fail(system_error("save in this folder", errno, folder));

    if (auto held = hold(file.get(), folder, patience); !held) return fail(held.error());
    return FolderLock{std::move(file)};
}

Result<FolderLock> FolderLock::take_folder(const fs::path& folder,
                                           std::chrono::milliseconds patience) {
    Descriptor file{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!file.is_open()) return fail(system_error("hold this folder", errno, folder));
    if (auto held = hold(file.get(), folder, patience); !held) return fail(held.error());
    return FolderLock{std::move(file)};
}

}  // namespace rekindle
