#include "app/words/people.hpp"

namespace rekindle::app {

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
    return "neither, or rather not say";
}

std::string_view relationship_title(Relationship relationship) {
    switch (relationship) {
        case Relationship::partner:
            return "a partner";
        case Relationship::friendship:
            return "a friend";
        case Relationship::family:
            return "family";
        case Relationship::work:
            return "someone at work";
        case Relationship::not_said:
            break;
    }
    return "rather not say";
}

const Person* other_person(const Profile& profile, std::string_view writing) {
    if (profile.people.size() < 2) return nullptr;
    return profile.people[0].id == writing ? &profile.people[1] : &profile.people[0];
}

}  // namespace rekindle::app
