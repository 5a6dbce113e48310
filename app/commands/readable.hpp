// A journal as far as it can be read: damage in one file hides nothing of the others.
#pragma once

#include <string>
#include <vector>

#include "app/commands/commands.hpp"

namespace rekindle::app {

struct ReadableJournal {
    Journal journal;
    Problems problems;  // of the files wanted, each with its place
    std::vector<std::string>
        unread;  // those files, relative to the folder: not all is in `journal`
};

enum class Wanted { days, everything };

// The profile and the days from `from` to `to`, and with `everything` answers and practices.
// Errors: where nothing at all can be read, such as `locked`.
Result<ReadableJournal> readable_journal(const Store& store, Date from, Date to, Wanted wanted);

}  // namespace rekindle::app
