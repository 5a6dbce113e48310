// What is said of the ways into a lock, by commands and in Settings.
#pragma once

#include <string>
#include <vector>

#include "app/ask/lock_request.hpp"
#include "workbook/store/lock_file.hpp"

namespace rekindle::app {

// "a passphrase, since 28 November 2026"
std::string way_words(const Way& way);
// As Settings lists them.
std::vector<ShownWay> shown_ways(const LockFile& lock);

// Empty, or that a passphrase is guarded less than is usual: memory was short, or there was no more
// room beside the other ways.
std::string guard_words(const Way& way);

}  // namespace rekindle::app
