// What the mark of a change of the lock comes to: looked at before a single file is moved.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle {

struct PlannedFile {
    std::string name;        // relative to the journal, and to the new set
    bool is_staged = false;  // still to be moved; false: in place already
    std::string hash{};      // of its bytes in the set
    // The hash of what stood in its place when the mark was set; "" for nothing. Anything else that
    // is there by now somebody wrote since. Marks of earlier versions say neither hash.
    std::optional<std::string> before{};
};

// A file that goes once all of the set is in place.
struct LeavingFile {
    std::filesystem::path name;  // relative to the journal
    // Of the bytes that the set has taken in; empty for a file of the program's own, whatever it
    // says.
    std::string hash{};
};

struct PlacingPlan {
    // False where the mark does not hold and every file of the journal is as it was before: then
    // the new set is nothing that anybody needs.
    bool holds = false;
    std::vector<PlannedFile> files;
    std::vector<LeavingFile> gone;
};

// Changes nothing. Errors: `invalid` where the mark does not hold and files of both sets are in
// place, naming what is missing or would be lost; `system`.
Result<PlacingPlan> plan_placing(const std::filesystem::path& journal);

}  // namespace rekindle
