// Changes that could not be saved where they belong (no space, no permission, a disk that is gone),
// kept elsewhere so that they outlive the window: they come back when the journal is opened again.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/store/journal_key.hpp"
#include "workbook/store/system_calls.hpp"

namespace rekindle {

// What `ours` says beyond `base`, in the parts in which they differ.
struct Unsaved {
    std::filesystem::path file;
    Journal base;
    Journal ours;
};

// The text of a file that holds the change, encrypted where there is a key; and what it says, when
// it is of this journal and can be read.
std::string unsaved_text(const std::filesystem::path& journal, const Journal& base,
                         const Journal& ours, const KeyRef& key);
std::optional<Unsaved> parse_unsaved(std::string_view text, const std::filesystem::path& journal,
                                     const KeyRef& key, const std::filesystem::path& file);

// Writes the change to `file`, a file for this alone, 0600 in a folder of 0700; one that is there
// is replaced. It names the journal's folder and holds each part before and after, as the journal's
// files would; encrypted with the key of a locked one. Errors: `system`.
Result<void> keep_unsaved(const std::filesystem::path& file, const std::filesystem::path& journal,
                          const Journal& base, const Journal& ours, const KeyRef& key = nullptr,
                          const SystemCalls& calls = {});

// Every change kept in `folder` that belongs to this journal, oldest name first. What cannot be
// read is left where it is; a folder that is not there holds nothing.
std::vector<Unsaved> read_unsaved(const std::filesystem::path& folder,
                                  const std::filesystem::path& journal,
                                  const KeyRef& key = nullptr);

// What such a file is encrypted under when `key` is taken into use, or no longer: rewrites those of
// this journal. Errors: `system`, and those of the file that could not be rewritten.
Result<void> convert_unsaved(const std::filesystem::path& folder,
                             const std::filesystem::path& journal, const KeyRef& before,
                             const KeyRef& after);

}  // namespace rekindle
