// What the mark of a change of the lock comes to: looked at before a single file is moved.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "workbook/base/result.hpp"

namespace rekindle {

struct PlannedFile {
    std::string name;          // relative to the journal, and to the new set
    bool is_staged = false;    // still to be moved; false: in place already
    bool was_changed = false;  // somebody wrote in its place after the mark was set
};

struct PlacingPlan {
    // False where the mark does not hold and every file of the journal is as it was before: then
    // the new set is nothing that anybody needs.
    bool holds = false;
    std::vector<PlannedFile> files;
    std::vector<std::filesystem::path> gone;  // to be removed once all of them are in place
};

// Changes nothing. Errors: `invalid` where the mark does not hold and files of both sets are in
// place, naming what is missing or would be lost; `system`.
Result<PlacingPlan> plan_placing(const std::filesystem::path& journal);

}  // namespace rekindle
