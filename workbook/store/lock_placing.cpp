#include "workbook/store/lock_placing.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/fs.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <vector>

#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/lock_files.hpp"
#include "workbook/store/lock_mark.hpp"
#include "workbook/store/lock_plan.hpp"
#include "workbook/store/lock_staging.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/removal.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr const char* dropped_sign = ".history/left-out";

// Of a disk that cannot exchange two names, or promise that one is free.
bool knows_no_flags(int refused) {
    return refused == EINVAL || refused == ENOSYS || refused == EOPNOTSUPP;
}

// What somebody wrote in a file's place after the mark was set is kept: it may be their last words.
Result<void> keep_changed(const fs::path& journal, const OwnFolder& folder, const std::string& name,
                          const SystemCalls& calls) {
    const auto kept = OwnFolder::make(journal, ".history/interrupted", calls);
    if (!kept) return fail(kept.error());
    for (int number = 1;; ++number) {
        const std::string free = fmt::format("{}.{}", name, number);
        if (kept->has(free)) continue;
        int refused = folder.move(name, *kept, free, RENAME_NOREPLACE, calls);
        if (knows_no_flags(refused)) refused = folder.move(name, *kept, free, 0, calls);
        if (refused == 0) return kept->sync(calls);
        if (refused != EEXIST)
            return fail(system_error("move this file aside", refused, folder.path() / name));
    }
}

bool holds_other_than(const OwnFolder& folder, const std::string& name, const std::string& hash) {
    if (!folder.has(name)) return false;
    const auto bytes = folder.read(name, largest_draft);
    return !bytes || !*bytes || whole_hash(**bytes) != hash;
}

// For disks that cannot exchange: looks, then moves. What another program writes between the two is
// lost; nothing better is to be had there.
Result<void> look_and_move(const fs::path& journal, const OwnFolder& from, const OwnFolder& to,
                           const PlannedFile& file, const SystemCalls& calls) {
    const std::string name = fs::path(file.name).filename().string();
    if (file.before && holds_other_than(to, name, *file.before))
        if (auto kept = keep_changed(journal, to, name, calls); !kept) return kept;
    if (const int refused = from.move(name, to, name, 0, calls); refused != 0)
        return fail(system_error("put this file in place", refused, journal / file.name));
    return {};
}

// Exchanges the two, so that there is no moment between looking and replacing in which another
// program's version could be lost: what came out is where the new one was.
Result<void> exchange_one(const fs::path& journal, const OwnFolder& from, const OwnFolder& to,
                          const PlannedFile& file, const SystemCalls& calls) {
    const std::string name = fs::path(file.name).filename().string();
    for (;;) {
        int refused = from.move(name, to, name, RENAME_EXCHANGE, calls);
        if (refused == ENOENT) refused = from.move(name, to, name, RENAME_NOREPLACE, calls);
        if (refused == 0) return {};
        if (knows_no_flags(refused)) return look_and_move(journal, from, to, file, calls);
        if (refused != EEXIST)
            return fail(system_error("put this file in place", refused, journal / file.name));
    }
}

// From one folder to the other, both held open: what is linked there meanwhile leads nowhere else.
Result<void> move_one(const fs::path& journal, const PlannedFile& file, const SystemCalls& calls) {
    const fs::path relative = file.name;
    const auto to = OwnFolder::make(journal, relative.parent_path(), calls);
    if (!to) return fail(to.error());
    const auto from = OwnFolder::make(journal, new_set / relative.parent_path(), calls);
    if (!from) return fail(from.error());
    return file.before ? exchange_one(journal, *from, *to, file, calls)
                       : look_and_move(journal, *from, *to, file, calls);
}

