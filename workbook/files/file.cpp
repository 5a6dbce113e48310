#include "workbook/files/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "workbook/files/folder.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_draft_stem = 200;

Error too_large(const fs::path& file, std::uintmax_t most) {
    return {ErrorCode::invalid,
            fmt::format("This file is larger than {} MiB.", most / (1024 * 1024)),
            most == largest_file ? "Move it away; a journal's files are far smaller."
                                 : "Bring it in in parts.",
            {file.string(), 0, 0}};
}

Result<void> check_readable(const struct stat& found, const fs::path& file, std::uintmax_t most) {
    const Place place{file.string(), 0, 0};
    if (!S_ISREG(found.st_mode))
        return fail(ErrorCode::invalid, "This is not a plain file.",
                    "Move it away and put the file in its place.", place);
    if (static_cast<std::uintmax_t>(found.st_size) > most) return fail(too_large(file, most));
    return {};
}

Result<std::string> read_all(int file, std::size_t size, const fs::path& path,
                             std::uintmax_t most) {
    std::string bytes(size + 1, '\0');  // one more, to see the end without asking twice
    std::size_t filled = 0;
    while (true) {
        const ssize_t got = ::read(file, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(system_error("read this file", errno, path));
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > most) return fail(too_large(path, most));
        if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(filled);
    return bytes;
}

// Where the bytes really are: a link stays a link, what it leads to is replaced.
Result<fs::path> follow_links(const fs::path& file, Links links) {
    std::error_code failed;
    if (links == Links::refuse || !fs::is_symlink(fs::symlink_status(file, failed))) return file;
    fs::path target = fs::canonical(file, failed);
    if (failed) return fail(system_error("follow this link", failed.value(), file));
    return target;
}

Result<void> check_writable(const fs::path& file, Links links) {
    struct stat found {};
    if (::fstatat(AT_FDCWD, file.c_str(), &found,
                  links == Links::refuse ? AT_SYMLINK_NOFOLLOW : 0) != 0) {
        if (errno == ENOENT) return {};
        return fail(system_error("reach this file", errno, file));
    }
    if (S_ISLNK(found.st_mode)) return {};  // itself replaced, or told by who expects a file
    // The bits are asked as well: write-protected means it for the system's owner, too.
    if ((found.st_mode & 0222) == 0 || ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) != 0)
        return fail(system_error("write this file, it is write-protected", EACCES, file));
    return {};
}

