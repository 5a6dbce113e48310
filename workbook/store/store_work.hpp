// What the store can be asked to do on a thread of its own, and what is told from there.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "workbook/findings/backup.hpp"
#include "workbook/findings/conflict_copy.hpp"
#include "workbook/findings/distrust.hpp"
#include "workbook/findings/earlier_part.hpp"
#include "workbook/findings/missing_part.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {

// --- what can be asked for, and which news tells what came of it ---

// Saves what `ours` says beyond `base`: SaveEnded.
struct SaveJournal {
    Journal base;
    Journal ours;
    // Files of what could not be saved before and is in `ours` now: they go once that is saved.
    std::vector<std::filesystem::path> kept{};
};
// Puts a text into a new file away from the journal (see write_text_copy): TextWritten.
struct WriteText {
    std::string path;
    std::string text;
    std::vector<std::filesystem::path> others{};  // where it may not go either
};
// Looks for the journal's backups, newest first, or reads one in full: BackupsFound, BackupOpened.
struct FindBackups {};
struct OpenBackup {
    Backup backup;
};
// Looks for what could take the place of a part that cannot be read, or puts it there:
// EarlierFound, EarlierPut.
struct FindEarlier {
    Part part;
};
struct PutEarlier {
    EarlierPart earlier;
};
// Puts a copy away that has been brought in: CopyPutAway.
struct PutCopyAway {
    ConflictCopy copy;
};
// What was missing of a part has been brought in, or is not wanted: MissingSettled.
struct SettleMissing {
    Part part;
};
struct GiveUpMissing {
    Part part;
};
// What was told of a locked journal's files is right as it is now: DistrustAccepted, and after it
// PartRead of the parts that it was about.
struct AcceptDistrust {
    std::vector<Distrust> told;
};
// Takes a file away of which the journal that was saved has everything: KeptTakenAway.
struct TakeKeptAway {
    std::filesystem::path kept;
};

using StoreWork =
    std::variant<SaveJournal, WriteText, FindBackups, OpenBackup, FindEarlier, PutEarlier,
                 PutCopyAway, SettleMissing, GiveUpMissing, AcceptDistrust, TakeKeptAway>;

// --- what is told ---

struct SaveEnded {
    Journal base;  // as it was asked for
    Journal ours;
    Result<Saved> result;
};
struct TextWritten {
    std::string path;
    Result<void> result;
};
struct BackupsFound {
    Result<std::vector<BackupSummary>> result;
};
struct BackupOpened {
    Backup backup;
    Result<Opened> result;
};
struct EarlierFound {
    Part part;
    Result<std::optional<EarlierPart>> result;
};
struct EarlierPut {
    EarlierPart earlier;
    Result<std::filesystem::path> result;  // where the damaged file is now
};
struct CopyPutAway {
    ConflictCopy copy;
    Result<std::filesystem::path> result;  // where it is now
};
struct MissingSettled {
    Part part;
    Result<void> result;
};
struct DistrustAccepted {
    std::vector<Distrust> told;
    Result<void> result;
};
struct KeptTakenAway {
    std::filesystem::path kept;
    bool gone = false;
};
// Without being asked: a part that was not read at the start, or was changed by others.
struct PartRead {
    Part part;
    Result<Opened> result;
};
// Without being asked, when there are some and whenever that changes: all copies beside the
// journal's files, and all that is missing.
struct CopiesFound {
    std::vector<ConflictCopy> copies;
};
struct MissingFound {
    std::vector<MissingPart> missing;
};

using StoreNews = std::variant<SaveEnded, TextWritten, BackupsFound, BackupOpened, EarlierFound,
                               EarlierPut, CopyPutAway, MissingSettled, DistrustAccepted,
                               KeptTakenAway, PartRead, CopiesFound, MissingFound>;

// Does it, in this thread.
StoreNews do_work(Store& store, StoreWork work);

}  // namespace rekindle
