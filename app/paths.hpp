// Where things lie: the journal, what the window remembers, and what came with the program.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/store/kept_out.hpp"

namespace rekindle::app {

struct Folders {
    std::filesystem::path data;         // the journal
    std::filesystem::path usual_data;   // where it is when nothing else is said; may be empty
    std::filesystem::path preferences;  // a file; empty where this user has no place for it
    // Where changes go that the journal's own disk refuses, the best first; may be empty.
    std::vector<std::filesystem::path> unsaved;
    std::filesystem::path
        pins;  // what is remembered of locked journals (lock_pin.hpp); may be empty
    std::filesystem::path own_themes;  // may not exist; may be empty
    std::filesystem::path documents;   // the person's own; may be empty
    std::filesystem::path content;     // shipped with the program, as the next
    std::filesystem::path assets;
};

// The value of an environment variable; nothing when it is not set or empty.
using Environment = std::function<std::optional<std::string>(const std::string&)>;
std::optional<std::string> system_environment(const std::string& name);

// The folders of the XDG base directory specification, with `data` before what it would say.
// `program` is the file that is running: content/ and assets/ are looked for around it, in the
// source tree it was built in or in ../share/rekindle. Errors: `system`.
Result<Folders> find_folders(const std::optional<std::filesystem::path>& data,
                             const std::filesystem::path& program, const Environment& environment);

std::filesystem::path running_program();

// What the program keeps or came with, and the usual journal: no export, picture or copy is ever
// written there. Some may not exist.
std::vector<std::filesystem::path> places_of_program(const Folders& folders);
// Those and the journal, as they are now on disk.
KeptOut places_kept_out(const Folders& folders);

}  // namespace rekindle::app
