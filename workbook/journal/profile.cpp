#include "workbook/journal/profile.hpp"

namespace rekindle {

const Person* find_person(const Profile& profile, std::string_view id) {
    for (const Person& person : profile.people)
        if (person.id == id) return &person;
    return nullptr;
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

}  // namespace rekindle
