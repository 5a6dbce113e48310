// Commands of the profile (see command.hpp); carried out in update_profile.cpp.
#pragma once

#include <string>
#include <string_view>

#include "workbook/journal/profile.hpp"
#include "workbook/journal/refs.hpp"

namespace rekindle {

struct RenamePerson {
    static constexpr std::string_view title = "name";
    std::string person;
    std::string name;
    std::string run_key() const { return "name " + person; }
};
struct SetRole {
    static constexpr std::string_view title = "part in this";
    std::string person;
    Role role = Role::neither;
};
struct SetRelationship {
    static constexpr std::string_view title = "relationship";
    Relationship relationship = Relationship::not_said;
};
struct AddPerson {
    static constexpr std::string_view title = "second person";
    Person person;
};
// Only someone who has written nothing can be taken out again.
struct RemovePerson {
    static constexpr std::string_view title = "removed person";
    std::string person;
};
struct SetDayEnd {
    static constexpr std::string_view title = "end of the day";
    TimeOfDay day_end;
    std::string run_key() const { return "day-end"; }
};
struct SetWeekStart {
    static constexpr std::string_view title = "start of the week";
    Weekday day = Weekday::monday;
};
struct AddOwnScale {
    static constexpr std::string_view title = "scale of your own";
    Scale scale;
};
struct RemoveOwnScale {
    static constexpr std::string_view title = "removed scale";
    std::string scale;  // what was rated on it is kept
};
struct ChooseWorkbook {
    static constexpr std::string_view title = "choice of workbook";
    std::string workbook;
    std::string run_key() const { return "workbook"; }
};

// Refused when it says neither a name nor how to reach them.
struct AddSupporter {
    static constexpr std::string_view title = "someone to turn to";
    Supporter supporter;
};
struct EditSupporter {
    static constexpr std::string_view title = "how to reach someone";
    Supporter supporter;  // takes the place of the one with its id
    std::string run_key() const { return "supporter " + supporter.id; }
};
struct RemoveSupporter {
    static constexpr std::string_view title = "removed contact";
    std::string supporter;
};

}  // namespace rekindle
