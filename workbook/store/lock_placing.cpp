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
#include "workbook/store/lock_plan.hpp"
#include "workbook/store/lock_staging.hpp"
#include "workbook/store/own_folder.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr const char* dropped_sign = ".history/left-out";

// What somebody wrote in a file's place after the mark was set is kept: it may be their last words.
Result<void> keep_changed(const fs::path& journal, const OwnFolder& folder, const std::string& name,
                          const SystemCalls& calls) {
    const auto kept = OwnFolder::make(journal, ".history/interrupted", calls);
    if (!kept) return fail(kept.error());
    for (int number = 1;; ++number) {
        const int refused =
            folder.move(name, *kept, fmt::format("{}.{}", name, number), RENAME_NOREPLACE, calls);
        if (refused == 0) return kept->sync(calls);
        if (refused != EEXIST)
            return fail(system_error("move this file aside", refused, folder.path() / name));
    }
}

// From one folder to the other, both held open: what is linked there meanwhile leads nowhere else.
Result<void> move_one(const fs::path& journal, const PlannedFile& file, const SystemCalls& calls) {
    const fs::path relative = file.name;
    const std::string name = relative.filename().string();
    const auto to = OwnFolder::make(journal, relative.parent_path(), calls);
    if (!to) return fail(to.error());
    const auto from = OwnFolder::make(journal, new_set / relative.parent_path(), calls);
    if (!from) return fail(from.error());
    if (file.was_changed)
        if (auto kept = keep_changed(journal, *to, name, calls); !kept) return kept;
    if (const int refused = from->move(name, *to, name, 0, calls); refused != 0)
        return fail(system_error("put this file in place", refused, journal / relative));
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

Result<void> carry_out(const fs::path& journal, const PlacingPlan& plan, const SystemCalls& calls) {
    std::set<fs::path> folders;
    for (const PlannedFile& file : plan.files) {
        folders.insert(fs::path{file.name}.parent_path());
        if (!file.is_staged) continue;
        if (auto moved = move_one(journal, file, calls); !moved) return moved;
    }
    // The locks go last: until then every file there opens with one of them.
    if (auto synced = sync_all(journal, folders, calls); !synced) return synced;
    std::set<fs::path> emptied;
    for (const fs::path& file : plan.gone) {
        remove_own_file(journal, file);
        emptied.insert(file.parent_path());
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
