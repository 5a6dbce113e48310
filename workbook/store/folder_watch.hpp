// Hears of changes in the journal's folder, from whichever program. Sleeps in the kernel: nothing
// is looked at while nothing happens.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "workbook/files/system_calls.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

struct FolderChanges {
    std::set<Part> parts;
    bool others = false;  // files beside those of the parts: a sync tool leaves copies there
    bool empty() const { return parts.empty() && !others; }
};

class FolderWatch {
  public:
    // Watches at once; a folder that is not there yet is waited for. Where the system cannot watch,
    // it never reports anything.
    explicit FolderWatch(std::filesystem::path folder);

    // Blocks until files in the journal's folder were changed and it has been quiet for a moment.
    // Nothing after `stop`.
    std::optional<FolderChanges> wait();

    // Lets `wait` return, now and for good; from any thread.
    void stop();

  private:
    struct Event {
        int watch = 0;
        bool structure = false;  // folders came or went: what is watched has to be looked at
        bool overflow = false;   // the kernel dropped events: anything may have changed
        std::string name;
    };

    void watch_again();
    void watch(const std::filesystem::path& folder, const std::filesystem::path& below);
    std::vector<Event> read_events();
    void take_in(const std::vector<Event>& events, FolderChanges& changed);
    void add_all(const std::filesystem::path& below, FolderChanges& changed) const;

    std::filesystem::path folder_;
    Descriptor events_;
    Descriptor stop_;
    std::map<int, std::filesystem::path> watched_;  // by inotify's number: folder below ours
};

}  // namespace rekindle
