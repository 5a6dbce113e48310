#include "workbook/journal/proposal.hpp"

#include <algorithm>

namespace rekindle {
namespace {

Proposal short_start() {
    return {"five-steps",
            "Five cards are a short start for any relationship, and say little about who did "
            "what."};
}

Proposal for_one(Role role) {
    switch (role) {
        case Role::hurt:
            return {"twelve-steps",
                    "It is written for the person who was hurt, for any relationship, and can be "
                    "done by yourself."};
        case Role::broke:
            return {"twenty-five-practices",
                    "It is written for the person who broke trust: small practices to choose from, "
                    "also by yourself."};
        case Role::both:
            return {"guide",
                    "It speaks to both sides, and you know both: it begins with why trust is slow "
                    "to return."};
        case Role::neither:
            break;
    }
    return short_start();
}

Proposal for_two(const Profile& profile) {
    const bool both_sides =
        std::all_of(profile.people.begin(), profile.people.end(),
                    [](const Person& person) { return person.role == Role::both; });
    if (both_sides)
        return {"guide",
                "Each of you knows both sides, and it begins with understanding what happened."};
    if (profile.relationship == Relationship::partner)
        return {"seven-steps",
                "It is written for two partners: talks, agreements and closeness, one card at a "
                "time."};
    return {"guide",
            "It speaks to two people, whatever they are to each other, with a part for each of "
            "you."};
}

}  // namespace

Proposal propose_workbook(const Profile& profile) {
    if (profile.relationship == Relationship::work)
        return {"five-steps",
                "It fits a relationship at work: five cards on what happened, what is agreed and "
                "being reliable."};
    return profile.people.size() > 1 ? for_two(profile) : for_one(profile.people.front().role);
}

}  // namespace rekindle
