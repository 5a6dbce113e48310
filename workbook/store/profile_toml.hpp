// profile.toml: who writes, how their days and weeks are counted, scales of their own.
#pragma once

#include "workbook/files/toml_read.hpp"
#include "workbook/journal/profile.hpp"

namespace rekindle {

TomlTable to_toml(const Profile& profile);

// Gives people to turn to who were written by hand without an id one of their own.
void complete_profile(TomlTable& file);

// What is absent is as in a new profile. Problems go to the reader.
Profile read_profile(const TomlReader& file);

}  // namespace rekindle
