// The workbook a person has open, which Today and the Workbook page both go by.
#pragma once

#include "app/screen.hpp"

namespace rekindle::app {

// The one the profile names, else the first; null when none could be read.
const Workbook* chosen_workbook(const Screen& screen);

}  // namespace rekindle::app
