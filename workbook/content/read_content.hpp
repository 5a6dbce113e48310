// Reads the content files. All problems are collected, each with its PATH:LINE; what could be read
// is given all the same, so that one mistake in a file does not take the workbook away.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/content/workbook.hpp"

namespace rekindle {

struct ReadContent {
    Content content;
    Problems problems;
};

// Reads feelings.toml, help.toml and every other *.toml in `shipped` as a workbook; then the
// workbooks in `own` (may not exist). A workbook of one's own with a shipped one's id replaces it.
ReadContent read_content(const std::filesystem::path& shipped, const std::filesystem::path& own);

// Reads one workbook from `text`; `file` is named in problems. A workbook is given only when its
// structure could be read.
Result<Workbook> read_workbook(std::string_view text, const std::string& file, Problems& problems);

}  // namespace rekindle
