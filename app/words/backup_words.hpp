// Earlier states in words, for the settings screen and the command line.
#pragma once

#include <string>

#include "workbook/findings/backup.hpp"
#include "workbook/findings/difference.hpp"

namespace rekindle::app {

// "Before today's changes", "Before the changes of Friday, 20 November 2026".
std::string when_words(const Backup& backup, Date today);

// "Before today's changes · 412 check-ins", "Before the changes of Friday, 20 November 2026 · …".
std::string backup_words(const BackupSummary& summary, Date today);

// What going there would do, one line for each kind of change; empty when it would do nothing.
std::string difference_words(const Difference& difference);

}  // namespace rekindle::app
