#include "workbook/store/own_folder.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include "workbook/files/folder.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr int folder_flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

// The folder itself, by a name that stays right whatever happens to those that lead there. Where
// the system shows no /proc the name that was just looked at has to do.
fs::path way_to(int folder, const fs::path& path) {
    fs::path way = fmt::format("/proc/self/fd/{}", folder);
    struct stat there {};
    struct stat held {};
    const bool leads_there = ::stat(way.c_str(), &there) == 0 && ::fstat(folder, &held) == 0 &&
                             there.st_dev == held.st_dev && there.st_ino == held.st_ino;
    return leads_there ? way : path;
}

bool is_of_kind(int folder, const std::string& name, mode_t kind) {
    struct stat found {};
    return ::fstatat(folder, name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0 &&
           (found.st_mode & S_IFMT) == kind;
}

// One step down. ENOTDIR is what the system says of a link as well.
Result<Descriptor> step_into(int above, const std::string& name, const fs::path& path) {
    int opened = -1;
    do {
        opened = ::openat(above, name.c_str(), folder_flags | O_NOFOLLOW);
    } while (opened < 0 && errno == EINTR);
    if (opened >= 0) return Descriptor{opened};
    const int reason = errno;
    if ((reason == ENOTDIR || reason == ELOOP) && is_of_kind(above, name, S_IFLNK))
        return fail(link_refused(path));
    return fail(system_error("use this folder", reason, path));
}

Result<void> make_step(const Descriptor& above, const std::string& name, const fs::path& path,
                       const SystemCalls& calls) {
    struct stat found {};
    if (::fstatat(above.get(), name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0) return {};
    if (::mkdirat(above.get(), name.c_str(), 0700) != 0) {
        if (errno == EEXIST) return {};  // another process was quicker: just as good
        return fail(system_error("make this folder", errno, path));
    }
    // mkdir asks the umask; we do not. Where a disk knows no modes there is nothing to set.
    const auto made = step_into(above.get(), name, path);
    if (!made) return fail(made.error());
    if (!make_private(made->get(), 0700))
        return fail(system_error("make this folder private", errno, path));
    const fs::path way = way_to(above.get(), path.parent_path());
    give_to_owner_of(way, made->get());
    auto synced = sync_folder(way, calls);
    if (synced) return {};
    // The next save would take a folder that is there for one that lasts.
    ::unlinkat(above.get(), name.c_str(), AT_REMOVEDIR);
    synced.error().place.file = path.string();
    return synced;
}

Result<Descriptor> open_base(const fs::path& base) {
    int opened = -1;
    do {
        opened = ::open(base.empty() ? "." : base.c_str(), folder_flags);
    } while (opened < 0 && errno == EINTR);
    if (opened < 0) return fail(system_error("reach this folder", errno, base));
    return Descriptor{opened};
}

bool is_step(const fs::path& step) { return !step.empty() && step != "."; }

}  // namespace

Result<OwnFolder> OwnFolder::make(const fs::path& base, const fs::path& below,
                                  const SystemCalls& calls) {
    if (!base.empty())
        if (auto made = make_folder(base, calls); !made) return fail(made.error());
    auto folder = open_base(base);
    if (!folder) return fail(folder.error());
    fs::path path = base;
    for (const fs::path& step : below) {
        if (!is_step(step)) continue;
        path /= step;
        if (auto made = make_step(*folder, step.string(), path, calls); !made)
            return fail(made.error());
        auto next = step_into(folder->get(), step.string(), path);
        if (!next) return fail(next.error());
        folder = std::move(next);
    }
    return OwnFolder{std::move(*folder), std::move(path)};
}

Result<std::optional<OwnFolder>> OwnFolder::open(const fs::path& base, const fs::path& below) {
    struct stat found {};
    if (!base.empty() && ::stat(base.c_str(), &found) != 0 && errno == ENOENT)
        return std::optional<OwnFolder>{};
    auto folder = open_base(base);
    if (!folder) return fail(folder.error());
    fs::path path = base;
    for (const fs::path& step : below) {
        if (!is_step(step)) continue;
        path /= step;
        if (::fstatat(folder->get(), step.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0 &&
            errno == ENOENT)
            return std::optional<OwnFolder>{};
        auto next = step_into(folder->get(), step.string(), path);
        if (!next) return fail(next.error());
        folder = std::move(next);
    }
    return std::optional{OwnFolder{std::move(*folder), std::move(path)}};
}

fs::path OwnFolder::way() const { return way_to(folder_.get(), path_); }

Error OwnFolder::said(Error error, const std::string& name) const {
    error.place.file = (path_ / name).string();
    return error;
}

Result<std::optional<std::string>> OwnFolder::read(const std::string& name,
                                                   std::uintmax_t most) const {
    auto bytes = read_file(way(name), most, Links::refuse);
    if (!bytes) return fail(said(bytes.error(), name));
    return bytes;
}

Result<void> OwnFolder::write(const std::string& name, std::string_view text,
                              const SystemCalls& calls) const {
    auto written = write_file(way(name), text, calls, Links::refuse);
    if (!written) return fail(said(written.error(), name));
    return written;
}

int OwnFolder::move(const std::string& name, const OwnFolder& to, const std::string& new_name,
                    unsigned flags, const SystemCalls& calls) const {
    const int moved = calls.renameat2(way(name).c_str(), to.way(new_name).c_str(), flags);
    return moved == 0 ? 0 : errno;
}

Result<std::vector<std::string>> OwnFolder::names() const {
    // A descriptor of its own, since reading moves on in it.
    Descriptor again{::openat(folder_.get(), ".", folder_flags)};
    const std::unique_ptr<DIR, int (*)(DIR*)> entries{
        again.is_open() ? ::fdopendir(again.get()) : nullptr, &::closedir};
    if (!entries) return fail(system_error("look into this folder", errno, path_));
    again.release();
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(entries.get())) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..") names.push_back(name);
        errno = 0;
    }
    if (errno != 0) return fail(system_error("look into this folder", errno, path_));
    std::sort(names.begin(), names.end());
    return names;
}

