#include "workbook/store/leftovers.hpp"

#include <chrono>
#include <string>
#include <vector>

#include "workbook/files/file.hpp"
#include "workbook/files/folder.hpp"
#include "workbook/store/damaged.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/own_folder.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// Each looked into at every save; the folders of versions, which are many, at the start alone.
constexpr const char* folders_of_drafts[] = {"",
                                             "checkins",
                                             "answers",
                                             ".history",
                                             ".history/damaged",
                                             ".history/gone",
                                             ".history/gone/answers",
                                             ".history/gone/checkins",
                                             ".history/interrupted",
                                             ".history/merged"};

struct Copies {
    const char* below;
    const char* name;
};
constexpr Copies folders_of_copies[] = {{".history/backups", ".new"}, {".history", ".restoring"}};

void add_leftovers(const fs::path& folder, const fs::path& below, std::vector<fs::path>& found) {
    const auto names = names_of(folder, below);
    if (!names) return;
    for (const std::string& name : *names) {
        std::error_code failed;
        const fs::path relative = below / name;
        if (is_leftover(name) && !fs::is_directory(fs::symlink_status(folder / relative, failed)))
            found.push_back(relative);
    }
}

std::vector<fs::path> find_leftovers(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const fs::path below : folders_of_drafts) add_leftovers(folder, below, found);
    return found;
}

std::vector<fs::path> find_among_versions(const fs::path& folder) {
    std::vector<fs::path> found;
    const fs::path versions = ".history/versions";
    for (const fs::path below : {"", "answers", "checkins"}) {
        const auto names = names_of(folder, versions / below);
        if (!names) continue;
        for (const std::string& name : *names)
            add_leftovers(folder, versions / below / name, found);
    }
    return found;
}

// What a change of the lock found in the place of a file of its set was put aside as it was: nobody
// had the key there. In a locked journal it is not left so.
std::vector<fs::path> find_plain_aside(const fs::path& folder, const KeyRef& key) {
    std::vector<fs::path> found;
    const fs::path below = ".history/interrupted";
    const auto names = key ? names_of(folder, below) : std::vector<std::string>{};
    if (!names) return found;
    for (const std::string& name : *names) {
        if (is_leftover(name)) continue;
        const auto bytes = read_file_of(folder, below / name, largest_draft);
        if (bytes && *bytes && !is_envelope(**bytes)) found.push_back(below / name);
    }
    return found;
}

// ".2026-11.toml.812-0.new" becomes "2026-11.toml".
std::string name_for(const fs::path& leftover) {
    const std::string hidden = leftover.filename().string();
    const std::size_t end = hidden.rfind('.', hidden.size() - 5);
    return end == 0 || end == std::string::npos ? "draft" : hidden.substr(1, end - 1);
}

void keep(const fs::path& folder, const std::vector<fs::path>& leftovers, const KeyRef& key,
          const SystemCalls& calls) {
    for (const fs::path& leftover : leftovers)
        (void)move_while_held(folder, leftover, "interrupted", name_for(leftover), key, calls);
}

bool has_copies(const fs::path& folder) {
    for (const Copies& copies : folders_of_copies) {
        const auto place = OwnFolder::open(folder, copies.below);
        if (place && *place && (*place)->has(copies.name)) return true;
    }
    return false;
}

void drop_copies(const fs::path& folder) {
    for (const Copies& copies : folders_of_copies) {
        const auto place = OwnFolder::open(folder, copies.below);
        if (place && *place) (*place)->remove(copies.name);
    }
}

}  // namespace

bool is_leftover(const fs::path& file) {
    const std::string name = file.filename().string();
    return name.starts_with('.') && name.ends_with(".new") && name.size() > 5;
}

void keep_leftovers(const fs::path& folder, const KeyRef& key, const SystemCalls& calls) {
    keep(folder, find_leftovers(folder), key, calls);
    drop_copies(folder);
}

void keep_all_leftovers(const fs::path& folder, const KeyRef& key, const SystemCalls& calls) {
    if (find_leftovers(folder).empty() && find_among_versions(folder).empty() &&
        find_plain_aside(folder, key).empty() && !has_copies(folder))
        return;
    const auto lock = FolderLock::take(folder, std::chrono::milliseconds{0}, calls);
    if (!lock) return;
    keep_leftovers(folder, key, calls);
    keep(folder, find_among_versions(folder), key, calls);
    for (const fs::path& plain : find_plain_aside(folder, key))
        (void)move_while_held(folder, plain, "interrupted", plain.filename().string(), key, calls);
}

}  // namespace rekindle
