// A day to be chosen: a button that says it and opens a month below itself, and beside it a way to
// type the day. Days that have not come yet can be chosen, too.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/widgets/menu.hpp"

namespace rekindle::app {

// Of all fields of a screen: one month can be open at a time.
struct DayFieldUi {
    MonthPicker month{};
    std::string picking{};                       // the field whose month is open
    std::map<std::string, std::string> typed{};  // what stands in the fields that are typed into
};

struct DayFieldSpec {
    ControlName name;  // of the button; days are NAME.day.2026-11-29
    std::optional<Date> date{};
    Date today{};
    Weekday week_start = Weekday::monday;
    bool enabled = true;
};

// Opens the month of the field; `day_picked` then draws it and gives the day that was picked.
void open_days(const DayFieldSpec& spec, DayFieldUi& ui);
std::optional<Date> day_picked(Canvas& canvas, const DayFieldSpec& spec, DayFieldUi& ui);

// Draws button and link (NAME.type) one after the other, wrapped in the column, and below them the
// field to type into (NAME.typed) where it was asked for. Gives the day chosen.
std::optional<Date> day_field(const Pen& pen, const DayFieldSpec& spec, DayFieldUi& ui);

// "Sunday, 29 November", with its year where that is not the year of `today`.
std::string day_in_full(Date date, Date today);

}  // namespace rekindle::app