bool OwnFolder::has_file(const std::string& name) const {
    return is_of_kind(folder_.get(), name, S_IFREG);
}

bool OwnFolder::has_folder(const std::string& name) const {
    return is_of_kind(folder_.get(), name, S_IFDIR);
}

bool OwnFolder::has(const std::string& name) const {
    struct stat found {};
    return ::fstatat(folder_.get(), name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0;
}

void OwnFolder::make_file_private(const std::string& name) const {
    const Descriptor file{
        ::openat(folder_.get(), name.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)};
    if (file.is_open()) make_private(file.get(), 0600);
}

void OwnFolder::remove(const std::string& name) const {
    if (::unlinkat(folder_.get(), name.c_str(), 0) == 0 || !has_folder(name)) return;
    if (::unlinkat(folder_.get(), name.c_str(), AT_REMOVEDIR) == 0) return;
    if (auto opened = step_into(folder_.get(), name, path_ / name)) {
        const OwnFolder below{std::move(*opened), path_ / name};
        if (const auto names = below.names())
            for (const std::string& each : *names) below.remove(each);
    }
    ::unlinkat(folder_.get(), name.c_str(), AT_REMOVEDIR);
}

Result<void> OwnFolder::sync(const SystemCalls& calls) const {
    auto synced = sync_folder(way(), calls);
    if (!synced) synced.error().place.file = path_.string();
    return synced;
}

Result<std::optional<std::string>> read_own_file(const fs::path& base, const fs::path& relative,
                                                 std::uintmax_t most) {
    const auto folder = OwnFolder::open(base, relative.parent_path());
    if (!folder) return fail(folder.error());
    if (!*folder) return std::optional<std::string>{};
    return (*folder)->read(relative.filename().string(), most);
}

Result<void> write_own_file(const fs::path& base, const fs::path& relative, std::string_view text,
                            const SystemCalls& calls) {
    const auto folder = OwnFolder::make(base, relative.parent_path(), calls);
    if (!folder) return fail(folder.error());
    return folder->write(relative.filename().string(), text, calls);
}

void remove_own_file(const fs::path& base, const fs::path& relative) {
    const auto folder = OwnFolder::open(base, relative.parent_path());
    if (folder && *folder) (*folder)->remove(relative.filename().string());
}

void make_own_file_private(const fs::path& base, const fs::path& relative) {
    const auto folder = OwnFolder::open(base, relative.parent_path());
    if (folder && *folder) (*folder)->make_file_private(relative.filename().string());
}

}  // namespace rekindle
