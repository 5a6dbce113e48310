// A file of a journal where it belongs, reached by the rule of its kind. What a person keeps in the
// journal's folder may be a link by their own choice. What the program keeps for itself (lock.toml,
// all below .history and .locking) is none, and nothing at all is while root works in the journal
// of somebody else, who could lead root anywhere.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/files/file.hpp"
#include "workbook/files/system_calls.hpp"

namespace rekindle {

// Which rule holds for JOURNAL/RELATIVE; `journal` may itself be an earlier state in a history.
Links links_in(const std::filesystem::path& journal, const std::filesystem::path& relative);

// See read_file; a link where none may be is `invalid`.
Result<std::optional<std::string>> read_file_of(const std::filesystem::path& journal,
                                                const std::filesystem::path& relative,
                                                std::uintmax_t most = largest_file);

// See replace_file; the folder is made where it is missing.
Result<Replaced> replace_file_of(const std::filesystem::path& journal,
                                 const std::filesystem::path& relative, std::string_view text,
                                 const std::optional<std::string>& expected,
                                 const SystemCalls& calls = {});

// The names in JOURNAL/BELOW, in order; none when there is no such folder. Errors: `system`, and
// `invalid` as above.
Result<std::vector<std::string>> names_of(const std::filesystem::path& journal,
                                          const std::filesystem::path& below);

// Whether JOURNAL/RELATIVE is a plain file, or by the rule leads to one.
bool is_file_in(const std::filesystem::path& journal, const std::filesystem::path& relative);

// Gives the file JOURNAL/FROM a second name JOURNAL/TO, in a folder of the program's own that is
// there. Gives 0, or the errno of why not.
int link_in(const std::filesystem::path& journal, const std::filesystem::path& from,
            const std::filesystem::path& to);

// Takes the name JOURNAL/RELATIVE away: of a link the link. What cannot go stays.
void remove_file_of(const std::filesystem::path& journal, const std::filesystem::path& relative);

}  // namespace rekindle
