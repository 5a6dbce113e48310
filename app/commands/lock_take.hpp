// `rekindle lock take`, `taken` and `give-back`: plain files in the folder of a locked journal.
#pragma once

#include "app/commands/commands.hpp"
#include "workbook/store/other_files.hpp"

namespace rekindle::app {

void add_lock_take(CommandLine& lock, Context& context);

// After the lock was set or given a new key: what was taken in, and what stays.
void say_other_files(const OtherFiles& others);

}  // namespace rekindle::app
