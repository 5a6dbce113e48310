// Changes that could not be saved where they belong (no space, no permission, a disk that is gone),
// kept elsewhere so that they outlive the window: they come back when the journal is opened again.
#pragma once

#include <filesystem>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/store/system_calls.hpp"

namespace rekindle {

// What `ours` says beyond `base`, in the parts in which they differ.
struct Unsaved {
    std::filesystem::path file;
    Journal base;
    Journal ours;
};

// Writes the change to `file`, a file for this alone, 0600 in a folder of 0700; one that is there
// is replaced. It names the journal's folder and holds each part before and after, as the journal's
// files would. Errors: `system`.
Result<void> keep_unsaved(const std::filesystem::path& file, const std::filesystem::path& journal,
                          const Journal& base, const Journal& ours, const SystemCalls& calls = {});

// Every change kept in `folder` that belongs to this journal, oldest name first. What cannot be
// read is left where it is; a folder that is not there holds nothing.
std::vector<Unsaved> read_unsaved(const std::filesystem::path& folder,
                                  const std::filesystem::path& journal);

}  // namespace rekindle
