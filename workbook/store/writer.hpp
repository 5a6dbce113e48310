// The thread that saves, and the one that watches the folder: the window never waits for a disk.
// Both talk to the session through `poll`, and wake it through the callback they are given.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "workbook/store/store_work.hpp"

namespace rekindle {

class Writer {
  public:
    // `wake` is called from another thread whenever `poll` has something. Begins watching the
    // folder at once and reads `rest` in the background. `seen` says what the files read before
    // held (`Opened::seen`): those that changed before the watch began are read again.
    Writer(Store store, const std::vector<YearMonth>& rest, std::function<void()> wake,
           std::map<Part, std::string> seen = {});
    ~Writer();  // waits for a save that is under way; saves and texts asked for are still done

    // Asks for something; returns at once. What is to be saved comes before all else and texts
    // before the rest, each in the order in which it was asked for. Looking for backups and reading
    // one is done once for the last who asked.
    void ask(StoreWork work);

    // What has happened since the last time, in the order in which it did.
    std::vector<StoreNews> poll();

    // Saves now, in this thread, after the saves asked for: for closing the window.
    Result<Saved> save_and_wait(SaveJournal save);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace rekindle
