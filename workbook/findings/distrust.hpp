// What of a locked journal is not as its sealed list and this computer remember it: an older file,
// one exchanged or taken away, a state from before. Such a part is shown and not written over until
// somebody says that it is right so. Two computers with a sync tool raise it only where both wrote
// at the same time, or for the moment in which half of what was sent has come.
#pragma once

#include <optional>

#include "workbook/base/result.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

enum class DistrustKind {
    older_file,      // saved before the one that was saved last; read-only
    exchanged_file,  // another one of the same number; read-only
    file_gone,       // saved once and not there
    older_state,     // the list is older than this computer remembers, or is not there
    older_lock,      // lock.toml is one that the journal had before
    other_key,       // not the key this computer remembers; all of it read-only
};

struct Distrust {
    DistrustKind kind = DistrustKind::older_file;
    std::optional<Part> part;  // none: the journal as a whole
    Error words;               // `distrusted`, with the place, and how it is accepted
    bool operator==(const Distrust&) const = default;
};

// Whether what it is about is only read until it is accepted.
bool is_read_only(DistrustKind kind);

}  // namespace rekindle
