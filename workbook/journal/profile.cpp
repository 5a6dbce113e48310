#include "workbook/journal/profile.hpp"

namespace rekindle {

const Person* find_person(const Profile& profile, std::string_view id) {
    for (const Person& person : profile.people)
        if (person.id == id) return &person;
    return nullptr;
}

std::string name_of(const Profile& profile, std::string_view person) {
    const Person* found = find_person(profile, person);
    if (found && !found->name.empty()) return found->name;
    const bool first = !profile.people.empty() && profile.people.front().id == person;
    return first ? "First person" : "Second person";
}

std::string_view to_word(Role role) {
    switch (role) {
        case Role::hurt:
            return "hurt";
        case Role::broke:
            return "broke";
        case Role::both:
            return "both";
        case Role::neither:
            break;
    }
    return "neither";
}

std::string_view to_word(Relationship relationship) {
    switch (relationship) {
        case Relationship::partner:
            return "partner";
        case Relationship::friendship:
            return "friend";
        case Relationship::family:
            return "family";
        case Relationship::work:
            return "work";
        case Relationship::not_said:
            break;
    }
    return "";
}

}  // namespace rekindle
