// Reads all that a session begins with: content, themes, preferences and the journal.
#pragma once

#include <optional>

#include "app/paths.hpp"
#include "app/session/session.hpp"

namespace rekindle::app {

// Enough for Today and its last six weeks; the rest is read after the first picture.
inline constexpr int months_before_first_picture = 4;

// What lies in the folders, without a save target. Of the check-ins only the newest `months` months
// are read (all when nullopt); the others are named in `opened.rest`. What cannot be read is among
// the problems and shown by the window. Errors: `system` for a folder that is kept closed, `locked`
// where `key` is not the journal's.
Result<SessionSetup> read_setup(const Folders& folders, std::optional<int> months,
                                const KeyRef& key = nullptr);

}  // namespace rekindle::app
