// checkins/YYYY-MM.toml: a month of check-ins, each a [[checkin]].
#pragma once

#include "workbook/files/toml_read.hpp"
#include "workbook/journal/checkin.hpp"
#include "workbook/journal/profile.hpp"

namespace rekindle {

TomlTable to_toml(const Month& month);

// Gives every check-in an id that has none, as when it was written by hand: the same file always
// gets the same ids.
void complete_month(TomlTable& file);

// By date, then in the order of a day.
void put_in_order(Month& month, TimeOfDay day_end);

// The month in a completed file, in order; problems go to the reader. Who is not named is the first
// person of the profile.
Month read_month(const TomlReader& file, YearMonth month, const Profile& profile);

}  // namespace rekindle
