// A journal as one plain archive that any tool opens: a tar file (POSIX.1-1988 "ustar") of its TOML
// files, each 0600, without owners and without times; behind them, what it takes to read them
// without this program (see companions.hpp).
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "workbook/base/result.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/store/lock_file.hpp"

namespace rekindle {

// By their place in the journal's folder: what the files hold.
using ArchivedFiles = std::map<std::filesystem::path, std::string>;

// The journal's files as they are on disk (see files_of_journal), and its lock.toml. Errors:
// `invalid` and `system`, of a file that cannot be read.
Result<ArchivedFiles> collect_files(const std::filesystem::path& journal);

// The archive, byte for byte the same for the same files.
Result<std::string> to_tar(const ArchivedFiles& files);

// What a tar file holds of a journal; the companions are passed over. Anything else in it (other
// names, links, folders, names that lead elsewhere) is refused, as is what is larger than a journal
// can be. Errors: `invalid`, and `system` when it cannot be read.
Result<ArchivedFiles> read_tar(const std::filesystem::path& file);

// The lock that goes with the files; nothing where they have none. `from` is the archive or folder,
// for words. Errors: `invalid`.
Result<std::optional<LockFile>> lock_of(const ArchivedFiles& files,
                                        const std::filesystem::path& from);
// Whether a part of the journal among them is encrypted.
bool is_locked(const ArchivedFiles& files);

// The journal that they are, read in memory: all of it can be read, or none of it is used. Null for
// the key of one that is not locked. Errors: of the first part that cannot be read.
Result<Journal> read_archived(const ArchivedFiles& files, const std::filesystem::path& from,
                              const KeyRef& key);

}  // namespace rekindle
