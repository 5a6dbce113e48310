// Folders of the journal: made for their owner alone, made to last, and held for one save.
#pragma once

#include <chrono>
#include <filesystem>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"

namespace rekindle {

// Makes the folder and those above it that are missing, 0700 whatever the umask, each fsynced in
// the one above. One that is there already keeps its mode. Errors: code `system`.
Result<void> make_folder(const std::filesystem::path& folder, const SystemCalls& calls = {});

// Makes the names in a folder last (after a rename, or a file made). Errors: code `system`.
Result<void> sync_folder(const std::filesystem::path& folder, const SystemCalls& calls = {});

// Whether anything has that name, a link that leads nowhere as well. What cannot be looked for
// counts as not there.
bool is_there(const std::filesystem::path& name);

// Gives an open file or folder of one's own exactly this mode, whatever the umask. True where the
// disk knows no modes (a FAT stick, some of the network's): who mounted it has chosen them.
bool make_private(int file, mode_t mode);

// Whether root works in the journal of somebody else: what that person puts there, links above all,
// then must not lead to what only root may touch.
bool is_of_someone_else(const std::filesystem::path& journal);

// Root who works in someone's journal must not take it from them: what it makes there belongs to
// whoever the folder belongs to. For everyone else this does nothing.
void give_to_owner_of(const std::filesystem::path& folder, int file);

// How long a save or another change of the journal waits for another process that is at it.
constexpr std::chrono::seconds lock_patience{5};

// Holds FOLDER/.lock for as long as it lives: one save, never longer.
class FolderLock {
  public:
    // Waits up to `patience` for another process to let go. Errors: `busy` when it does not,
    // `system` when the lock cannot be made. On a file system without locks it holds nothing. A
    // link in the file's place is taken away, never followed.
    static Result<FolderLock> take(const std::filesystem::path& folder,
                                   std::chrono::milliseconds patience,
                                   const SystemCalls& calls = {});

    // Holds the folder itself and leaves no file there: for one of the program's own in which
    // nobody saves, such as the history while something is brought back. Errors: as above.
    static Result<FolderLock> take_folder(const std::filesystem::path& folder,
                                          std::chrono::milliseconds patience);

  private:
    explicit FolderLock(Descriptor file) : file_(std::move(file)) {}
    Descriptor file_;
};

}  // namespace rekindle
