// Ids of entries that were written by hand without one.
#pragma once

#include <string_view>
#include <vector>

#include "workbook/files/toml_read.hpp"

namespace rekindle {

// Gives each table of the array that has no `id` one made of what it says under `keys`, and of a
// number where that is not enough: "hand-2026-11-21-20-14-00". The same file always gets the same.
void complete_ids(TomlTable& file, std::string_view array,
                  const std::vector<std::string_view>& keys);

void report_second_id(const TomlReader& entry);

}  // namespace rekindle
