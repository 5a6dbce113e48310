#include "workbook/store/surroundings.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string_view>

#include "workbook/files/file.hpp"
#include "workbook/store/copies.hpp"
#include "workbook/store/leftovers.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr mode_t for_others = S_IRWXG | S_IRWXO;
constexpr mode_t written_by_others = S_IWGRP | S_IWOTH;
constexpr std::array own_folders{"answers", "checkins", ".history", ".locking"};
constexpr std::array folders_of_person{"themes", "workbooks"};
constexpr std::array places_without_links{".history",
                                          ".history/backups",
                                          ".history/damaged",
                                          ".history/gone",
                                          ".history/interrupted",
                                          ".history/lock.toml",
                                          ".history/merged",
                                          ".history/taken",
                                          ".history/generations.toml",
                                          ".history/versions",
                                          ".locking",
                                          "lock.toml"};

bool is_one_of(const std::string& name, const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// A file that the program makes in the journal's folder, or a copy that somebody made of one.
bool is_of_journal(const fs::path& journal, const std::string& name) {
    return name == ".lock" || name == "lock.toml" || is_leftover(name) || Store::part_of(name) ||
           part_of_copy(journal, name);
}

// What was found, over all files.
struct OpenFiles {
    int closed = 0;      // to others, now
    int still_open = 0;  // since the disk knows no modes, or the system refuses
    int of_others = 0;
};

class Look {
  public:
    Look(uid_t owner, bool mend) : owner_(owner), mend_(mend) {}

    // A file or folder of the journal by its name in `folder`; whether it was open to others.
    bool at(const OwnFolder& folder, const std::string& name);
    void all_in(const OwnFolder& folder, bool below);
    const OpenFiles& counted() const { return counted_; }

  private:
    uid_t owner_;
    bool mend_;
    OpenFiles counted_;
};

// Whether the modes are now as they were asked for: a disk without modes agrees and does nothing.
bool close_to_others(int folder, const std::string& name, mode_t before) {
    const Descriptor file{
        ::openat(folder, name.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)};
    struct stat found {};
    return file.is_open() && ::fchmod(file.get(), before & 0777 & ~for_others) == 0 &&
           ::fstat(file.get(), &found) == 0 && (found.st_mode & for_others) == 0;
}

bool Look::at(const OwnFolder& folder, const std::string& name) {
    struct stat found {};
    if (::fstatat(folder.descriptor(), name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0 ||
        (!S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode)))
        return false;
    if (found.st_uid != owner_) ++counted_.of_others;
    if ((found.st_mode & for_others) == 0) return false;
    const bool closed = mend_ && found.st_uid == ::geteuid() &&
                        close_to_others(folder.descriptor(), name, found.st_mode);
    ++(closed ? counted_.closed : counted_.still_open);
    return true;
}

void Look::all_in(const OwnFolder& folder, bool below) {
    const auto names = folder.names();
    if (!names) return;
    for (const std::string& name : *names) {
        at(folder, name);
        if (!below || !folder.has_folder(name)) continue;
        if (const auto inner = OwnFolder::open(folder.way(), name); inner && *inner)
            all_in(**inner, true);
    }
}

// The journal's folder holds nothing but the journal.
bool holds_nothing_else(const OwnFolder& folder, const fs::path& journal) {
    const auto names = folder.names();
    return names && std::all_of(names->begin(), names->end(), [&](const std::string& name) {
               return folder.has_folder(name)
                          ? is_one_of(name, own_folders) || is_one_of(name, folders_of_person)
                          : is_of_journal(journal, name);
           });
}

// A folder that nobody else can go into keeps what is in it: the history, which is large, is looked
// through only when it was open.
void look_through(const OwnFolder& folder, const fs::path& journal, Look& look) {
    const auto names = folder.names();
    if (!names) return;
    for (const std::string& name : *names) {
        if (folder.has_folder(name) ? !is_one_of(name, own_folders) : !is_of_journal(journal, name))
            continue;
        const bool was_open = look.at(folder, name);
        if (!folder.has_folder(name)) continue;
        const bool is_history = name.starts_with('.');
        if (is_history && !was_open) continue;
        if (const auto inner = OwnFolder::open(folder.way(), name); inner && *inner)
            look.all_in(**inner, is_history);
    }
}

// A group of one's own, as many systems give everyone, lets nobody else in.
bool is_group_of(gid_t group, uid_t owner) {
    const passwd* person = ::getpwuid(owner);
    if (!person) return false;
    const std::string name = person->pw_name;
    const bool is_first = person->pw_gid == group;
    const ::group* found = ::getgrgid(group);
    if (!is_first || !found || name != found->gr_name) return false;
    for (char** member = found->gr_mem; *member; ++member)
        if (name != *member) return false;
    return true;
}

bool lets_others_write(const struct stat& found) {
    if ((found.st_mode & S_ISVTX) != 0) return false;
    if ((found.st_mode & S_IWOTH) != 0) return true;
    return (found.st_mode & S_IWGRP) != 0 && !is_group_of(found.st_gid, found.st_uid);
}

// The folder above the journal, the one above that and so on: who can write in one of them can put
// something else in the journal's place.
std::optional<fs::path> open_folder_above(const fs::path& journal) {
    std::error_code failed;
    fs::path at = fs::canonical(journal, failed);
    if (failed) return std::nullopt;
    while (at != at.parent_path()) {
        at = at.parent_path();
        struct stat found {};
        if (::stat(at.c_str(), &found) == 0 && lets_others_write(found)) return at;
    }
    return std::nullopt;
}

std::string files_and_folders(int count) {
    return count == 1 ? std::string{"A file or folder of the journal"}
                      : fmt::format("{} files and folders of the journal", count);
}

Error told(std::string message, std::string remedy, const fs::path& place) {
    return {ErrorCode::invalid, std::move(message), std::move(remedy), {place.string(), 0, 0}};
}

void tell_modes(const OpenFiles& counted, bool is_ours, const fs::path& journal,
                Surroundings& found) {
    if (counted.closed > 0)
        found.mended.push_back(told(files_and_folders(counted.closed) +
                                        " could be read or written by other accounts of this "
                                        "computer.",
                                    "That is closed now.", journal));
    if (counted.still_open == 0) return;
    found.notices.push_back(
        told(files_and_folders(counted.still_open) +
                 " can be read or written by other accounts of this computer.",
             is_ours ? "The disk or the system does not let that be changed here. With a "
                       "passphrase on the journal they cannot read what it says."
                     : "They belong to another account, so nothing was changed.",
             journal));
}

void tell_owners(const OpenFiles& counted, const struct stat& folder, const fs::path& journal,
                 Surroundings& found) {
    if (folder.st_uid != ::geteuid()) {
        found.notices.push_back(
            told("This journal belongs to another account, which can read and change all of it.",
                 "That is fine if you know of it.", journal));
    }
    if (counted.of_others > 0)
        found.problems.push_back(told(
            files_and_folders(counted.of_others) +
                (counted.of_others == 1 ? " belongs" : " belong") +
                " to another account than the folder: that account can read and change it.",
            "Give it back to the folder’s owner with chown, or put a copy in its place.", journal));
}

void tell_open_folders(const struct stat& folder, const fs::path& journal, Surroundings& found) {
    if (lets_others_write(folder))
        found.problems.push_back(
            told("Other accounts can write in this folder: they could take the journal’s files "
                 "away or put others in their place.",
                 "Close it with: chmod go-w on that folder.", journal));
    if (const auto above = open_folder_above(journal))
        found.problems.push_back(
            told("Other accounts can write in this folder, below which the journal lies: they "
                 "could put something else in its place.",
                 "Close it with: chmod go-w on that folder, or move the journal.", *above));
}

void tell_links(const OwnFolder& folder, const fs::path& journal, Surroundings& found) {
    for (const fs::path place : places_without_links) {
        const auto above = OwnFolder::open(folder.way(), place.parent_path());
        struct stat at {};
        if (above && *above &&
            ::fstatat((*above)->descriptor(), place.filename().c_str(), &at, AT_SYMLINK_NOFOLLOW) ==
                0 &&
            S_ISLNK(at.st_mode))
            found.problems.push_back(link_refused(journal / place));
    }
}

}  // namespace

