// A check-in's events as the text of one cell, and back without loss. The form is told in csv.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/journal/checkin.hpp"

namespace rekindle {

std::string to_event_cell(const std::vector<Event>& events);

// Nothing when a kind is not known or a backslash stands before something else.
std::optional<std::vector<Event>> parse_event_cell(std::string_view cell);

}  // namespace rekindle
