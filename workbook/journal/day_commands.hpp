// Commands of a day (see command.hpp); carried out in update_day.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/journal/checkin.hpp"
#include "workbook/journal/refs.hpp"

namespace rekindle {

struct RateFeeling {
    static constexpr std::string_view title = "rating";
    CheckInRef checkin;
    std::string scale;
    std::optional<int> value;
    std::string run_key() const { return run_of("rate", checkin, scale); }
};
struct WriteNote {
    static constexpr std::string_view title = "words";
    CheckInRef checkin;
    std::string text;
    std::string run_key() const { return run_of("note", checkin); }
};
struct AddEvent {
    static constexpr std::string_view title = "event";
    CheckInRef checkin;
    Event event;
};
struct RemoveEvent {
    static constexpr std::string_view title = "removed event";
    CheckInRef checkin;
    Event event;
};
struct SetCheckInTime {
    static constexpr std::string_view title = "time of a check-in";
    CheckInRef checkin;
    std::optional<TimeOfDay> time;
    std::string run_key() const { return run_of("time", checkin); }
};
struct DeleteCheckIn {
    static constexpr std::string_view title = "deleted check-in";
    CheckInRef checkin;
};
// Adds whole check-ins (from a file); one whose id is already there on that day replaces it.
struct AddCheckIns {
    static constexpr std::string_view title = "import";
    std::vector<CheckIn> checkins;
};

}  // namespace rekindle