Surroundings mend_surroundings(const fs::path& journal, bool folder_is_its_own) {
    Surroundings found;
    const auto folder = OwnFolder::open(journal, {});
    if (!folder || !*folder) return found;  // said by whoever opens the journal
    struct stat itself {};
    if (::fstat((*folder)->descriptor(), &itself) != 0) return found;
    const bool is_ours = itself.st_uid == ::geteuid();
    Look look(itself.st_uid, is_ours);
    look_through(**folder, journal, look);
    OpenFiles counted = look.counted();
    const bool is_alone = folder_is_its_own || holds_nothing_else(**folder, journal);
    if (is_alone && (itself.st_mode & for_others) != 0) {
        const bool closed =
            is_ours && close_to_others((*folder)->descriptor(), ".", itself.st_mode);
        ++(closed ? counted.closed : counted.still_open);
    }
    // Behind a closed door a file's own modes let nobody in: those that a sync tool or an editor
    // has just set are mended without a word.
    if ((itself.st_mode & for_others) != 0) tell_modes(counted, is_ours, journal, found);
    tell_owners(counted, itself, journal, found);
    if (::fstat((*folder)->descriptor(), &itself) == 0) tell_open_folders(itself, journal, found);
    tell_links(**folder, journal, found);
    return found;
}

}  // namespace rekindle
