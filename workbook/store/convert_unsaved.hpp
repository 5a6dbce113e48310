// Changes that could not be saved, when the journal's key changes: in two steps, so that whatever
// fails or is cut off, each of them opens with the key that the journal then has.
#pragma once

#include <filesystem>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {

// Before the key changes: writes each of this journal's anew under `after` (null: plain) beside the
// one that is there. Where `before` is null the plain ones are the journal's; where it is not,
// those stay plain, since nobody knows whose they are. Errors: `system` and `invalid`, with the
// file; those that were written are of no harm.
Result<void> prepare_unsaved(const std::filesystem::path& folder,
                             const std::filesystem::path& journal, const KeyRef& before,
                             const KeyRef& after, const SystemCalls& calls = {});

// After it changed, and whenever a journal is opened: what was prepared for `key` takes the place
// of the one before; what was prepared for another goes, as long as there is one that opens. Does
// nothing while a change of the lock is not finished. Errors: `system`, for the first that could
// not be put in place.
Result<void> settle_unsaved(const std::filesystem::path& folder,
                            const std::filesystem::path& journal, const KeyRef& key,
                            const SystemCalls& calls = {});

}  // namespace rekindle
