// Days for the tests of what is worked out from them, without a journal's files.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workbook/insight/days.hpp"

namespace rekindle::sample {

inline Date day(const char* iso) { return *parse_date(iso); }

inline Days days_of(const std::vector<CheckIn>& checkins) {
    std::map<YearMonth, Month> months;
    for (const CheckIn& one : checkins) months[one.date.year_month()].checkins.push_back(one);
    Journal journal;
    for (auto& [month, content] : months) journal.months[month] = std::move(content);
    return Days::of(journal, "me");
}

// A check-in on `date` that rates one scale.
inline CheckIn rated(Date date, int value, const std::string& scale = "mood") {
    CheckIn made;
    made.id = "c";
    made.date = date;
    made.person = "me";
    made.ratings[scale] = value;
    return made;
}

// One value for each day from `first` on; below zero: nothing that day.
inline Days row_of(Date first, const std::vector<int>& values, const std::string& scale = "mood") {
    std::vector<CheckIn> checkins;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] >= 0)
            checkins.push_back(rated(first + static_cast<int>(i), values[i], scale));
    return days_of(checkins);
}

}  // namespace rekindle::sample
