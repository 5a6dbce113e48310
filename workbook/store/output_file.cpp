#include "workbook/store/output_file.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <optional>

#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_file.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

Error not_meant(std::string message, std::string remedy) {
    return {ErrorCode::usage, std::move(message), std::move(remedy), {}};
}

Error is_kept_out(const fs::path& file) {
    return not_meant(file.string() + " is a place of the journal or of the program itself.",
                     "Choose one outside of them; nothing was written.");
}

Error already_there(const fs::path& file) {
    return not_meant("There is a file of that name already: " + file.string() + ".",
                     "Choose another name; nothing was written over.");
}

// A link that somebody else made could lead to any file of one's own. The system's own links are
// as good as the system.
bool is_link_of_another(const fs::path& step) {
    struct stat found {};
    return ::lstat(step.c_str(), &found) == 0 && S_ISLNK(found.st_mode) &&
           found.st_uid != ::geteuid() && found.st_uid != 0;
}

bool others_may_write_in(const fs::path& folder) {
    struct stat found {};
    return ::stat(folder.c_str(), &found) == 0 && (found.st_mode & (S_IWGRP | S_IWOTH)) != 0;
}

// On the way to the file a link counts where others can have put it: a folder that only its owner
// can write in (such as a home whose link the administrator set) is that owner's to arrange.
bool leads_through_another(const fs::path& file) {
    for (const fs::path& step : link_steps(file)) {
        if (is_link_of_another(step)) return true;
        fs::path at;
        for (const fs::path& name : step.parent_path()) {
            const fs::path above = at;
            at /= name;
            if (is_link_of_another(at) && others_may_write_in(above)) return true;
        }
    }
    return false;
}

Error is_of_another(const fs::path& file) {
    return not_meant(file.string() + " is a link of another account, or is reached through one.",
                     "It could lead anywhere. Choose another place; nothing was written.");
}

