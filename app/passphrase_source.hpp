// Where a command gets a passphrase from: the terminal, without showing it, or an open file
// descriptor. Never from the command line or the environment, which other programs can read. And
// the key file that takes the place of one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "workbook/base/result.hpp"
#include "workbook/base/secret.hpp"
#include "workbook/store/unlocking.hpp"

namespace rekindle::app {

// What a locked journal is to be opened with, as the command line says it.
struct OpenerSource {
    std::optional<int> passphrase_fd;
    std::optional<std::filesystem::path> key_file;  // instead of a passphrase
};

// What is wrong with the number of a file descriptor as it was typed; empty for a good one.
std::string descriptor_problem(const std::string& typed);

// One line from a file descriptor, without its line end; what follows it is left for the next.
// Errors: `usage` when it cannot be read or the line is too long.
Result<Secret> read_passphrase(int descriptor);

// From the descriptor when there is one, else asked for on the terminal of this process. Errors:
// `usage` when there is neither, or what is typed is too long.
Result<Secret> get_passphrase(std::optional<int> descriptor, const std::string& prompt);

// The key file where one is named, else the passphrase. Errors: as above, and those of
// read_key_file.
Result<Opener> get_opener(const OpenerSource& source, const std::string& prompt);

}  // namespace rekindle::app
