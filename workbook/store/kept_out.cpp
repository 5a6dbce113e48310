#include "workbook/store/kept_out.hpp"

#include <sys/stat.h>

#include <array>
#include <optional>

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;

// A journal may lie in a folder that holds much else: only what it makes there is looked at. What
// else lies below that folder is kept out by the folder itself.
constexpr std::array folders_of_journal{"answers", "checkins", "workbooks",
                                        "themes",  ".history", ".locking"};

std::optional<std::pair<dev_t, ino_t>> identity(const fs::path& place) {
    struct stat found {};
    if (::stat(place.c_str(), &found) != 0) return std::nullopt;
    return std::pair(found.st_dev, found.st_ino);
}

fs::path whole(const fs::path& place) {
    std::error_code failed;
    fs::path absolute = fs::absolute(place, failed);
    fs::path found = fs::weakly_canonical(absolute, failed);
    return failed ? absolute.lexically_normal() : found;
}

}  // namespace

std::vector<fs::path> link_steps(const fs::path& file) {
    std::error_code failed;
    std::vector<fs::path> steps{fs::absolute(file, failed)};
    while (steps.size() <= most_links && fs::is_symlink(fs::symlink_status(steps.back(), failed))) {
        const fs::path target = fs::read_symlink(steps.back(), failed);
        if (failed) break;
        steps.push_back(steps.back().parent_path() / target);
    }
    return steps;
}

KeptOut::KeptOut(const std::vector<fs::path>& journals, const std::vector<fs::path>& others) {
    for (const fs::path& journal : journals) {
        if (journal.empty()) continue;
        add(journal);
        std::error_code failed;
        fs::directory_iterator entries{journal, failed};
        for (; !failed && entries != fs::directory_iterator{}; entries.increment(failed))
            if (entries->is_regular_file(failed)) add(entries->path());
        for (const char* below : folders_of_journal) {
            add(journal / below);
            add_below(journal / below);
        }
    }
    for (const fs::path& place : others) {
        if (place.empty()) continue;
        add(place);
        add_below(place);
    }
}

void KeptOut::add(const fs::path& place) {
    if (const auto found = identity(place)) known_.insert(*found);
    names_.insert(whole(place));
}

// Folders for those who reach them by a way that does not lead through the one above, files for
// those who have another name for them.
void KeptOut::add_below(const fs::path& folder) {
    std::error_code failed;
    fs::recursive_directory_iterator entries{folder, fs::directory_options::skip_permission_denied,
                                             failed};
    for (; !failed && entries != fs::recursive_directory_iterator{}; entries.increment(failed))
        if (const auto found = identity(entries->path())) known_.insert(*found);
}

bool KeptOut::is_one(const fs::path& place) const {
    const auto found = identity(place);
    return (found && known_.contains(*found)) || names_.contains(place);
}

bool KeptOut::lies_within(const fs::path& place) const {
    for (fs::path at = whole(place.parent_path());; at = at.parent_path()) {
        if (is_one(at)) return true;
        if (at == at.parent_path()) return false;
    }
}

bool KeptOut::holds(const fs::path& file) const {
    for (const fs::path& step : link_steps(file))
        if (is_one(step) || names_.contains(whole(step)) || lies_within(step)) return true;
    return false;
}

}  // namespace rekindle
