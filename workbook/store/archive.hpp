// A journal as one plain archive that any tool opens: a tar file (POSIX.1-1988 "ustar") of its TOML
// files, each 0600, without owners and without times; behind them, what it takes to read them without
// this program (see companions.hpp).
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "workbook/base/result.hpp"

namespace rekindle {

// By their place in the journal's folder: what the files hold.
using ArchivedFiles = std::map<std::filesystem::path, std::string>;

// The journal's files as they are on disk (see files_of_journal), and its lock.toml. Errors:
// `invalid` and `system`, of a file that cannot be read.
Result<ArchivedFiles> collect_files(const std::filesystem::path& journal);

// The archive, byte for byte the same for the same files.
Result<std::string> to_tar(const ArchivedFiles& files);

// What a tar file holds of a journal; the companions are passed over. Anything else in it (other names, links, folders, names that
// lead elsewhere) is refused, as is what is larger than a journal can be. Errors: `invalid`, and
// `system` when it cannot be read.
Result<ArchivedFiles> read_tar(const std::filesystem::path& file);

// Puts the files into a new folder, 0700 and its files 0600. Errors: `system`.
Result<void> unpack(const ArchivedFiles& files, const std::filesystem::path& folder);

}  // namespace rekindle
