// The thread that saves, and the one that watches the folder: the window never waits for a disk.
// Both talk to the session through `poll`, and wake it through the callback they are given.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "workbook/store/copies.hpp"
#include "workbook/store/earlier.hpp"
#include "workbook/store/missing.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {

// What happened on disk since the last poll.
struct StoreNews {
    // A save has ended: what was asked for (as given to `save`), and what came of it.
    struct SaveEnded {
        Journal base;
        Journal ours;
        Result<Saved> result;
    };
    std::vector<SaveEnded> saves;
    // Parts read by the worker: the months not read at the start, and parts changed by others.
    std::vector<std::pair<Part, Result<Opened>>> parts;
    // What came of `write_text`.
    struct TextWritten {
        std::string path;
        Result<void> result;
    };
    std::vector<TextWritten> texts;
    // What came of `list_backups` and `read_backup`.
    struct BackupRead {
        Backup backup;
        Result<Opened> result;
    };
    std::optional<Result<std::vector<BackupSummary>>> backups;
    std::optional<BackupRead> backup;
    // What came of `find_earlier`, `use_earlier` and `put_away`.
    struct EarlierFound {
        Part part;
        Result<std::optional<EarlierPart>> result;
    };
    struct EarlierUsed {
        EarlierPart earlier;
        Result<std::filesystem::path> result;  // where the damaged file is now
    };
    struct CopyPutAway {
        ConflictCopy copy;
        Result<std::filesystem::path> result;  // where it is now
    };
    // What came of `settle_missing` and `leave_out`.
    struct MissingSettled {
        Part part;
        Result<void> result;
    };
    std::vector<MissingSettled> settled;
    // What came of `accept`; the parts that it was about are read anew and told after it.
    struct Accepted {
        std::vector<Distrust> told;
        Result<void> result;
    };
    std::vector<Accepted> accepted;
    // What came of `take_away`.
    struct TakenAway {
        std::filesystem::path kept;
        bool gone = false;
    };
    std::vector<TakenAway> taken_away;
    // What is missing, told when there is something and whenever that may have changed.
    std::optional<std::vector<MissingPart>> missing;
    std::vector<EarlierFound> earlier_found;
    std::vector<EarlierUsed> earlier_used;
    std::vector<CopyPutAway> put_away;
    // The copies beside the journal's files, told when there are some and whenever that changed.
    std::optional<std::vector<ConflictCopy>> copies;
};

class Writer {
  public:
    // `wake` is called from another thread whenever `poll` has something. Begins watching the
    // folder at once and reads `rest` in the background. `seen` says what the files read before
    // held (`Opened::seen`): those that changed before the watch began are read again.
    Writer(Store store, std::vector<YearMonth> rest, std::function<void()> wake,
           std::map<Part, std::string> seen = {});
    ~Writer();  // waits for a save that is under way

    // Asks for a save; returns at once. At most one is under way: a second call before it ended
    // replaces a request that has not begun, so the caller waits for SaveEnded before the next.
    void save(Journal base, Journal ours);

    // Puts a text into a new file away from the journal (see write_text_copy) and from `others`;
    // returns at once.
    void write_text(std::string path, std::string text,
                    std::vector<std::filesystem::path> others = {});

    // Looks for the journal's backups, newest first, or reads one in full; returns at once.
    void list_backups();
    void read_backup(Backup backup);

    // Looks for what could take the place of a part that cannot be read, or puts it there; returns
    // at once.
    void find_earlier(Part part);
    void use_earlier(EarlierPart earlier);

    // Puts a copy away that has been brought in; returns at once.
    void put_away(ConflictCopy copy);

    // What was missing of a part has been brought in, or is not wanted; returns at once.
    void settle_missing(Part part);
    void leave_out(Part part);

    // What was told of a locked journal's files is right as it is now; returns at once.
    void accept(std::vector<Distrust> told);
    // The journal given to the next `save` has everything of what was kept in that file: it goes
    // once that save has worked.
    void take_away_after_save(std::filesystem::path kept);
    // It goes now, since the journal has everything already; returns at once.
    void take_away(std::filesystem::path kept);

    StoreNews poll();

    // Saves now, in this thread, after the one under way: for closing the window.
    Result<Saved> save_and_wait(const Journal& base, const Journal& ours);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace rekindle
