#include "workbook/exchange/import_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace rekindle {
namespace {

using Moment = std::tuple<Date, std::optional<TimeOfDay>, std::string>;

Moment moment_of(const CheckIn& checkin) { return {checkin.date, checkin.time, checkin.person}; }

bool says_the_same(const CheckIn& a, const CheckIn& b) {
    return a.ratings == b.ratings && a.events == b.events && a.note == b.note;
}

using ByMoment = std::map<Moment, std::vector<CheckIn>>;

ByMoment by_moment(const std::vector<CheckIn>& checkins) {
    ByMoment sorted;
    for (const CheckIn& checkin : checkins)
        if (!is_empty(checkin)) sorted[moment_of(checkin)].push_back(checkin);
    return sorted;
}

std::vector<CheckIn> there_at(const Journal& journal, const Moment& moment) {
    std::vector<CheckIn> there;
    for (const CheckIn* checkin : checkins_on(journal, std::get<Date>(moment), std::get<2>(moment)))
        if (moment_of(*checkin) == moment) there.push_back(*checkin);
    return there;
}

// Takes those that both sides have out of both; how many they were.
int take_out_same(std::vector<CheckIn>& incoming, std::vector<CheckIn>& there) {
    const auto before = incoming.size();
    std::erase_if(incoming, [&](const CheckIn& checkin) {
        const auto found = std::find_if(there.begin(), there.end(), [&](const CheckIn& other) {
            return says_the_same(checkin, other);
        });
        if (found == there.end()) return false;
        there.erase(found);
        return true;
    });
    return static_cast<int>(before - incoming.size());
}

// The first number that no check-in of that day has yet.
std::string free_id(const Journal& journal, const CheckIn& checkin, std::set<std::string>& taken) {
    const std::string time =
        checkin.time ? fmt::format("{:02}{:02}", checkin.time->hour(), checkin.time->minute())
                     : "day";
    for (int number = 1;; ++number) {
        std::string id =
            fmt::format("{}-{}-{}-{}", to_iso(checkin.date), time, checkin.person, number);
        if (!find_checkin(journal, checkin.date, id) && taken.insert(id).second) return id;
    }
}

}  // namespace

ImportPlan plan_import(const Journal& journal, const std::vector<CheckIn>& checkins) {
    ImportPlan plan;
    std::set<std::string> taken;
    for (auto& [moment, incoming] : by_moment(checkins)) {
        std::vector<CheckIn> left = incoming;
        std::vector<CheckIn> there = there_at(journal, moment);
        plan.same += take_out_same(left, there);
        const std::size_t conflicts = std::min(left.size(), there.size());
        plan.in_conflict += static_cast<int>(conflicts);
        for (std::size_t i = conflicts; i < left.size(); ++i) {
            left[i].id = free_id(journal, left[i], taken);
            plan.added.push_back(std::move(left[i]));
        }
    }
    return plan;
}

}  // namespace rekindle
