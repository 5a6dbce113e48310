#include "workbook/store/leftovers.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "workbook/store/folder.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> find_leftovers(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const fs::path below : {"", "checkins", "answers"}) {
        std::error_code failed;
        fs::directory_iterator entries{folder / below, failed};
        while (!failed && entries != fs::directory_iterator{}) {
            if (is_leftover(entries->path())) found.push_back(entries->path());
            entries.increment(failed);
        }
    }
    return found;
}

// A name in the history that is not taken: ".2026-11.toml.812-0.new" becomes "2026-11.toml.1".
fs::path place_for(const fs::path& leftover, const fs::path& history) {
    const std::string hidden = leftover.filename().string();
    const std::string name = hidden.substr(1, hidden.rfind('.', hidden.size() - 5) - 1);
    std::error_code failed;
    fs::path place;
    for (int number = 1; place.empty() || fs::exists(place, failed); ++number)
        place = history / fmt::format("{}.{}", name, number);
    return place;
}

}  // namespace

bool is_leftover(const fs::path& file) {
    const std::string name = file.filename().string();
    return name.starts_with('.') && name.ends_with(".new");
}

void keep_leftovers(const fs::path& folder, const SystemCalls& calls) {
    const std::vector<fs::path> leftovers = find_leftovers(folder);
    if (leftovers.empty()) return;
    const fs::path history = folder / ".history" / "interrupted";
    if (!make_folder(history, calls)) return;
    for (const fs::path& leftover : leftovers)
        calls.renameat2(leftover.c_str(), place_for(leftover, history).c_str(), 0);
}

}  // namespace rekindle
