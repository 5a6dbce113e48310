#include "workbook/exchange/import_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "workbook/journal/as_seen_by.hpp"

namespace rekindle {
namespace {

constexpr std::size_t most_people = 2;

using Moment = std::tuple<Date, std::optional<TimeOfDay>, std::string>;

Moment moment_of(const CheckIn& checkin) { return {checkin.date, checkin.time, checkin.person}; }

// An order by what was said alone, so that a thousand of one minute are matched without comparing
// each with each.
struct SaysLess {
    static int compare(const std::vector<Event>& a, const std::vector<Event>& b) {
        for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
            if (std::tie(a[i].kind, a[i].text) < std::tie(b[i].kind, b[i].text)) return -1;
            if (std::tie(b[i].kind, b[i].text) < std::tie(a[i].kind, a[i].text)) return 1;
        }
        return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
    }
    bool operator()(const CheckIn* a, const CheckIn* b) const {
        if (a->ratings != b->ratings) return a->ratings < b->ratings;
        if (const int order = compare(a->events, b->events); order != 0) return order < 0;
        return a->note < b->note;
    }
};

// What the journal has of the months that the file speaks of.
struct There {
    std::map<Moment, std::vector<const CheckIn*>> by_moment;
    std::set<std::pair<Date, std::string>> ids;
};

There there_in(const Journal& journal, const std::vector<CheckIn>& checkins) {
    std::set<YearMonth> months;
    for (const CheckIn& checkin : checkins) months.insert(checkin.date.year_month());
    There there;
    for (const YearMonth& month : months) {
        const auto found = journal.months.find(month);
        if (found == journal.months.end()) continue;
        for (const CheckIn& checkin : found->second->checkins) {
            there.ids.emplace(checkin.date, checkin.id);
            if (!is_empty(checkin)) there.by_moment[moment_of(checkin)].push_back(&checkin);
        }
    }
    return there;
}

// Takes those that both sides have out of both; how many they were.
int take_out_same(const std::vector<CheckIn>& checkins, std::vector<std::size_t>& incoming,
                  std::vector<const CheckIn*>& there) {
    std::multiset<const CheckIn*, SaysLess> left(there.begin(), there.end());
    const auto before = incoming.size();
    std::erase_if(incoming, [&](std::size_t i) {
        const auto found = left.find(&checkins[i]);
        if (found == left.end()) return false;
        left.erase(found);
        return true;
    });
    there.assign(left.begin(), left.end());
    return static_cast<int>(before - incoming.size());
}

std::string id_start(const CheckIn& checkin) {
    const std::string time =
        checkin.time ? fmt::format("{:02}{:02}", checkin.time->hour(), checkin.time->minute())
                     : "day";
    return fmt::format("{}-{}-{}-", to_iso(checkin.date), time, checkin.person);
}

bool has_said_something(const Journal& journal, const Person& person) {
    return !person.name.empty() || person.role != Role::neither ||
           wrote_anything(journal, person.id);
}

}  // namespace

ImportPlan plan_import(const Journal& journal, const std::vector<CheckIn>& checkins, Date today) {
    std::map<Moment, std::vector<std::size_t>> by_moment;
    for (std::size_t i = 0; i < checkins.size(); ++i)
        if (!is_empty(checkins[i])) by_moment[moment_of(checkins[i])].push_back(i);
    There there = there_in(journal, checkins);
    ImportPlan plan;
    for (auto& [moment, incoming] : by_moment) {
        auto& at_moment = there.by_moment[moment];
        plan.same += take_out_same(checkins, incoming, at_moment);
        const std::size_t conflicts = std::min(incoming.size(), at_moment.size());
        plan.in_conflict += static_cast<int>(conflicts);
        const std::string start = id_start(checkins[incoming.empty() ? 0 : incoming.front()]);
        int number = 0;
        for (std::size_t i = conflicts; i < incoming.size(); ++i) {
            CheckIn added = checkins[incoming[i]];
            do {
                added.id = start + std::to_string(++number);
            } while (there.ids.contains({added.date, added.id}));
            if (added.date > today) ++plan.later;
            plan.added.push_back(std::move(added));
            plan.added_from.push_back(incoming[i]);
        }
    }
    return plan;
}

std::optional<std::size_t> plan_people(const Journal& journal, ImportPlan& plan) {
    const auto& people = journal.profile->people;
    std::set<std::string> writing;
    for (const CheckIn& checkin : plan.added) writing.insert(checkin.person);
    std::vector<std::string> could_go;
    for (const Person& person : people)
        if (!writing.contains(person.id) && !has_said_something(journal, person))
            could_go.push_back(person.id);
    for (std::size_t i = 0; i < plan.added.size(); ++i) {
        const std::string& id = plan.added[i].person;
        const bool known = find_person(*journal.profile, id) != nullptr;
        if (known || std::find(plan.people.begin(), plan.people.end(), id) != plan.people.end())
            continue;
        // In a journal that is still blank the people of the file take the place of nobody.
        if (plan.makes_room.size() < could_go.size())
            plan.makes_room.push_back(could_go[plan.makes_room.size()]);
        else if (people.size() - plan.makes_room.size() + plan.people.size() >= most_people)
            return i;
        plan.people.push_back(id);
    }
    return std::nullopt;
}

std::vector<Command> to_commands(const Journal& journal, const ImportPlan& plan) {
    std::vector<Command> commands;
    // One comes, one goes: a journal has two people at most, and is never without one.
    const bool full = journal.profile->people.size() >= most_people;
    for (std::size_t i = 0; i < plan.people.size(); ++i) {
        const bool goes = i < plan.makes_room.size();
        if (goes && full) commands.emplace_back(RemovePerson{plan.makes_room[i]});
        commands.emplace_back(AddPerson{Person{plan.people[i], {}, {}}});
        if (goes && !full) commands.emplace_back(RemovePerson{plan.makes_room[i]});
    }
    for (const Scale& scale : plan.scales) commands.emplace_back(AddOwnScale{scale});
    if (!plan.added.empty()) commands.emplace_back(AddCheckIns{plan.added});
    return commands;
}

}  // namespace rekindle