// "7" of /proc/4711/fd/7 where that is this very process.
std::optional<int> number_of_descriptor(const fs::path& step) {
    std::error_code failed;
    const fs::path folder = fs::canonical(step.parent_path(), failed);
    if (failed) return std::nullopt;
    const std::string own = "/proc/" + std::to_string(::getpid());
    const std::string place = folder.string();
    if (place != own + "/fd" && !(place.starts_with(own + "/task/") && place.ends_with("/fd")))
        return std::nullopt;
    const std::string name = step.filename().string();
    int number = -1;
    const auto [end, wrong] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (wrong != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    return number;
}

// The descriptor that this process was given and that the name stands for: it is written to where
// it is, even when a plain file is behind it.
std::optional<int> given_descriptor(const fs::path& file) {
    if (file == "-") return STDOUT_FILENO;
    for (const fs::path& step : link_steps(file))
        if (const auto number = number_of_descriptor(step)) return number;
    return std::nullopt;
}

Result<Descriptor> own_copy(int number, const fs::path& file, const KeptOut& kept_out) {
    struct stat found {};
    if (::fstat(number, &found) != 0) return fail(system_error("write there", errno, file));
    const fs::path behind = "/proc/self/fd/" + std::to_string(number);
    if (S_ISREG(found.st_mode) && kept_out.holds(behind)) return fail(is_kept_out(file));
    Descriptor copy{::fcntl(number, F_DUPFD_CLOEXEC, 3)};
    if (!copy.is_open()) return fail(system_error("write there", errno, file));
    return copy;
}

// Waits for a reader where it is a pipe, as every program does.
Result<Descriptor> open_stream(const fs::path& file) {
    int opened = -1;
    do {
        opened = ::open(file.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
    } while (opened < 0 && errno == EINTR);
    if (opened < 0) return fail(system_error("write there", errno, file));
    return Descriptor{opened};
}

// What a program other than this one may have written over unseen is told by its first words.
bool is_of_a_journal(const fs::path& file) {
    const auto text = read_file(file);
    return text && *text && ((*text)->starts_with(about_plain_file) || is_envelope(**text));
}

// What is there may be replaced: a plain file of one's own.
Result<void> check_replaceable(const struct stat& found, const fs::path& file) {
    struct stat folder {};
    const fs::path above = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const bool owner_of_folder =
        ::geteuid() == 0 && ::stat(above.c_str(), &folder) == 0 && folder.st_uid == found.st_uid;
    if (found.st_uid != ::geteuid() && !owner_of_folder)
        return fail(system_error("replace this file, it belongs to someone else", EPERM, file));
    if (is_of_a_journal(file))
        return fail(not_meant(file.string() + " is a file of a journal.",
                              "Choose another name; nothing was written over."));
    return {};
}

Result<void> check_name(const fs::path& file) {
    if (file.empty()) return fail(not_meant("This does not name a file.", "Give it a name."));
    std::error_code failed;
    if (file.filename().empty() || fs::is_directory(file, failed))
        return fail(not_meant(file.string() + " is a folder.", "Name a file in it."));
    return {};
}

// For a pipe that whoever gave it to us has made one that does not wait.
bool wait_for_room(int stream) {
    pollfd room{stream, POLLOUT, 0};
    return ::poll(&room, 1, -1) > 0 || errno == EINTR;
}

Result<void> write_stream(int stream, std::string_view bytes, const fs::path& file,
                          const SystemCalls& calls) {
    while (!bytes.empty()) {
        const ssize_t wrote = calls.write(stream, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0 && errno == EAGAIN && wait_for_room(stream)) continue;
        if (wrote <= 0) return fail(system_error("write there", wrote < 0 ? errno : EIO, file));
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return {};
}

}  // namespace

OutputFile::OutputFile(fs::path path, Existing existing, Descriptor stream)
    : path_(std::move(path)), existing_(existing), stream_(std::move(stream)) {}

Result<OutputFile> OutputFile::find(const fs::path& file, Existing existing,
                                    const KeptOut& kept_out) {
    if (const auto number = given_descriptor(file)) {
        auto copy = own_copy(*number, file, kept_out);
        if (!copy) return fail(copy.error());
        return OutputFile{file, existing, std::move(*copy)};
    }
    if (auto named = check_name(file); !named) return fail(named.error());
    std::error_code failed;
    const fs::path path = fs::absolute(file, failed);
    if (kept_out.holds(path)) return fail(is_kept_out(file));
    if (leads_through_another(path)) return fail(is_of_another(file));
    struct stat found {};
    const bool is_somewhere = ::stat(path.c_str(), &found) == 0;
    if (!is_somewhere && errno != ENOENT) return fail(system_error("reach this file", errno, file));
    if (is_somewhere && S_ISBLK(found.st_mode))
        return fail(not_meant(file.string() + " is a disk.", "Name a file on it."));
    if (is_somewhere && !S_ISREG(found.st_mode)) {
        auto stream = open_stream(path);
        if (!stream) return fail(stream.error());
        return OutputFile{path, existing, std::move(*stream)};
    }
    if (existing == Existing::refuse && is_there(path)) return fail(already_there(file));
    if (!is_somewhere && ::stat(path.parent_path().c_str(), &found) != 0)
        return fail(system_error("write there", errno, file));
    if (is_somewhere)
        if (auto can = check_replaceable(found, path); !can) return fail(can.error());
    return OutputFile{path, existing, Descriptor{}};
}

Result<void> OutputFile::write(std::string_view bytes, const SystemCalls& calls) const {
    if (is_stream()) return write_stream(stream_.get(), bytes, path_, calls);
    if (leads_through_another(path_)) return fail(is_of_another(path_));  // meanwhile
    if (existing_ == Existing::replace) return write_file(path_, bytes, calls);
    const auto replaced = replace_file(path_, bytes, std::nullopt, calls);
    if (!replaced) return fail(replaced.error());
    if (*replaced == Replaced::changed) return fail(already_there(path_));
    return {};
}

}  // namespace rekindle
