// Which files of a journal a change of its lock writes anew, and where the text of each belongs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle {

enum class LockedKind {
    part,       // of the journal as it is now
    copy,       // of a part, beside it: a sync tool's, waiting to be brought in
    history,    // a state or version of a part
    set_aside,  // bytes that were never understood, or that were taken in: kept as they are
};

struct LockedFile {
    std::filesystem::path file;  // relative to the journal
    LockedKind kind = LockedKind::part;
};

// All of them; own workbooks and themes are no part of what the lock keeps, and the files of the
// lock itself are written by themselves. Errors: `invalid` for a link or for what is no plain file
// in such a place (what it leads to would stay as it is), `system` where a folder cannot be listed.
Result<std::vector<LockedFile>> list_locked_files(const std::filesystem::path& journal);

// Where in the journal the file's text belongs, as its readers expect it: that of
// ".history/backups/000002_2026-11-21_day/profile.toml" in "profile.toml".
std::string logical_name(const std::filesystem::path& relative);

// Whether it is one of the files that hold the lock or what goes with it: lock.toml, its copy in
// the history, the list of the journal's files.
bool is_of_lock(const std::filesystem::path& relative);
inline constexpr const char* list_of_files = ".history/generations.toml";

}  // namespace rekindle