Result<void> write_all(int file, std::string_view text, const fs::path& path,
                       const SystemCalls& calls) {
    while (!text.empty()) {
        const ssize_t wrote = calls.write(file, text.data(), text.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return fail(system_error("write this file", errno, path));
        if (wrote == 0) return fail(system_error("write this file", EIO, path));
        text.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return {};
}

// A file beside the one to be replaced that goes away by itself unless it was put in place.
class Draft {
  public:
    static Result<Draft> write(const fs::path& file, std::string_view text,
                               const SystemCalls& calls);
    Draft(Draft&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    Draft& operator=(Draft&&) = delete;
    ~Draft() {
        if (!path_.empty()) ::unlink(path_.c_str());
    }
    const fs::path& path() const { return path_; }
    void leave() { path_.clear(); }

  private:
    explicit Draft(fs::path path) : path_(std::move(path)) {}
    fs::path path_;
};

// A hidden name that no reader takes for a part of the journal. Cut where the name is as long as
// names may be: there has to be room for what is added.
fs::path draft_name(const fs::path& file, int attempt) {
    const std::string name = file.filename().string().substr(0, longest_draft_stem);
    return file.parent_path() / fmt::format(".{}.{}-{}.new", name, ::getpid(), attempt);
}

Result<Draft> Draft::write(const fs::path& file, std::string_view text, const SystemCalls& calls) {
    int opened = -1;
    fs::path name;
    for (int attempt = 0; opened < 0; ++attempt) {
        name = draft_name(file, attempt);
        opened = calls.open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (opened < 0 && errno != EEXIST && errno != EINTR)
            return fail(system_error("write beside this file", errno, file));
        if (opened < 0 && attempt == 1000)
            return fail(system_error("write beside this file", EEXIST, file));
    }
    Draft draft{name};
    Descriptor open{opened};
    if (!make_private(opened, 0600))
        return fail(system_error("make this file private", errno, file));
    give_to_owner_of(file.has_parent_path() ? file.parent_path() : ".", opened);
    if (auto written = write_all(opened, text, file, calls); !written) return fail(written.error());
    // Never tried again: after a failed fsync the system may have dropped what was not written.
    if (calls.fsync(opened) != 0) return fail(system_error("write this file", errno, file));
    if (calls.close(open.release()) != 0 && errno != EINTR)
        return fail(system_error("write this file", errno, file));
    return draft;
}

bool knows_no_exchange(int reason) {
    return reason == EINVAL || reason == ENOSYS || reason == EOPNOTSUPP;
}

// For file systems that cannot exchange: looks once more, then renames. What another program writes
// between the two is lost; nothing better is to be had there.
Result<Replaced> look_and_rename(Draft& draft, const fs::path& file,
                                 const std::optional<std::string>& expected,
                                 const SystemCalls& calls, Links links) {
    const auto now = read_file(file, largest_draft, links);
    if (!now) return fail(now.error());
    if (*now != expected) return Replaced::changed;
    if (calls.renameat2(draft.path().c_str(), file.c_str(), 0) != 0)
        return fail(system_error("put the new version in place", errno, file));
    draft.leave();
    return Replaced::done;
}

Result<Replaced> put_new(Draft& draft, const fs::path& file, const SystemCalls& calls,
                         Links links) {
    if (calls.renameat2(draft.path().c_str(), file.c_str(), RENAME_NOREPLACE) == 0) {
        draft.leave();
        return Replaced::done;
    }
    if (errno == EEXIST) return Replaced::changed;
    if (knows_no_exchange(errno)) return look_and_rename(draft, file, std::nullopt, calls, links);
    return fail(system_error("put the new file in place", errno, file));
}

// Exchanges the two and looks at what came out, so that there is no moment between looking and
// replacing in which another program's version could be lost.
Result<Replaced> exchange(Draft& draft, const fs::path& file, const std::string& expected,
                          const SystemCalls& calls, Links links) {
    const auto swap = [&] {
        return calls.renameat2(draft.path().c_str(), file.c_str(), RENAME_EXCHANGE) == 0;
    };
    if (!swap()) {
        if (errno == ENOENT) return Replaced::changed;
        if (knows_no_exchange(errno)) return look_and_rename(draft, file, expected, calls, links);
        return fail(system_error("put the new version in place", errno, file));
    }
    const auto before = read_file(draft.path(), largest_draft, links);
    if (before && *before == expected) return Replaced::done;
    if (!swap()) {
        const int reason = errno;
        draft.leave();  // what came out is someone's version: never deleted
        return fail(system_error("put another program's version back", reason, file));
    }
    return Replaced::changed;
}

}  // namespace

Error link_refused(const fs::path& link) {
    return {ErrorCode::invalid,
            "This is a link: the program’s own files are never reached through one.",
            "Take the link away; what it leads to was not touched.",
            {link.string(), 0, 0}};
}

Result<std::optional<std::string>> read_file(const fs::path& file, std::uintmax_t most,
                                             Links links) {
    const int no_link = links == Links::refuse ? O_NOFOLLOW : 0;
    int opened = -1;
    do {
        // O_NONBLOCK: opening a pipe would wait for a writer for ever.
        opened = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | no_link);
    } while (opened < 0 && errno == EINTR);
    if (opened < 0) {
        const int reason = errno;
        std::error_code ignored;
        if (reason == ELOOP && links == Links::refuse) return fail(link_refused(file));
        if (reason == ENOENT && !fs::is_symlink(fs::symlink_status(file, ignored)))
            return std::optional<std::string>{};
        return fail(system_error("read this file", reason, file));
    }
    const Descriptor open{opened};
    struct stat found {};
    if (::fstat(opened, &found) != 0) return fail(system_error("read this file", errno, file));
    if (auto readable = check_readable(found, file, most); !readable) return fail(readable.error());
    auto bytes = read_all(opened, static_cast<std::size_t>(found.st_size), file, most);
    if (!bytes) return fail(bytes.error());
    return std::optional<std::string>{std::move(*bytes)};
}

Result<Replaced> replace_file(const fs::path& file, std::string_view text,
                              const std::optional<std::string>& expected, const SystemCalls& calls,
                              Links links) {
    const auto target = follow_links(file, links);
    if (!target) return fail(target.error());
    if (auto writable = check_writable(*target, links); !writable) return fail(writable.error());
    auto draft = Draft::write(*target, text, calls);
    if (!draft) return fail(draft.error());

    auto replaced = expected ? exchange(*draft, *target, *expected, calls, links)
                             : put_new(*draft, *target, calls, links);
    if (!replaced || *replaced == Replaced::changed) return replaced;
    const fs::path folder = target->has_parent_path() ? target->parent_path() : ".";
    if (auto synced = sync_folder(folder, calls); !synced) return fail(synced.error());
    return Replaced::done;
}

Result<void> write_file(const fs::path& file, std::string_view text, const SystemCalls& calls,
                        Links links) {
    const auto target = follow_links(file, links);
    if (!target) return fail(target.error());
    if (auto writable = check_writable(*target, links); !writable) return fail(writable.error());
    auto draft = Draft::write(*target, text, calls);
    if (!draft) return fail(draft.error());
    if (calls.renameat2(draft->path().c_str(), target->c_str(), 0) != 0)
        return fail(system_error("put the new version in place", errno, file));
    draft->leave();
    return sync_folder(target->has_parent_path() ? target->parent_path() : ".", calls);
}

std::string short_hash(std::string_view bytes) {
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                       0);
    std::string digits;
    for (std::size_t i = 0; i < 8; ++i) digits += fmt::format("{:02x}", hash[i]);
    return digits;
}

}  // namespace rekindle
