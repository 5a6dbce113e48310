// What a file says beyond what the program knows: keys of a later version, of another program or
// written by hand. They stay where they are when the file is written.
#pragma once

#include "workbook/files/toml_value.hpp"

namespace rekindle {

// `document` with everything that `raw` says beyond `known`, the same file as far as the program
// knows its keys: unknown keys stay, and a value the program did not change stays as it was
// written. Entries that are no longer in `document` take their unknown keys with them; a scale that
// is put away or taken up again keeps them.
TomlTable keep_unknown(TomlTable document, const TomlTable& known, const TomlTable& raw);

}  // namespace rekindle
