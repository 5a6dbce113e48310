// What most likely went wrong in a line that is not TOML, told by how people write: by hand, in a
// hurry, and in their own country's way.
#pragma once

#include <string>
#include <string_view>

namespace rekindle {

struct TomlSlip {
    std::string remedy;  // what to write instead; never a word of what stands there
    int line = 0;        // where: the line given, or one above it where it began
};

// `line`, counted from 1, is the one at which the reader of TOML gave up.
TomlSlip find_toml_slip(std::string_view text, int line);

}  // namespace rekindle
