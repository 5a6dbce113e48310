#include "workbook/exchange/sample.hpp"

#include "workbook/exchange/sample_cards.hpp"
#include "workbook/exchange/sample_days.hpp"
#include "workbook/exchange/sample_practices.hpp"
#include "workbook/journal/order.hpp"

namespace rekindle {

Journal sample_journal(const Content& content, Date last_day, int weeks, std::uint64_t seed) {
    Dice dice(seed);
    Journal journal;
    Profile profile;
    Person& person = profile.people.front();
    person.role = Role::hurt;
    const int days = weeks * 7;
    std::map<YearMonth, Month> months;
    for (CheckIn& checkin : sample_days(content, last_day, days, person.id, dice))
        months[checkin.date.year_month()].checkins.push_back(std::move(checkin));
    for (auto& [key, month] : months) {
        put_in_order(month.checkins, profile.day_end);
        journal.months.emplace(key, std::move(month));
    }
    const std::string id = person.id;
    journal.profile = std::move(profile);
    journal = with_sample_cards(journal, content, last_day, days, id);
    return with_sample_practices(journal, content, last_day, days, id, dice);
}

}  // namespace rekindle
