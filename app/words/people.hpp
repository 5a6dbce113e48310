// What people choose about themselves, in the words of the screen.
#pragma once

#include <string_view>

#include "workbook/journal/profile.hpp"

namespace rekindle::app {

// "was hurt", "broke trust", "both": what is chosen in the settings.
std::string_view role_title(Role role);
std::string_view relationship_title(Relationship relationship);

// The one who is not writing, where two people share the journal; else null.
const Person* other_person(const Profile& profile, std::string_view writing);

}  // namespace rekindle::app
