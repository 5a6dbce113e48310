#include "workbook/store/lock_change.hpp"

#include <chrono>
#include <utility>
#include <vector>

#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/backup.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// Whatever is part of the journal has to be understood: what is not could be lost for good.
Result<void> check_all_readable(const fs::path& journal, const KeyRef& key) {
    Store store(journal);
    store.use_key(key);
    const auto opened = store.open();
    if (!opened) return fail(opened.error());
    for (const auto& [part, error] : opened->read_only)
        if (error.code != ErrorCode::later_format) return fail(error);
    return {};
}

Error was_changed_meanwhile(const fs::path& journal) {
    return {ErrorCode::busy, "The files of this journal were changed meanwhile by another program.",
            "The lock is as it was; try again once nothing else writes there.",
            Place{journal.string(), 0, 0}};
}

// From here on the new set is the journal.
Result<void> set_mark(const fs::path& journal, const LockMark& mark, const SystemCalls& calls) {
    if (auto written = write_own_file(journal, mark_file, to_text(mark), calls); !written)
        return written;
    return sync_folder(journal, calls);
}

}  // namespace

Result<OtherFiles> change_lock(const fs::path& journal, const LockChange& change, Date today,
                               const SystemCalls& calls) {
    if (auto made = make_folder(journal, calls); !made) return fail(made.error());
    const auto lock = FolderLock::take(journal, lock_patience, calls);
    if (!lock) return fail(lock.error());
    if (auto settled = settle_while_held(journal, calls); !settled) return fail(settled.error());
    if (auto fits = check_key(journal, change.before, true); !fits) return fail(fits.error());
    if (auto readable = check_all_readable(journal, change.before); !readable)
        return fail(readable.error());
    OtherFiles others = find_other_files(journal);
    if (auto kept = make_backup(journal, today, BackupReason::lock, calls); !kept)
        return fail(kept.error());
    const auto staged = stage(journal, change, others, calls);
    const auto marked = staged ? set_mark(journal, *staged, calls) : Result<void>{};
    if (!staged || !marked) {
        // A mark that may be there after all is obeyed, whatever was said of it.
        if (!has_mark(journal)) drop_staging(journal);
        return fail(staged ? marked.error() : staged.error());
    }
    const auto settled = settle_staged(journal, calls);
    if (!settled) return fail(settled.error());
    if (*settled != Settled::finished) return fail(was_changed_meanwhile(journal));
    if (!change.after) others.copies.clear();
    // Where the system does not let a plain one go it is still there, and that has to be said.
    std::erase_if(others.copies, [&](const fs::path& copy) {
        const bool stays = is_there(journal / copy);
        if (stays) others.stays.push_back(copy);
        return stays;
    });
    return others;
}

Result<Settled> settle_while_held(const fs::path& journal, const SystemCalls& calls) {
    return settle_staged(journal, calls);
}

Result<Settled> settle_lock_change(const fs::path& journal, const SystemCalls& calls) {
    if (!has_staging(journal)) return Settled::nothing;
    const bool marked = has_mark(journal);
    if (unfinished_change(journal)) return Settled::nothing;
    const auto lock = FolderLock::take(journal, lock_patience, calls);
    if (lock) return settle_while_held(journal, calls);
    if (!marked) return Settled::nothing;
    return fail(lock.error());
}

Error said_of_dropped(const fs::path& journal) {
    return {ErrorCode::invalid,
            "A change of the lock was begun here and its new files were not whole.",
            "It was left out: the journal is as it was before. If you did not change the lock, "
            "somebody or a sync tool put them there.",
            Place{journal.string(), 0, 0}};
}

}  // namespace rekindle
