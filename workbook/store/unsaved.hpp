// Changes that could not be saved where they belong (no space, no permission, a disk that is gone),
// kept elsewhere so that they outlive the window. Which of them come back when a journal is opened
// is for find_unsaved.hpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/findings/unsaved.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

// The same name for a folder however it was given.
std::string name_of_journal(const std::filesystem::path& journal);
// Tells a folder wherever it is moved on its disk: "2049:131". Empty when there is no such folder.
std::string identity_of(const std::filesystem::path& journal);

// The text of a file that holds the change, encrypted where there is a key; and what such a text
// says, when it can be read. `largest_draft` is the most that it may hold.
std::string unsaved_text(const std::filesystem::path& journal, const Journal& base,
                         const Journal& ours, const KeyRef& key,
                         std::optional<Date> day = std::nullopt);
// The same again for one that was read, as it was.
std::string unsaved_text(const Unsaved& unsaved, const KeyRef& key);
std::optional<Unsaved> parse_unsaved(std::string_view text, const KeyRef& key,
                                     const std::filesystem::path& file);

// Writes the change to `file`, a file for this alone, 0600 in a folder of 0700; one that is there
// is replaced, and no link is followed. It names the journal's folder and holds each part before
// and after, as the journal's files would; encrypted with the key of a locked one. Errors:
// `system`, `invalid` where a link stands in the way.
Result<void> keep_unsaved(const std::filesystem::path& file, const std::filesystem::path& journal,
                          const Journal& base, const Journal& ours, const KeyRef& key = nullptr,
                          const SystemCalls& calls = {});
// Writes such a text, which may say the day. The same errors.
Result<void> write_unsaved(const std::filesystem::path& file, std::string_view text,
                           const SystemCalls& calls = {});
// What lies there, of any journal, and through no link; nothing when it cannot be read.
std::optional<Unsaved> read_unsaved_file(const std::filesystem::path& file, const KeyRef& key);
// Takes the file away; false when it is still there.
bool remove_unsaved(const std::filesystem::path& file);

// While the change is on its way into the journal its file has another name: cut off then, it is
// not brought in once more by itself. Does nothing where the file cannot be renamed.
void claim_unsaved(const std::filesystem::path& file);
void release_unsaved(const std::filesystem::path& file);
bool is_claimed(const std::filesystem::path& file);

}  // namespace rekindle
