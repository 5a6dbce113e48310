// Files that leave the journal's folder for its history: damaged ones, and copies brought in. In a
// locked journal they are encrypted there, byte for byte, unless they are so already.
#pragma once

#include <filesystem>
#include <string>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

// Moves `file` (relative to `folder`) byte for byte into FOLDER/.history/BELOW under a name that is
// free, and says where it is now. With a key it is sealed there as a file of that place. A link
// goes, and what it leads to stays where it is: its bytes are kept. Errors: `system`, `busy`.
Result<std::filesystem::path> move_into_history(const std::filesystem::path& folder,
                                                const std::filesystem::path& file,
                                                const std::filesystem::path& below,
                                                const KeyRef& key, const SystemCalls& calls = {});
// The same by whoever holds the folder already, under a name made from `name`.
Result<std::filesystem::path> move_while_held(const std::filesystem::path& folder,
                                              const std::filesystem::path& file,
                                              const std::filesystem::path& below,
                                              const std::string& name, const KeyRef& key,
                                              const SystemCalls& calls = {});

// Gives `file`, which holds `bytes`, a second place in FOLDER/.history/damaged and says which: for
// another to replace it without its name ever being absent. Errors: `system`.
Result<std::filesystem::path> keep_damaged(const std::filesystem::path& folder,
                                           const std::filesystem::path& file,
                                           const std::string& bytes, const KeyRef& key,
                                           const SystemCalls& calls = {});

// Moves `file` (relative to `folder`) byte for byte into FOLDER/.history/damaged, so that another
// can take its place, and says where it is now. Only on someone's word: nothing else ever takes a
// file away that was not understood. Errors: `system`, `busy`.
Result<std::filesystem::path> set_aside(const std::filesystem::path& folder,
                                        const std::filesystem::path& file, const KeyRef& key,
                                        const SystemCalls& calls = {});

}  // namespace rekindle
