// Paths as a person writes them: a leading `~` means a home folder. The shell has replaced it where
// it could; it cannot after `=`, in quotes, or in a field of the window.
#pragma once

#include <string>

#include "app/paths.hpp"
#include "workbook/base/result.hpp"

namespace rekindle::app {

// `~` and `~/x` below $HOME (else the home folder that the system knows), `~name/x` below that of
// another user. Everything else stays as it is. Errors: `usage`, for an empty path and for a user
// whom nobody knows.
Result<std::string> expand_home(const std::string& path,
                                const Environment& environment = system_environment);

}  // namespace rekindle::app