// What came out of a file's place goes, unless it is none that was taken into the set. Of a run
// that was cut off right after it had placed the file the next looks at it.
Result<void> settle_what_came_out(const fs::path& journal, const PlannedFile& file,
                                  const SystemCalls& calls) {
    const fs::path relative = file.name;
    const std::string name = relative.filename().string();
    const auto staged = OwnFolder::open(journal, new_set / relative.parent_path());
    if (!staged) return fail(staged.error());
    if (!file.before || !*staged || !(*staged)->has(name)) return {};
    if (holds_other_than(**staged, name, *file.before) &&
        holds_other_than(**staged, name, file.hash))
        return keep_changed(journal, **staged, name, calls);
    (*staged)->remove(name);
    return {};
}

Result<void> sync_all(const fs::path& journal, const std::set<fs::path>& folders,
                      const SystemCalls& calls) {
    for (const fs::path& below : folders) {
        const auto folder = OwnFolder::open(journal, below);
        if (!folder) return fail(folder.error());
        if (!*folder) continue;
        if (auto synced = (*folder)->sync(calls); !synced) return synced;
    }
    return {};
}

// One that cannot go stays, and so does one that is another by now: whoever changed the lock is
// told of what is still there.
void leave(const fs::path& journal, const LeavingFile& file, const SystemCalls& calls) {
    if (file.hash.empty()) return remove_own_file(journal, file.name);
    const auto is_taken = [&](std::string_view bytes) { return whole_hash(bytes) == file.hash; };
    (void)remove_kept(journal, file.name, is_taken, largest_draft, calls);
}

Result<void> carry_out(const fs::path& journal, const PlacingPlan& plan, const SystemCalls& calls) {
    std::set<fs::path> folders;
    for (const PlannedFile& file : plan.files) {
        folders.insert(fs::path{file.name}.parent_path());
        if (file.is_staged)
            if (auto moved = move_one(journal, file, calls); !moved) return moved;
        if (auto kept = settle_what_came_out(journal, file, calls); !kept) return kept;
    }
    // The locks go last: until then every file there opens with one of them.
    if (auto synced = sync_all(journal, folders, calls); !synced) return synced;
    std::set<fs::path> emptied;
    for (const LeavingFile& file : plan.gone) {
        leave(journal, file, calls);
        emptied.insert(file.name.parent_path());
    }
    if (auto synced = sync_all(journal, emptied, calls); !synced) return synced;
    remove_own_file(journal, mark_file);
    drop_staging(journal);
    return sync_folder(journal, calls);
}

}  // namespace

bool has_staging(const fs::path& journal) { return is_there(journal / staging_folder); }

bool has_mark(const fs::path& journal) {
    const auto folder = OwnFolder::open(journal, staging_folder);
    return folder && *folder && (*folder)->has_file(fs::path(mark_file).filename().string());
}

bool was_dropped(const fs::path& journal) {
    std::error_code failed;
    return fs::is_directory(fs::symlink_status(journal / dropped_sign, failed));
}

void forget_dropped(const fs::path& journal) {
    if (was_dropped(journal)) remove_own_file(journal, dropped_sign);
}

void drop_staging(const fs::path& journal) { remove_own_file(journal, staging_folder); }

Result<Settled> settle_staged(const fs::path& journal, const SystemCalls& calls) {
    if (!has_staging(journal)) return Settled::nothing;
    if (!has_mark(journal)) {
        if (auto needed = unfinished_change(journal)) return fail(*std::move(needed));
        drop_staging(journal);
        return Settled::nothing;
    }
    const auto plan = plan_placing(journal);
    if (!plan) return fail(plan.error());
    if (!plan->holds) {
        drop_staging(journal);
        (void)OwnFolder::make(journal, dropped_sign, calls);  // what is done is done, said or not
        return Settled::dropped;
    }
    if (auto done = carry_out(journal, *plan, calls); !done) return fail(done.error());
    return Settled::finished;
}

std::optional<Error> unfinished_change(const fs::path& journal) {
    if (!has_staging(journal)) return std::nullopt;
    const auto plan = plan_placing(journal);
    return plan ? std::nullopt : std::optional(plan.error());
}

}  // namespace rekindle
