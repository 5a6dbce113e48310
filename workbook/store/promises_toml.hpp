// The promises of `practices.toml`.
#pragma once

#include "workbook/files/toml_read.hpp"
#include "workbook/journal/practices.hpp"
#include "workbook/journal/profile.hpp"

namespace rekindle {

// Adds [[promise]] to the file, one for each promise, with its marks and rests.
void write_promises(const Practices& practices, TomlTable& file);
void read_promises(const TomlReader& file, const Profile& profile, Practices& out);

}  // namespace rekindle
