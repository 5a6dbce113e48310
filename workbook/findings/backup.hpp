// An earlier state of a whole journal, as it is named and told from the others. See
// store/backup.hpp for how they are kept.
#pragma once

#include <cstdint>
#include <filesystem>

#include "workbook/base/date.hpp"

namespace rekindle {

enum class BackupReason {
    day,      // before the day's first change
    restore,  // before an earlier state was brought back
    import,   // before check-ins were read from a file
    lock,     // before the lock was set, changed or taken off
};

struct Backup {
    int number = 0;
    Date date;  // the day on whose wall clock it was made
    BackupReason reason = BackupReason::day;
    std::filesystem::path folder;
};

// As a person is shown it.
struct BackupSummary {
    Backup backup;
    std::int64_t checkins = 0;
};

}  // namespace rekindle
