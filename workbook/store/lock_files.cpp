#include "workbook/store/lock_files.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <optional>

#include "workbook/files/file.hpp"
#include "workbook/store/copies.hpp"
#include "workbook/store/leftovers.hpp"
#include "workbook/store/own_folder.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::array folders{"", "answers", "checkins", ".history"};
constexpr std::array set_aside_below{"damaged", "interrupted", "taken"};

std::vector<fs::path> steps_of(const fs::path& relative) {
    return {relative.begin(), relative.end()};
}

// Workbooks and themes that a person added are no part of what the lock keeps.
bool is_private_history(const fs::path& relative) {
    const auto steps = steps_of(relative);
    const bool in_backup = steps.size() > 4 && steps[1] == "backups";
    return !is_of_lock(relative) &&
           !(in_backup && (steps[3] == "themes" || steps[3] == "workbooks"));
}

// Nothing for what the lock does not keep.
std::optional<LockedKind> kind_in_history(const fs::path& relative) {
    if (!is_private_history(relative)) return std::nullopt;
    const auto steps = steps_of(relative);
    const bool aside = steps.size() > 2 && std::find(set_aside_below.begin(), set_aside_below.end(),
                                                     steps[1].string()) != set_aside_below.end();
    return aside ? LockedKind::set_aside : LockedKind::history;
}

// Nothing for what is somebody's own.
std::optional<LockedKind> kind_beside(const fs::path& journal, const fs::path& relative,
                                      bool is_folder) {
    if (Store::part_of(relative)) return LockedKind::part;
    if (is_folder) return std::nullopt;
    // A draft that a cut-off save left; keep_leftovers moves it into the history.
    if (is_leftover(relative)) return LockedKind::set_aside;
    if (part_of_copy(journal, relative)) return LockedKind::copy;
    return std::nullopt;
}

Error no_plain_file(const fs::path& file) {
    return {ErrorCode::invalid, "This is no plain file: what is in it would stay as it is.",
            "Move it out of the journal’s folder, then try again. Nothing was changed.",
            Place{file.string(), 0, 0}};
}

// Of the history all that is in it, folder by folder; beside the parts only what is the journal's.
Result<void> list_below(const fs::path& journal, const fs::path& below,
                        std::vector<LockedFile>& files) {
    const bool in_history = !below.empty() && *below.begin() == ".history";
    const auto folder = OwnFolder::open(journal, below);
    if (!folder) return fail(folder.error());
    if (!*folder) return {};
    const auto names = (*folder)->names();
    if (!names) return fail(names.error());
    for (const std::string& name : *names) {
        const fs::path relative = below / name;
        const bool is_folder = (*folder)->has_folder(name);
        if (in_history && is_folder) {
            if (auto listed = list_below(journal, relative, files); !listed) return listed;
            continue;
        }
        const auto kind =
            in_history ? kind_in_history(relative) : kind_beside(journal, relative, is_folder);
        if (!in_history && !kind) continue;
        std::error_code failed;
        if (fs::is_symlink((*folder)->way(name), failed))
            return fail(link_refused(journal / relative));
        if (!(*folder)->has_file(name)) return fail(no_plain_file(journal / relative));
        if (kind) files.push_back({relative, *kind});
    }
    return {};
}

}  // namespace

Result<std::vector<LockedFile>> list_locked_files(const fs::path& journal) {
    std::vector<LockedFile> files;
    for (const fs::path below : folders)
        if (auto listed = list_below(journal, below, files); !listed) return fail(listed.error());
    return files;
}

std::string logical_name(const fs::path& relative) {
    const auto steps = steps_of(relative);
    if (steps.size() < 3 || steps[0] != ".history") return relative.generic_string();
    const auto joined = [&](std::size_t first, std::size_t end) {
        fs::path name;
        for (std::size_t i = first; i < end; ++i) name /= steps[i];
        return name;
    };
    if (steps[1] == "gone") return joined(2, steps.size()).generic_string();
    if (steps.size() < 4) return relative.generic_string();
    if (steps[1] == "backups") return joined(3, steps.size()).generic_string();
    if (steps[1] == "versions") return joined(2, steps.size() - 1).generic_string() + ".toml";
    return relative.generic_string();
}

bool is_of_lock(const fs::path& relative) {
    return relative == "lock.toml" || relative == ".history/lock.toml" || relative == list_of_files;
}

}  // namespace rekindle
