#include "app/screens/people.hpp"

namespace rekindle::app {

std::string person_name(const Profile& profile, std::string_view person) {
    const Person* found = find_person(profile, person);
    if (found && !found->name.empty()) return found->name;
    const bool first = !profile.people.empty() && profile.people.front().id == person;
    return first ? "Me" : "The other";
}

std::string_view role_title(Role role) {
    switch (role) {
        case Role::hurt:
            return "was hurt";
        case Role::broke:
            return "broke trust";
        case Role::both:
            return "both";
        case Role::neither:
            break;
    }
    return "rather not say";
}

}  // namespace rekindle::app
