// Earlier states of a whole journal, each a folder that is a journal itself: any program that opens
// the journal opens its backups. They lie under FOLDER/.history/backups and are numbered by a
// counter; the clock only says which day a state belongs to.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "workbook/base/date.hpp"
#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/findings/backup.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

// Every backup of a journal, newest (highest number) first. A journal without any has an empty
// list. Errors: `system` when the folder cannot be listed.
Result<std::vector<Backup>> list_backups(const std::filesystem::path& journal);

// Counted check-ins of files, by device and number of the file: backups share many of theirs.
using CountedFiles = std::map<std::pair<std::uint64_t, std::uint64_t>, std::int64_t>;

// How many check-ins a journal's folder holds, by the marks at the ends of its files: quick, and
// for telling backups apart only. Encrypted files that `key` does not open count as empty.
std::int64_t count_checkins(const std::filesystem::path& journal, const KeyRef& key,
                            CountedFiles& counted);

// The files of a journal that a backup holds: TOML files of its own and of the workbooks and themes
// a person added, relative to the folder, in order. Hidden ones and links to folders are left out,
// as is lock.toml: whoever takes a copy elsewhere adds it.
std::vector<std::filesystem::path> files_of_journal(const std::filesystem::path& journal);

// Copies the journal as it is on disk into a new backup and reads every byte back; files that are
// as in the backup before share its bytes. Nothing is made of a journal without files, nor for
// `BackupReason::day` a second one of a day that was one of the last two; one that a wrong clock
// made long before its day does not count. What the backup before has of files that are gone is
// noted (see missing.hpp). Call while the folder is held. Errors: `system` and
// `invalid` (a file that cannot be read); an unfinished backup is never listed.
Result<std::optional<Backup>> make_backup(const std::filesystem::path& journal, Date today,
                                          BackupReason reason, const SystemCalls& calls = {});

// Which of `backups` (newest first) are no longer to be kept. No clock is asked: a state goes only
// once enough others have come after it, so that a start under a wrong clock, years ahead or behind
// or back and forth, takes none away. See backup_thinning.cpp.
std::vector<Backup> backups_to_drop(const std::vector<Backup>& backups);

// Takes those away. What cannot be taken away stays.
void thin_backups(const std::filesystem::path& journal);

}  // namespace rekindle
