// The files of a journal's folder: which there are, and one of them read in full.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/files/file.hpp"
#include "workbook/files/toml_value.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

// A part as its file has it.
struct PartFile {
    std::optional<std::string> bytes;  // none: there is no such file
    TomlTable document;                // with an id for every entry
    Journal journal;                   // the given one, with the part as far as it could be read
    std::optional<Error> refused;      // must not be written over: the first problem
    Problems problems;
    std::optional<Error> notice;
    // Of an encrypted one: how often it was saved, and a hash of what it says.
    int generation = 0;
    std::string text_hash{};
};

// Reads the file of a part into `journal`, whose profile says who "the first person" is.
// An encrypted one is opened with `key`; with a key, a file that is not encrypted is refused.
PartFile read_part_file(const std::filesystem::path& folder, const Part& part, Journal journal,
                        const KeyRef& key = nullptr);

// What `text` would be read as if it were the part's file.
PartFile read_part_text(std::string text, const std::string& file, const Part& part,
                        Journal journal, const KeyRef& key = nullptr,
                        std::uintmax_t most = largest_file);

// Months with a file, newest first; workbooks with answers, by name. A folder that is not there has
// none. Errors: `system` when it cannot be listed.
Result<std::vector<YearMonth>> list_months(const std::filesystem::path& folder);
Result<std::vector<std::string>> list_answers(const std::filesystem::path& folder);

// Every part that has a file now, as far as the folders can be listed.
std::vector<Part> list_parts_there(const std::filesystem::path& folder);

// See Store::foreign_files.
std::vector<std::filesystem::path> list_foreign_files(const std::filesystem::path& folder);

}  // namespace rekindle
