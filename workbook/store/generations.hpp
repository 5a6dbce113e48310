// How often each file of a locked journal was saved, kept encrypted in its history: by it a file
// that somebody put back from an earlier day can be told.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "workbook/base/result.hpp"
#include "workbook/store/journal_key.hpp"
#include "workbook/store/system_calls.hpp"

namespace rekindle {

using Generations = std::map<std::string, int>;  // by a file's place in the journal

// What cannot be read counts as nothing known.
Generations read_generations(const std::filesystem::path& journal, const KeyRef& key);
// The text of the list, to be sealed; a change of the lock writes one of its own.
std::string generations_text(const JournalKey& key, const Generations& generations);
Result<void> write_generations(const std::filesystem::path& journal, const JournalKey& key,
                               const Generations& generations, const SystemCalls& calls = {});

}  // namespace rekindle
