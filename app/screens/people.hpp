// What people are called on the screen, also when they gave no name.
#pragma once

#include <string>
#include <string_view>

#include "workbook/journal/profile.hpp"

namespace rekindle::app {

// The name someone chose; else "Me" for the first of the people and "The other" for the second.
std::string person_name(const Profile& profile, std::string_view person);

// "was hurt", "broke trust", "both", "neither": what is chosen in the settings.
std::string_view role_title(Role role);

}  // namespace rekindle::app
