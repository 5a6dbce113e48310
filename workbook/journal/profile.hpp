// Who writes in this journal and how their days and weeks are counted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/date.hpp"
#include "workbook/content/workbook.hpp"

namespace rekindle {

// What a person says about themself; nobody has to say anything.
enum class Role { neither, hurt, broke, both };

// What the people of this journal are to each other; nobody has to say that either.
enum class Relationship { not_said, partner, friendship, family, work };

struct Person {
    std::string id = "me";  // [a-z0-9-]+, stands in the files; never changes
    std::string name;       // as they like to be called; may be empty
    Role role = Role::neither;
    bool operator==(const Person&) const = default;
};

// Someone outside whom a person can turn to. Their own words and nobody else's business: shown on
// the help page alone, and part of no export.
struct Supporter {
    std::string id;     // [a-z0-9-]+
    std::string name;   // one line; may be empty, as long as `reach` is not
    std::string reach;  // how to reach them, in a line: a number, a street, "next door"
    bool operator==(const Supporter&) const = default;
};

struct Profile {
    std::vector<Person> people{Person{}};  // one or two
    TimeOfDay day_end{4 * 60};             // before this it is still the day before
    Weekday week_start = Weekday::monday;
    std::vector<Scale> own_scales;  // daily scales of one's own, after the content's
    std::string workbook;           // the workbook last open; empty: the first
    std::vector<Supporter> supporters;
    Relationship relationship = Relationship::not_said;
    std::vector<Scale> former_scales;  // own ones that were taken away: what was rated is kept
    bool operator==(const Profile&) const = default;
};

const Person* find_person(const Profile& profile, std::string_view id);

// What someone is called where two people write: the name they chose, else "First person" or
// "Second person".
std::string name_of(const Profile& profile, std::string_view person);

std::string_view to_word(Role role);                  // neither, hurt, broke, both
std::string_view to_word(Relationship relationship);  // partner, friend, family, work; "" not said

}  // namespace rekindle
