// Where a command gets a passphrase from: the terminal, without showing it, or an open file
// descriptor. Never from the command line or the environment, which other programs can read.
#pragma once

#include <optional>
#include <string>

#include "workbook/base/result.hpp"
#include "workbook/base/secret.hpp"

namespace rekindle::app {

// One line from a file descriptor, without its line end; what follows it is left for the next.
// Errors: `usage` when it cannot be read or the line is too long.
Result<Secret> read_passphrase(int descriptor);

// From the descriptor when there is one, else asked for on the terminal of this process. Errors:
// `usage` when there is neither.
Result<Secret> get_passphrase(std::optional<int> descriptor, const std::string& prompt);

}  // namespace rekindle::app
