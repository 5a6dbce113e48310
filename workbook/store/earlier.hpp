// What there is to take the place of a file of the journal that cannot be read.
#pragma once

#include <filesystem>
#include <optional>

#include "workbook/store/backup.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {

// One part as it was, from one of the journal's earlier states or from the versions of its file
// that saves have kept.
struct EarlierPart {
    Part part;
    std::optional<Backup> backup;  // the state it is from; none: a kept version
    int changes = 0;               // then: how many changes of the file ago it was
    Journal journal;               // holds that part alone
    std::filesystem::path file{};  // where it lies; empty for what a window still has
};

// The newest of them that can be read in full; nothing when there is none. Errors: `system` when
// the earlier states cannot be listed.
Result<std::optional<EarlierPart>> find_earlier(const Store& store, const Part& part);

// Keeps the file that cannot be read in the history, byte for byte, and puts the earlier part in
// its place; in between neither is ever absent. Gives where the damaged one is now. A file that can
// be read again, or that a later version wrote or the system refuses, stays as it is. Errors:
// `system`, `busy`, `invalid`, `later_format`.
Result<std::filesystem::path> use_earlier(const Store& store, const EarlierPart& earlier,
                                          const SystemCalls& calls = {});

}  // namespace rekindle
