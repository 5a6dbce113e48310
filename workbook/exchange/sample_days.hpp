// The days of the sample: how they felt, what happened on them, a few words.
#pragma once

#include <vector>

#include "workbook/content/workbook.hpp"
#include "workbook/exchange/dice.hpp"
#include "workbook/journal/checkin.hpp"

namespace rekindle {

// Check-ins of `person` for `days` days up to `last_day`, in order of their days.
std::vector<CheckIn> sample_days(const Content& content, Date last_day, int days,
                                 const std::string& person, Dice& dice);

}  // namespace rekindle
