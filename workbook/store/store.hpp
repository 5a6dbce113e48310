// The journal on disk: opening it, saving what changed, and hearing of changes made by others.
// This is the only door to the person's files. The rules behind it: nothing is ever written in
// place, nothing that was not understood is ever written at all, absence is never deletion.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/findings/read_only.hpp"
#include "workbook/journal/both_changed.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/store/backup.hpp"
#include "workbook/store/distrust.hpp"
#include "workbook/store/journal_key.hpp"
#include "workbook/store/sealed_list.hpp"

namespace rekindle {

class EnvelopeLook;
class KnownSavesReader;
struct KnownSaves;

// A journal as far as it has been read.
struct Opened {
    Journal journal;
    ReadOnlyParts read_only;
    Problems problems;  // every problem met, with PATH:LINE
    Problems notices;   // read in full, but worth saying: changed outside the program
    std::map<Part, std::string> seen;  // a hash of what each file held that was read
    std::vector<YearMonth> rest;       // months that are there and were not read yet, newest first
    std::vector<Distrust> distrust{};  // of a locked one: what is not as it was left
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

// What a journal is opened for: beside files whose lock is missing nothing is ever written, but
// what is plain can be given out, with that among its problems.
enum class Opening { to_write, to_read };

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

    // From now on this computer remembers in `folder` which journals are locked and what was saved
    // in them (lock_pin.hpp). Without it nothing is remembered.
    void keep_pins_in(std::filesystem::path folder) { pins_ = std::move(folder); }
    const std::filesystem::path& pins() const { return pins_; }

    // Whether the journal can be read, or written, with the key as it is. Errors: those of
    // check_key (lock_presence.hpp), and `distrusted` for writing into one that had another key
    // here.
    Result<void> check_key(bool for_writing) const;

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
    Result<Opened> open(std::optional<int> months = std::nullopt,
                        Opening what = Opening::to_write) const;

    // Reads one part afresh. An absent file is an empty part.
    Result<Opened> read(const Part& part) const;

    // Writes every part in which `ours` differs from `base` (what `ours` was made from), applied to
    // what the files hold now. The error is that of the system (code `system` or `busy`) and means
    // that at least one part was not written; parts before it may have been. `locked` and
    // `lock_gone` mean that the journal was locked, unlocked, given another key or lost its lock
    // meanwhile, `distrusted` that it has not the key it had here: nothing was written. Parts that
    // are not what was saved last are refused.
    Result<Saved> save(const Journal& base, const Journal& ours);

    // Takes what was told (by `open` or `read`) as it is now: an older or exchanged file is written
    // once more with a new number, one that is gone becomes one without entries, an earlier lock or
    // another key is remembered as the journal's. What is not so any more is left alone. Errors:
    // those of writing a file; what was done before stays done.
    Result<void> accept(const std::vector<Distrust>& told);

    // For what writes a file of a locked journal beside `save` while it holds the folder: the
    // number that its envelope gets, and that it has been written.
    int next_number(const Part& part) const;
    void note_written(const Part& part) const;
    // The lock is another now, changed by this program: the list and this computer know it from now
    // on. What cannot be noted now is so with the next save.
    void note_lock() const;

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
    void read_into(Opened& opened, const Part& part, const KnownSaves& known) const;
    void tell_whole(Opened& opened, const KnownSaves& known) const;
    std::shared_ptr<const KnownSaves> known() const;
    void remember() const;
    bool write_list_with(const std::map<std::string, ListedFile>& changed, bool accept_lock) const;
    Result<void> accept_part(const Part& part, const KnownSaves& known,
                             std::map<std::string, ListedFile>& done) const;

    // The journal with the part as its file now has it; nothing when that is just what `ours` has.
    // Tells `saved` where somebody else had changed the same, and that the file was gone.
    Result<std::optional<Journal>> save_part(const Journal& base, const Journal& ours,
                                             const Part& part, const KnownSaves& known,
                                             Saved& saved);

    std::filesystem::path folder_;
    SystemCalls calls_;
    KeyRef key_;
    std::filesystem::path pins_;
    std::shared_ptr<KnownSavesReader> known_;  // shared by copies: it only spares reading again
    std::shared_ptr<EnvelopeLook> look_;
    std::function<Date()> today_;
    BackupReason backup_reason_ = BackupReason::day;
    std::vector<std::filesystem::path> places_;
    std::vector<std::filesystem::path> kept_;  // to be taken away after a save that works
    // What this store wrote last, by hash: a save that failed in its last step may be in place.
    std::map<Part, std::string> written_;
    std::map<std::string, ListedFile> saved_files_;  // of a locked journal, not listed yet
    std::map<Part, std::string> left_;  // what the files of saved parts held afterwards, by hash
};

}  // namespace rekindle
