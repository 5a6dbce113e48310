#include "app/commands/traces.hpp"

#include <algorithm>
#include <array>

#include "workbook/store/journal_place.hpp"
#include "workbook/store/leftovers.hpp"
#include "workbook/store/lock_pin.hpp"
#include "workbook/store/store.hpp"

namespace rekindle::app {
namespace {

namespace fs = std::filesystem;

bool is_file_or_link(const fs::path& path) {
    std::error_code failed;
    const fs::file_status found = fs::symlink_status(path, failed);
    return fs::exists(found) && !fs::is_directory(found);
}

// Nothing of the journal's lies behind a link, nor is it deleted there.
bool is_true_folder(const fs::path& folder) {
    std::error_code failed;
    return fs::is_directory(fs::symlink_status(folder, failed));
}

// Links to folders are not followed: what lies behind them was not made here.
template <class Wanted>
void add_below(const fs::path& folder, Wanted wanted, std::vector<fs::path>& files) {
    std::error_code failed;
    if (!is_true_folder(folder)) {
        // A link in its place is itself what was left, whatever it leads to.
        if (fs::is_symlink(fs::symlink_status(folder, failed)) && wanted(folder))
            files.push_back(folder);
        return;
    }
    fs::recursive_directory_iterator entries{folder, failed};
    for (; !failed && entries != fs::recursive_directory_iterator{}; entries.increment(failed))
        if (is_file_or_link(entries->path()) && wanted(entries->path()))
            files.push_back(entries->path());
}

bool is_of_journal(const fs::path& relative) {
    return relative == ".lock" || relative == "lock.toml" || is_leftover(relative) ||
           Store::part_of(relative);
}

// A journal may lie in a folder that is not its own alone: only what it makes there is looked at.
constexpr std::array folders_of_parts{"", "answers", "checkins"};
constexpr std::array folders_of_history{"backups", "damaged", "gone",     "interrupted",
                                        "merged",  "taken",   "versions", ".restoring"};
constexpr std::array files_of_history{"generations.toml", "lock.toml"};

void add_journal(const fs::path& data, std::vector<fs::path>& files) {
    for (const fs::path below : folders_of_parts) {
        const auto names = names_of(data, below);
        if (!names) continue;
        for (const std::string& name : *names)
            if (is_of_journal(below / name) && is_file_or_link(data / below / name))
                files.push_back(data / below / name);
    }
    const auto all = [](const fs::path&) { return true; };
    add_below(data / ".locking", all, files);
    const fs::path history = data / ".history";
    if (!is_true_folder(history)) return add_below(history, all, files);
    for (const fs::path below : folders_of_history) add_below(history / below, all, files);
    std::error_code failed;
    fs::directory_iterator entries{history, failed};
    for (; !failed && entries != fs::directory_iterator{}; entries.increment(failed)) {
        const std::string name = entries->path().filename().string();
        const bool known = std::find(files_of_history.begin(), files_of_history.end(), name) !=
                           files_of_history.end();
        if (is_file_or_link(entries->path()) && (known || is_leftover(name)))
            files.push_back(entries->path());
    }
}

void remove_empty_below(const fs::path& folder) {
    std::error_code failed;
    if (!is_true_folder(folder)) return;
    std::vector<fs::path> folders;
    fs::recursive_directory_iterator entries{folder, failed};
    for (; !failed && entries != fs::recursive_directory_iterator{}; entries.increment(failed))
        if (fs::is_directory(entries->symlink_status(failed))) folders.push_back(entries->path());
    // The innermost first; one that is not empty refuses.
    for (auto each = folders.rbegin(); each != folders.rend(); ++each) fs::remove(*each, failed);
    fs::remove(folder, failed);
}

}  // namespace

std::vector<fs::path> find_traces(const Folders& folders) {
    std::vector<fs::path> files;
    add_journal(folders.data, files);
    const auto all = [](const fs::path&) { return true; };
    for (const fs::path& place : folders.unsaved) add_below(place, all, files);
    std::error_code failed;
    if (!folders.preferences.empty()) {
        if (fs::exists(fs::symlink_status(folders.preferences, failed)))
            files.push_back(folders.preferences);
        fs::directory_iterator beside{folders.preferences.parent_path(), failed};
        for (; !failed && beside != fs::directory_iterator{}; beside.increment(failed))
            if (is_leftover(beside->path()) && is_file_or_link(beside->path()))
                files.push_back(beside->path());
    }
    if (const fs::path pin = pin_of(folders.pins, folders.data);
        !pin.empty() && fs::exists(fs::symlink_status(pin, failed)))
        files.push_back(pin);
    if (!folders.pins.empty()) add_below(folders.pins, is_leftover, files);
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

std::vector<fs::path> find_other_pins(const Folders& folders) {
    std::vector<fs::path> pins;
    if (folders.pins.empty()) return pins;
    const fs::path own = pin_of(folders.pins, folders.data);
    add_below(
        folders.pins, [&](const fs::path& file) { return file != own && !is_leftover(file); },
        pins);
    std::sort(pins.begin(), pins.end());
    return pins;
}

std::vector<fs::path> remove_traces(const Folders& folders, const std::vector<fs::path>& files) {
    std::vector<fs::path> left;
    for (const fs::path& file : files) {
        std::error_code failed;
        const fs::path relative = file.lexically_relative(folders.data);
        if (relative.empty() || *relative.begin() == "..")
            fs::remove(file, failed);
        else
            remove_file_of(folders.data, relative);
        if (fs::exists(fs::symlink_status(file, failed))) left.push_back(file);
    }
    std::error_code ignored;
    const fs::path history = folders.data / ".history";
    if (is_true_folder(history))
        for (const fs::path below : folders_of_history) remove_empty_below(history / below);
    remove_empty_below(folders.data / ".locking");
    fs::remove(history, ignored);
    for (const fs::path below : {"answers", "checkins", ""})
        fs::remove(folders.data / below, ignored);  // refused while anything is in it
    if (!folders.pins.empty()) fs::remove(folders.pins, ignored);
    for (const fs::path& place : folders.unsaved) remove_empty_below(place.parent_path());
    if (!folders.preferences.empty()) remove_empty_below(folders.preferences.parent_path());
    return left;
}

}  // namespace rekindle::app
