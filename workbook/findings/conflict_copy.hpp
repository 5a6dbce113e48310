// A copy of one of the journal's files that a sync tool or an editor left beside it. See
// store/copies.hpp for how they are found, brought in and put away.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "workbook/base/result.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

struct ConflictCopy {
    std::filesystem::path file;    // relative to the journal's folder
    Part part;                     // of whose file it is a copy
    Journal journal;               // what it says of that part, and nothing else
    std::optional<Error> refused;  // why it cannot be read in full
    std::string hash;              // of its bytes
};

}  // namespace rekindle
