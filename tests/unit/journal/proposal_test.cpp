#include "workbook/journal/proposal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <vector>

#include "tests/support/source_folder.hpp"
#include "workbook/content/read_content.hpp"

using namespace rekindle;

namespace proposal_test {

namespace {

Profile people_of(Relationship relationship, const std::vector<Role>& roles) {
    Profile profile;
    profile.relationship = relationship;
    profile.people.clear();
    for (const Role role : roles)
        profile.people.push_back({profile.people.empty() ? "me" : "other", {}, role});
    return profile;
}

std::vector<Profile> every_answer() {
    std::vector<Profile> all;
    for (int kind = 0; kind < 5; ++kind)
        for (int first = 0; first < 4; ++first) {
            const auto relationship = static_cast<Relationship>(kind);
            all.push_back(people_of(relationship, {static_cast<Role>(first)}));
            for (int second = 0; second < 4; ++second)
                all.push_back(
                    people_of(relationship, {static_cast<Role>(first), static_cast<Role>(second)}));
        }
    return all;
}

}  // namespace

TEST_CASE("proposal: what people say leads to the workbook that is written for them") {
    using enum Relationship;
    struct Case {
        Relationship relationship;
        std::vector<Role> roles;
        const char* workbook;
    };
    for (const auto& [relationship, roles, workbook] :
         std::vector<Case>{{not_said, {Role::neither}, "five-steps"},
                           {partner, {Role::neither}, "five-steps"},
                           {partner, {Role::hurt}, "twelve-steps"},
                           {friendship, {Role::hurt}, "twelve-steps"},
                           {not_said, {Role::hurt}, "twelve-steps"},
                           {partner, {Role::broke}, "twenty-five-practices"},
                           {not_said, {Role::broke}, "twenty-five-practices"},
                           {family, {Role::both}, "guide"},
                           {work, {Role::hurt}, "five-steps"},
                           {work, {Role::hurt, Role::broke}, "five-steps"},
                           {partner, {Role::hurt, Role::broke}, "seven-steps"},
                           {partner, {Role::neither, Role::neither}, "seven-steps"},
                           {partner, {Role::both, Role::hurt}, "seven-steps"},
                           {partner, {Role::both, Role::both}, "guide"},
                           {friendship, {Role::hurt, Role::broke}, "guide"},
                           {family, {Role::neither, Role::neither}, "guide"},
                           {not_said, {Role::hurt, Role::broke}, "guide"}}) {
        const std::string meant = workbook;
        CAPTURE(meant);
        CHECK(propose_workbook(people_of(relationship, roles)).workbook == meant);
    }
}

TEST_CASE("proposal: whatever is said, it is a workbook that is there, with one sentence why") {
    const auto folder = tests::source_folder() / "content";
    const Content content = read_content(folder, {}).content;
    std::set<std::string> proposed;
    for (const Profile& profile : every_answer()) {
        const Proposal proposal = propose_workbook(profile);
        CHECK(find_workbook(content, proposal.workbook));
        CHECK(proposal.reason.ends_with('.'));
        CHECK(std::count(proposal.reason.begin(), proposal.reason.end(), '.') == 1);
        proposed.insert(proposal.workbook);
    }
    CHECK(proposed.size() == content.workbooks.size());
}

}  // namespace proposal_test
