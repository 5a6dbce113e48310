// The rituals and plans of `practices.toml`.
#pragma once

#include "workbook/files/toml_read.hpp"
#include "workbook/journal/practices.hpp"
#include "workbook/journal/profile.hpp"

namespace rekindle {

// [[ritual]] says what a ritual is in one's own words, [[done]] is a day on which it was done.
void write_rituals(const Practices& practices, TomlTable& file);
void read_rituals(const TomlReader& file, const Profile& profile, Practices& out);

void write_plans(const Practices& practices, TomlTable& file);
void read_plans(const TomlReader& file, const Profile& profile, Practices& out);

}  // namespace rekindle
