// The program as a window: opens it, turns events into frames, saves, and goes.
#pragma once

#include <filesystem>
#include <optional>

#include "app/passphrase_source.hpp"
#include "app/paths.hpp"
#include "workbook/base/result.hpp"

namespace rekindle::app {

// Runs until the window is closed or the system asks to quit; gives the exit code. Where there is
// no window, why is one line on standard error; what else goes wrong at the start, no place for a
// journal among it, is said in the window. With `probe` the controls are told in that file. The
// passphrase of a locked journal, or its key file, is read from where `opener` says, else asked for
// in the window.
int run_window(const Result<Folders>& found, const std::optional<std::filesystem::path>& probe,
               const OpenerSource& opener);

}  // namespace rekindle::app
