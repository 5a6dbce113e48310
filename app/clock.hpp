// The one place that asks what time it is; everything else is told.
#pragma once

#include "workbook/base/date.hpp"
#include "workbook/base/result.hpp"

namespace rekindle::app {

// What stands on the calendar and the clock here and now, in local time. REKINDLE_NOW, written like
// 2026-11-21T20:15, stands in for it; a REKINDLE_NOW that is no time is a usage error.
Result<LocalTime> local_now();

// True when REKINDLE_NOW stands in for the clock: time does not go on.
bool is_clock_held();

// Seconds on a clock that only goes forward, from an arbitrary beginning.
double steady_seconds();

}  // namespace rekindle::app
