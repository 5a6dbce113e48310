// What lies in every archive beside the journal, so that it can be opened without this program: the
// description of the format, and a reader in Python. cmake/Companions.cmake compiles them in.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace rekindle {

// What they hold, by their names in an archive: "FORMAT.md" and "reader.py".
const std::map<std::filesystem::path, std::string>& companions();

}  // namespace rekindle
