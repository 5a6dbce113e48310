// One person's days, prepared for drawing: for each day and scale the mean of that day's check-ins
// and how many there were. Built when the journal changed, never while drawing; months that are the
// same object as before are taken over as they are.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/journal/journal.hpp"

namespace rekindle {

// The mean of what was rated on a day. There is none for a day without a rating: nothing is
// filled in.
struct DayValue {
    double mean = 0;  // 0 to 10
    int count = 0;    // check-ins that rated it, at least 1
};

struct DayEvent {
    Date date;
    Event event;
};

class Days {
  public:
    Days() = default;

    // The days of `person` in `journal`; takes over from `previous` what did not change.
    static Days of(const Journal& journal, std::string_view person);
    static Days of(const Journal& journal, std::string_view person, const Days& previous);

    std::optional<DayValue> value(std::string_view scale, Date date) const;

    // The scale's mean for every day from `from` to `to`, both included; none where unanswered.
    std::vector<std::optional<double>> series(std::string_view scale, Date from, Date to) const;

    std::optional<Date> first() const;  // the first day with a check-in
    std::optional<Date> last() const;
    bool has_entry(Date date) const;
    int days_with_entry(Date from, Date to) const;
    int days_rated(Date from, Date to) const;  // on any scale
    int days_rated(std::string_view scale, Date from, Date to) const;
    // By date; what was marked twice on a day stands once.
    std::vector<DayEvent> events(Date from, Date to) const;

    // Grows with every change: what is worked out from these days can be kept until it differs.
    std::uint64_t version() const { return version_; }

  private:
    struct MonthDays;  // one month, worked out
    std::string person_;
    std::map<YearMonth, std::shared_ptr<const MonthDays>> months_;
    std::uint64_t version_ = 0;
};

// Where a view of `span` days ends that is to end with now: today, or the last day with an entry
// where entries are dated later. Where those lie further ahead than the view is long it ends today
// as long as it then has something to show: of a clock that is years behind that is not so.
Date end_of_view(const Days& days, int span, Date today, const Days* beside = nullptr);

}  // namespace rekindle
