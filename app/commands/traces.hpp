// What the program has made on this computer for this user: to be listed, and to be forgotten.
#pragma once

#include <filesystem>
#include <vector>

#include "app/paths.hpp"

namespace rekindle::app {

// Every file the program itself has made, in order: the journal with its history and its lock file,
// what could not be saved, what the window remembers, and that the journal is locked. Not in it:
// workbooks and themes a person wrote, and what was exported elsewhere, which the program does not
// keep track of.
std::vector<std::filesystem::path> find_traces(const Folders& folders);

// What is remembered of other locked journals (lock_pin.hpp): listed, and not forgotten with this
// one.
std::vector<std::filesystem::path> find_other_pins(const Folders& folders);

// Deletes these files, then the folders they leave empty. Gives what is still there.
std::vector<std::filesystem::path> remove_traces(const Folders& folders,
                                                 const std::vector<std::filesystem::path>& files);

}  // namespace rekindle::app
