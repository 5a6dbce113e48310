// What commands speak of, named by what it is (ids, dates), never by where it stands.
#pragma once

#include <string>
#include <string_view>

#include "workbook/base/date.hpp"

namespace rekindle {

// The check-in meant. One with an unknown id is begun by the first command that says something.
struct CheckInRef {
    std::string id;
    Date date;
    std::string person;
    bool operator==(const CheckInRef&) const = default;
};

struct CardRef {
    std::string workbook;
    std::string card;
    bool operator==(const CardRef&) const = default;
};

struct ExerciseRef {
    std::string workbook;
    std::string card;
    std::string exercise;
    bool operator==(const ExerciseRef&) const = default;
};

// Names of runs, for `run_key` of commands (see command.hpp): the same name for the same `what` of
// the same thing.
std::string run_of(std::string_view what, const CheckInRef& ref, std::string_view more = {});
std::string run_of(std::string_view what, const CardRef& ref, std::string_view more);
std::string run_of(std::string_view what, std::string_view list, std::string_view item);

}  // namespace rekindle
