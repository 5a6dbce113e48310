// The session's way to the disk, as the session sees it.
#pragma once

#include <vector>

#include "workbook/store/store_work.hpp"

namespace rekindle::app {

// Where saves go to. A journal without one (tests, `shot`) is never written.
class SaveTarget {
  public:
    virtual ~SaveTarget() = default;
    // Asks for something; returns at once, and `poll` tells what came of it.
    virtual void ask(StoreWork work) = 0;
    // What has happened since the last time, in the order in which it did.
    virtual std::vector<StoreNews> poll() = 0;
    // Saves now, after what is being saved.
    virtual Result<Saved> save_and_wait(SaveJournal save) = 0;
};

}  // namespace rekindle::app
