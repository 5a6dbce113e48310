#include "workbook/store/folder_watch.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

// Saves of others come as several events each: they are told as one.
constexpr int quiet_for = 80;   // milliseconds
constexpr int most_rounds = 5;  // then it is told even though it goes on
constexpr int no_timeout = -1;
constexpr std::uint32_t folder_changes = IN_CREATE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t file_changes =
    folder_changes | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR;

// Stands for a folder above ours, watched only until ours is there.
const fs::path above = "..";

// The folder itself, or the nearest one above it that is there.
fs::path nearest_existing(fs::path folder) {
    std::error_code failed;
    while (!fs::is_directory(folder, failed)) {
        if (!folder.has_parent_path() || folder.parent_path() == folder) return ".";
        folder = folder.parent_path();
    }
    return folder;
}

// Hidden files are drafts and the lock of those who save.
void add(const fs::path& relative, bool is_folder, FolderChanges& changed) {
    const std::string name = relative.filename().string();
    if (const auto part = Store::part_of(relative))
        changed.parts.insert(*part);
    else if (!is_folder && !name.empty() && !name.starts_with('.'))
        changed.others = true;
}

}  // namespace

FolderWatch::FolderWatch(fs::path folder)
    : folder_(std::move(folder)),
      events_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
      stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    watch_again();
}

void FolderWatch::stop() {
    const std::uint64_t one = 1;
    // It can only fail when it has been told already.
    [[maybe_unused]] const ssize_t told = ::write(stop_.get(), &one, sizeof one);
}

std::optional<FolderChanges> FolderWatch::wait() {
    FolderChanges changed;
    for (int rounds = 0; rounds < most_rounds;) {
        std::array<pollfd, 2> sources{{{stop_.get(), POLLIN, 0}, {events_.get(), POLLIN, 0}}};
        const int ready =
            ::poll(sources.data(), sources.size(), changed.empty() ? no_timeout : quiet_for);
        if (ready < 0 && errno != EINTR) return std::nullopt;
        if (ready < 0) continue;
        if (sources[0].revents != 0) return std::nullopt;
        if (ready == 0) break;
        take_in(read_events(), changed);
        if (!changed.empty()) ++rounds;
    }
    return changed;
}

void FolderWatch::watch(const fs::path& folder, const fs::path& below) {
    const int number = ::inotify_add_watch(events_.get(), folder.c_str(),
                                           below == above ? folder_changes : file_changes);
    if (number >= 0) watched_[number] = below;
}

void FolderWatch::watch_again() {
    for (const auto& [number, below] : watched_) ::inotify_rm_watch(events_.get(), number);
    watched_.clear();
    // While the watch is set up the folder may be made: look again until nothing moved.
    for (fs::path nearest = nearest_existing(folder_); nearest != folder_;) {
        watch(nearest, above);
        const fs::path now = nearest_existing(folder_);
        if (now == nearest) return;
        nearest = now;
    }
    watch(folder_, {});
    watch(folder_ / "checkins", "checkins");
    watch(folder_ / "answers", "answers");
}

std::vector<FolderWatch::Event> FolderWatch::read_events() {
    std::vector<Event> events;
    alignas(inotify_event) std::array<char, 16 * 1024> bytes{};
    const ssize_t got = ::read(events_.get(), bytes.data(), bytes.size());
    for (ssize_t at = 0; at < got;) {
        inotify_event event{};
        const char* start = bytes.data() + at;
        std::memcpy(&event, start, sizeof event);
        const bool folder_event = (event.mask & (IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF)) != 0;
        // Names come padded with zeros.
        const std::string name = event.len > 0 ? std::string{start + sizeof event} : std::string{};
        events.push_back({event.wd, folder_event, (event.mask & IN_Q_OVERFLOW) != 0, name});
        at += static_cast<ssize_t>(sizeof event + event.len);
    }
    return events;
}

void FolderWatch::take_in(const std::vector<Event>& events, FolderChanges& changed) {
    bool all = false;
    for (const Event& event : events) {
        const auto watched = watched_.find(event.watch);
        all = all || event.overflow || (watched != watched_.end() && event.structure);
        if (watched == watched_.end() || watched->second == above) continue;
        add(watched->second / event.name, event.structure, changed);
    }
    if (!all) return;
    watch_again();
    for (const fs::path below : {"", "checkins", "answers"}) add_all(below, changed);
}

// Files that were made before their folder was watched.
void FolderWatch::add_all(const fs::path& below, FolderChanges& changed) const {
    std::error_code failed;
    fs::directory_iterator entries{folder_ / below, failed};
    while (!failed && entries != fs::directory_iterator{}) {
        std::error_code unknown;
        add(below / entries->path().filename(), entries->is_directory(unknown), changed);
        entries.increment(failed);
    }
}

}  // namespace rekindle
