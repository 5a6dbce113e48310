// Dates and times in the form TOML has for them.
#pragma once

#include "workbook/base/date.hpp"
#include "workbook/files/toml_value.hpp"

namespace rekindle {

inline TomlMoment to_moment(Date date) { return {to_iso(date)}; }
inline TomlMoment to_moment(TimeOfDay time) { return {to_iso(time) + ":00"}; }

}  // namespace rekindle
