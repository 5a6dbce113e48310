// What there is to take the place of a file of the journal that cannot be read. See
// store/earlier.hpp for how it is found and put there.
#pragma once

#include <filesystem>
#include <optional>

#include "workbook/findings/backup.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

// One part as it was, from one of the journal's earlier states or from the versions of its file
// that saves have kept.
struct EarlierPart {
    Part part;
    std::optional<Backup> backup;  // the state it is from; none: a kept version
    int changes = 0;               // then: how many changes of the file ago it was
    Journal journal;               // holds that part alone
    std::filesystem::path file{};  // where it lies; empty for what a window still has
};

}  // namespace rekindle
