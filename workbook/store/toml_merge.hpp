// Brings two changes of one document together: ours, made in the window, and theirs, made meanwhile
// by another program or by hand.
#pragma once

#include "workbook/files/toml_value.hpp"

namespace rekindle {

// `theirs` with the change from `base` to `ours` carried out on it, key by key and entry by entry
// (entries are told apart by what names them, not by where they stand).
// - What only one side changed is as that side has it.
// - Where both changed the same value, ours stands; of a note or a text both are kept, with a line
//   between them. Nothing typed is lost.
// - What one side deleted and the other changed is kept.
// Order: as in `ours`, followed by what only `theirs` has.
TomlTable merge_toml(const TomlTable& base, const TomlTable& ours, const TomlTable& theirs);

// `merged` with everything that `raw` says beyond `known`, the same file as far as the program
// knows its keys: unknown keys stay, and a value the program did not change stays as it was
// written. Entries that are no longer in `merged` take their unknown keys with them.
TomlTable keep_unknown(TomlTable merged, const TomlTable& known, const TomlTable& raw);

}  // namespace rekindle
