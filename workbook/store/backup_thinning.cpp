// Which earlier states of a journal are kept: told by their order and by the days they lie on,
// never by the clock of the moment. A clock that was wrong for some starts left states of days that
// never were; those neither make others look old nor stand in for them.
#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

#include "workbook/store/backup.hpp"

namespace rekindle {
namespace {

// What is promised is ten states, fourteen days and a year of weeks. This many more of each are
// kept, so that as many starts under a clock that has not been put right yet take none of those.
constexpr std::size_t spare = 7;
constexpr int longest_step = 30;  // days
constexpr std::size_t newest_kept = 10 + spare;
constexpr std::size_t days_kept = 14 + spare;
constexpr std::size_t weeks_kept = 53 + spare;

Date week_of(Date date) { return start_of_week(date, Weekday::monday); }

// The days as they passed: the longest sequence of states, in the order in which they were made, of
// which each lies on a later day than the one before. Where a clock jumped and came back, what lies
// outside of it is what it left. Gives their places in `dates`.
std::vector<std::size_t> days_that_passed(const std::vector<Date>& dates) {
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> ends;  // of the sequences of each length: the one on the earliest day
    std::vector<std::size_t> before(dates.size(), none);
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const auto at =
            std::lower_bound(ends.begin(), ends.end(), dates[i],
                             [&](std::size_t end, Date date) { return dates[end] < date; });
        if (at != ends.begin()) before[i] = *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else if (dates[i] < dates[*at])
            *at = i;
    }
    std::vector<std::size_t> passed;
    for (std::size_t i = ends.empty() ? none : ends.back(); i != none; i = before[i])
        passed.push_back(i);
    std::reverse(passed.begin(), passed.end());
    return passed;
}

// Without what a clock has jumped ahead to and not been seen to go on from: the days after a step
// of more than a month count once there are some of them.
void leave_out_unsure(std::vector<std::size_t>& passed, const std::vector<Date>& dates) {
    for (std::size_t i = passed.size() - std::min(passed.size(), spare); i < passed.size(); ++i) {
        if (i == 0 || dates[passed[i]] - dates[passed[i - 1]] <= longest_step) continue;
        passed.resize(i);
        return;
    }
}

// What has come after a state.
struct After {
    std::size_t states = 0;
    std::size_t days = 0;
    std::size_t weeks = 0;
};

// Of every state, `dates` being in the order in which they were made.
std::vector<After> what_came_after(const std::vector<Date>& dates) {
    std::vector<bool> has_passed(dates.size());
    std::set<Date> real_days;
    std::vector<std::size_t> passed = days_that_passed(dates);
    leave_out_unsure(passed, dates);
    for (const std::size_t i : passed) {
        has_passed[i] = true;
        real_days.insert(dates[i]);
    }
    std::vector<After> after(dates.size());
    After counted;
    std::set<Date> weeks;
    for (std::size_t i = dates.size(); i-- > 0;) {
        after[i] = counted;
        after[i].weeks = weeks.size() - weeks.count(week_of(dates[i]));
        if (real_days.contains(dates[i])) ++counted.states;
        if (!has_passed[i]) continue;
        ++counted.days;
        weeks.insert(week_of(dates[i]));
    }
    return after;
}

}  // namespace

std::vector<Backup> backups_to_drop(const std::vector<Backup>& backups) {
    // Oldest first, so that the first of a day or a week is the one that stays.
    const std::vector<Backup> states(backups.rbegin(), backups.rend());
    std::vector<Date> dates;
    dates.reserve(states.size());
    for (const Backup& state : states) dates.push_back(state.date);
    const std::vector<After> after = what_came_after(dates);
    std::vector<Backup> dropped;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const bool first_of_day = i == 0 || dates[i - 1] != dates[i];
        const bool first_of_week = i == 0 || week_of(dates[i - 1]) != week_of(dates[i]);
        const bool kept = after[i].states < newest_kept ||
                          (first_of_day && after[i].days < days_kept) ||
                          (first_of_week && after[i].weeks < weeks_kept);
        if (!kept) dropped.push_back(states[i]);
    }
    return dropped;
}

}  // namespace rekindle
