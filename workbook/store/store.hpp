// The journal on disk: opening it, saving what changed, and hearing of changes made by others.
// This is the only door to the person's files. The rules behind it: nothing is ever written in
// place, nothing that was not understood is ever written at all, absence is never deletion.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/journal/both_changed.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/store/backup.hpp"
#include "workbook/store/journal_key.hpp"
#include "workbook/store/system_calls.hpp"

namespace rekindle {

// Why a part cannot be written for now: it could not be read, or a later version wrote it.
using ReadOnlyParts = std::map<Part, Error>;

// A journal as far as it has been read.
struct Opened {
    Journal journal;
    ReadOnlyParts read_only;
    Problems problems;  // every problem met, with PATH:LINE
    Problems notices;   // read in full, but worth saying: changed outside the program
    std::map<Part, std::string> seen;  // a hash of what each file held that was read
    std::vector<YearMonth> rest;       // months that are there and were not read yet, newest first
};

// What one save did. For every part: what the file now holds, which can be more than was given
// when another program had changed it meanwhile.
struct Saved {
    Journal journal;        // the given journal with the written parts as they now are on disk
    ReadOnlyParts refused;  // parts not written, with the reason; what was given is not lost to you
    std::optional<Error>
        backup_failed{};  // the earlier state could not be kept before; saved it is
    // Where another program had changed the same entry.
    std::vector<BothChanged> both{};
    // Whose file was not there any more: an earlier state has more of it (see missing.hpp).
    std::vector<Part> gone{};
    // What was kept elsewhere and is saved now, but whose file could not be taken away.
    std::vector<std::filesystem::path> still_kept{};
};

class Store {
  public:
    // `calls` is for tests: a device that fails.
    explicit Store(std::filesystem::path folder, SystemCalls calls = {});

    const std::filesystem::path& folder() const { return folder_; }

    // From now on the journal is read and written encrypted with `key`; null: as plain text. Which
    // of them it is must fit the journal's lock.toml: what is locked can be neither read nor
    // written without its key, and nothing plain is ever written beside it.
    void use_key(KeyRef key) { key_ = std::move(key); }
    const KeyRef& key() const { return key_; }

    // From now on a save that is refused keeps its change in the first of `places` that takes it
    // (files that need not exist yet) and says so in the error's remedy; the next save that works
    // takes it away again, and with it `brought_back`: what earlier runs kept so, and of which
    // the journal given to `save` now has everything.
    void keep_what_is_refused(std::vector<std::filesystem::path> places,
                              std::vector<std::filesystem::path> brought_back);
    // One more of what was kept, of which the journal given to the next `save` has everything.
    void take_away_after_save(std::filesystem::path kept) { kept_.push_back(std::move(kept)); }

    // From now on the first save of each day (as `today` tells it, asked on the thread that saves)
    // keeps the state before it as a backup, and those no longer needed are taken away. A reason
    // other than `day` keeps one before every save.
    void keep_backups(std::function<Date()> today, BackupReason reason = BackupReason::day);

    // Reads profile, answers, practices and the newest `months` months (all when nullopt). A folder
    // that does not exist is an empty journal; nothing is created by reading. Errors: `locked`
    // without the key, `system`.
    Result<Opened> open(std::optional<int> months = std::nullopt) const;

    // Reads one part afresh. An absent file is an empty part.
    Result<Opened> read(const Part& part) const;

    // Writes every part in which `ours` differs from `base` (what `ours` was made from), applied to
    // what the files hold now. The error is that of the system (code `system` or `busy`) and means
    // that at least one part was not written; parts before it may have been. `locked` means that
    // the journal was locked, unlocked or given another key meanwhile: nothing was written.
    Result<Saved> save(const Journal& base, const Journal& ours);

    // Files that look as if they belonged to the journal but have another name, such as the copies
    // that sync tools leave after a conflict: never read, relative to the folder, in order.
    std::vector<std::filesystem::path> foreign_files() const;

    // A hash of what the part's file holds now; nothing when it is not there or cannot be read.
    std::optional<std::string> hash_of(const Part& part) const;
    // The same as the last save of this store left it; nothing for parts it has not saved.
    std::optional<std::string> left_by_save(const Part& part) const;

    // The file of a part, relative to the folder, and back.
    static std::filesystem::path file_of(const Part& part);
    static std::optional<Part> part_of(const std::filesystem::path& relative);

  private:
    Result<Saved> save_all(const Journal& base, const Journal& ours);
    std::optional<Error> back_up() const;
    // "It is kept in …", once it is; empty where it could not be kept.
    std::string keep_elsewhere(const Journal& base, const Journal& ours);
    std::vector<std::filesystem::path> drop_what_was_kept();
    void note_generations();

    // The journal with the part as its file now has it; nothing when that is just what `ours` has.
    // Tells `saved` where somebody else had changed the same, and that the file was gone.
    Result<std::optional<Journal>> save_part(const Journal& base, const Journal& ours,
                                             const Part& part, Saved& saved);

    std::filesystem::path folder_;
    SystemCalls calls_;
    KeyRef key_;
    std::function<Date()> today_;
    BackupReason backup_reason_ = BackupReason::day;
    std::vector<std::filesystem::path> places_;
    std::vector<std::filesystem::path> kept_;  // to be taken away after a save that works
    // What this store wrote last, by hash: a save that failed in its last step may be in place.
    std::map<Part, std::string> written_;
    std::map<std::string, int> saved_generations_;  // of an encrypted journal, not noted yet
    std::map<Part, std::string> left_;  // what the files of saved parts held afterwards, by hash
};

}  // namespace rekindle
