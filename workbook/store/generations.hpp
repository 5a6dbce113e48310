// How often each file of a locked journal was saved, as its sealed list has it (sealed_list.hpp):
// all that a change of the lock carries over.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "workbook/base/result.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

using Generations = std::map<std::string, int>;  // by a file's place in the journal

// What cannot be read counts as nothing known.
Generations read_generations(const std::filesystem::path& journal, const KeyRef& key);

// The text of a list that holds these numbers. What the files say, and the lock, are noted in it by
// whoever opens the journal's store to write next.
std::string generations_text(const JournalKey& key, const Generations& generations);

}  // namespace rekindle
