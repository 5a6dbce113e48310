// Days, times and ratings as spreadsheets of all countries write them. Nothing is guessed: what
// could mean two things is nothing here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/base/date.hpp"

namespace rekindle {

// The order of the numbers in a date, where a person says it.
enum class DateOrder { ymd, dmy, mdy };
std::optional<DateOrder> parse_date_order(std::string_view word);  // "ymd", "dmy", "mdy"

// Without the blanks of any kind around it (also no-break ones) and byte order marks.
std::string_view trimmed_cell(std::string_view cell);

// "2026-01-05", "2026-1-5", "5.1.2026", each also with a time of midnight behind it, as a program
// writes a day that it takes for a moment. With an order also "1/5/2026", and "." and "-" read in
// that order. A year has four digits.
std::optional<Date> parse_date_cell(std::string_view cell, std::optional<DateOrder> order);

// "20:15", "8:15", "20:15:30", "8:15 PM", "8:15p.m.": seconds are passed over.
std::optional<TimeOfDay> parse_time_cell(std::string_view cell);

// "7", "7.0", "7,00": a whole number of at most two digits.
std::optional<int> parse_rating_cell(std::string_view cell);

// Ids and the words of the program in small letters, as spreadsheets may have made capitals of
// them.
std::string lower_ascii(std::string_view text);

// "A" for the first column, "AB" for the 28th.
std::string column_letters(std::size_t column);

}  // namespace rekindle
