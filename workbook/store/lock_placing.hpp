// Puts the new set of a change of the lock in place of the files before it, as far as its mark
// holds. Each file is moved or still to be moved, so this can be cut off at any moment and begun
// again by whoever opens the journal next.
#pragma once

#include <filesystem>
#include <optional>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"

namespace rekindle {

enum class Settled {
    nothing,   // there was no change that was cut off
    finished,  // the new set is in place
    dropped,   // it was not whole, or never meant: it is gone, and every file is as it was
};

// What is to be done about DIR/.locking. Without a mark what is there is dropped. With one nothing
// is moved unless every file that it lists is staged, or in place, with the hash that it says; no
// lock goes while anything is encrypted with its key that the set does not replace; and nothing is
// read, moved or removed through a link. Call while the folder is held. Errors: `invalid` where
// files of both sets are in place and some of the new ones are missing (nothing was changed then;
// it names one), `system`.
Result<Settled> settle_staged(const std::filesystem::path& journal, const SystemCalls& calls);

// The error that settle_staged would give, without changing anything; nothing where it would not.
std::optional<Error> unfinished_change(const std::filesystem::path& journal);

// Whether there is a mark, or what a change left that was cut off before it.
bool has_mark(const std::filesystem::path& journal);
bool has_staging(const std::filesystem::path& journal);

// Whether a set was dropped and nothing was saved since: whoever opens the journal is told. A
// folder in the history says so, which holds nothing.
bool was_dropped(const std::filesystem::path& journal);
void forget_dropped(const std::filesystem::path& journal);

// Takes DIR/.locking away, a link as the link that it is.
void drop_staging(const std::filesystem::path& journal);

}  // namespace rekindle
