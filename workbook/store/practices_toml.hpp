// practices.toml: the items of all lists, each an [[item]] that names its list.
#pragma once

#include "workbook/files/toml_read.hpp"
#include "workbook/journal/practices.hpp"
#include "workbook/journal/profile.hpp"

namespace rekindle {

TomlTable to_toml(const Practices& practices);

// Gives every item an id that has none; the same file always gets the same ids.
void complete_practices(TomlTable& file);

// Items keep the order of the file. Problems go to the reader.
Practices read_practices(const TomlReader& file, const Profile& profile);

}  // namespace rekindle
