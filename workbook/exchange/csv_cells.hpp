// The cells of a row, each read into the check-in that the row is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/exchange/table_cells.hpp"
#include "workbook/journal/checkin.hpp"

namespace rekindle {

// What is wrong with a cell, without its place; nothing when all is well. An empty cell is "not
// answered", but for a date.
using Wrong = std::optional<Error>;
Error wrong(std::string message, std::string remedy);

bool is_blank(std::string_view cell);

Wrong read_date(std::string_view cell, std::optional<DateOrder> order, CheckIn& checkin);
Wrong read_time(std::string_view cell, CheckIn& checkin);
Wrong read_rating(std::string_view cell, const std::string& scale, CheckIn& checkin);
// As they stand: a journal that was written by hand may hold one twice, or one over two lines.
Wrong read_events(std::string_view cell, CheckIn& checkin);
Wrong read_note(std::string_view cell, CheckIn& checkin);

}  // namespace rekindle
