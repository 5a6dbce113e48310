#include "workbook/journal/practice_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rekindle {
namespace {

int place_in_week(Weekday day, Weekday week_start) {
    return (static_cast<int>(day) - static_cast<int>(week_start) + 7) % 7;
}

// "Monday", "Monday and Friday", "Monday, Tuesday and Friday".
std::string day_names(std::vector<Weekday> days, Weekday week_start) {
    std::sort(days.begin(), days.end(), [&](Weekday a, Weekday b) {
        return place_in_week(a, week_start) < place_in_week(b, week_start);
    });
    std::string names;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (i > 0) names += i + 1 == days.size() ? " and " : ", ";
        names += weekday_name(days[i]);
    }
    return names;
}

Date next_on(Weekday day, Date from) {
    return from + (static_cast<int>(day) - static_cast<int>(from.weekday()) + 7) % 7;
}

}  // namespace

std::string to_words(const Schedule& schedule, Weekday week_start) {
    switch (schedule.recurrence) {
        case Recurrence::once:
            return "on " + to_words_with_year(schedule.first);
        case Recurrence::daily:
            return "every day";
        case Recurrence::weekdays:
            return "every " + day_names(schedule.weekdays, week_start);
        case Recurrence::weekly:
            break;
    }
    return fmt::format("every {}", weekday_name(schedule.first.weekday()));
}

std::string_view kept_title(Kept kept) {
    switch (kept) {
        case Kept::kept:
            return "kept";
        case Kept::late:
            return "late";
        case Kept::not_kept:
            break;
    }
    return "not kept";
}

std::string maker_title(const Profile& profile, std::string_view who) {
    if (who == both_of_us) return "Both of us";
    if (who == someone_else) return "The other person";
    if (profile.people.size() > 1 || !profile.people.front().name.empty())
        return name_of(profile, who);
    return "Me";
}

Schedule with_recurrence(const Schedule& schedule, Recurrence recurrence, Date today) {
    if (schedule.recurrence == recurrence) return schedule;
    Schedule next{recurrence, std::max(schedule.first, today), {}};
    const Weekday before = schedule.first.weekday();
    if (recurrence == Recurrence::weekdays) next.weekdays = {before};
    if (recurrence == Recurrence::weekly) next.first = next_on(before, next.first);
    if (recurrence == Recurrence::daily) next.first = today;
    return next;
}

Schedule with_weekday(const Schedule& schedule, Weekday day, Date today) {
    Schedule next = schedule;
    if (schedule.recurrence == Recurrence::weekly) {
        if (schedule.first.weekday() != day) next.first = next_on(day, today);
        return next;
    }
    const auto place = std::lower_bound(next.weekdays.begin(), next.weekdays.end(), day);
    const bool there = place != next.weekdays.end() && *place == day;
    if (there && next.weekdays.size() == 1) return next;  // the last one stays
    if (there)
        next.weekdays.erase(place);
    else
        next.weekdays.insert(place, day);
    next.first = std::max(schedule.first, today);
    return next;
}

}  // namespace rekindle
