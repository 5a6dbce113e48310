#include "workbook/insight/days.hpp"

#include <algorithm>
#include <array>

namespace rekindle {
namespace {

// Sums are whole numbers, so a day's mean does not depend on the order of its check-ins.
struct Tally {
    int sum = 0;
    int count = 0;
};

constexpr std::size_t most_days = 31;

struct ScaleDays {
    std::string scale;
    std::array<Tally, most_days> days{};
};

}  // namespace

struct Days::MonthDays {
    Shared<Month> source;  // kept to see whether it is still the same
    Date first;
    int length = 0;
    std::vector<ScaleDays> scales;  // by id
    std::array<bool, most_days> entry{};
    std::array<bool, most_days> rated{};
    std::vector<DayEvent> events;  // by date, then as they were written; equal ones of a day once

    static std::shared_ptr<const MonthDays> of(YearMonth month, const Shared<Month>& source,
                                               std::string_view person);
    void add(const CheckIn& checkin);
    const ScaleDays* find(std::string_view scale) const;
    std::size_t place(Date date) const { return static_cast<std::size_t>(date - first); }
    Date last() const { return first + (length - 1); }
};

namespace {

bool is_before(const ScaleDays& a, std::string_view scale) { return a.scale < scale; }

std::optional<DayValue> to_value(const Tally& tally) {
    if (tally.count == 0) return std::nullopt;
    return DayValue{static_cast<double>(tally.sum) / tally.count, tally.count};
}

}  // namespace

std::shared_ptr<const Days::MonthDays> Days::MonthDays::of(YearMonth month,
                                                           const Shared<Month>& source,
                                                           std::string_view person) {
    auto made = std::make_shared<MonthDays>();
    made->source = source;
    made->first = first_of(month);
    made->length = days_in(month);
    for (const CheckIn& checkin : source->checkins)
        if (checkin.person == person) made->add(checkin);
    std::stable_sort(made->events.begin(), made->events.end(),
                     [](const DayEvent& a, const DayEvent& b) { return a.date < b.date; });
    return made;
}

void Days::MonthDays::add(const CheckIn& checkin) {
    if (checkin.date < first || checkin.date > last()) return;
    const std::size_t day = place(checkin.date);
    entry[day] = true;
    if (!checkin.ratings.empty()) rated[day] = true;
    std::size_t at = 0;  // ratings and scales are both in the order of their ids
    for (const auto& [scale, value] : checkin.ratings) {
        while (at < scales.size() && scales[at].scale < scale) ++at;
        if (at == scales.size() || scales[at].scale != scale)
            scales.insert(scales.begin() + static_cast<std::ptrdiff_t>(at), ScaleDays{scale, {}});
        Tally& tally = scales[at].days[day];
        tally.sum += value;
        ++tally.count;
    }
    for (const Event& event : checkin.events) {
        const bool known = std::any_of(events.begin(), events.end(), [&](const DayEvent& other) {
            return other.date == checkin.date && other.event == event;
        });
        if (!known) events.push_back({checkin.date, event});
    }
}

const ScaleDays* Days::MonthDays::find(std::string_view scale) const {
    const auto at = std::lower_bound(scales.begin(), scales.end(), scale, is_before);
    return at != scales.end() && at->scale == scale ? &*at : nullptr;
}

Days Days::of(const Journal& journal, std::string_view person) {
    return of(journal, person, Days{});
}

Days Days::of(const Journal& journal, std::string_view person, const Days& previous) {
    Days made;
    made.person_ = person;
    const bool same_person = previous.person_ == person;
    bool changed = !same_person || previous.months_.size() != journal.months.size();
    for (const auto& [month, source] : journal.months) {
        const auto before = previous.months_.find(month);
        const bool kept =
            same_person && before != previous.months_.end() && before->second->source.same(source);
        made.months_.emplace_hint(made.months_.end(), month,
                                  kept ? before->second : MonthDays::of(month, source, person));
        changed = changed || !kept;
    }
    made.version_ = previous.version_ + (changed ? 1 : 0);
    return made;
}

std::optional<DayValue> Days::value(std::string_view scale, Date date) const {
    const auto month = months_.find(date.year_month());
    if (month == months_.end()) return std::nullopt;
    const ScaleDays* days = month->second->find(scale);
    return days ? to_value(days->days[month->second->place(date)]) : std::nullopt;
}

std::vector<std::optional<double>> Days::series(std::string_view scale, Date from, Date to) const {
    std::vector<std::optional<double>> values;
    if (to < from) return values;
    values.resize(static_cast<std::size_t>(to - from + 1));
    for (auto month = months_.lower_bound(from.year_month()); month != months_.end(); ++month) {
        const MonthDays& days = *month->second;
        if (days.first > to) break;
        const ScaleDays* scale_days = days.find(scale);
        if (!scale_days) continue;
        const Date end = std::min(to, days.last());
        for (Date date = std::max(from, days.first); date <= end; date = date + 1)
            if (const auto value = to_value(scale_days->days[days.place(date)]))
                values[static_cast<std::size_t>(date - from)] = value->mean;
    }
    return values;
}

std::optional<Date> Days::first() const {
    for (const auto& [month, days] : months_)
        for (int day = 0; day < days->length; ++day)
            if (days->entry[static_cast<std::size_t>(day)]) return days->first + day;
    return std::nullopt;
}

std::optional<Date> Days::last() const {
    for (auto month = months_.rbegin(); month != months_.rend(); ++month)
        for (int day = month->second->length; day-- > 0;)
            if (month->second->entry[static_cast<std::size_t>(day)])
                return month->second->first + day;
    return std::nullopt;
}

bool Days::has_entry(Date date) const {
    const auto month = months_.find(date.year_month());
    return month != months_.end() && month->second->entry[month->second->place(date)];
}

namespace {

// The days of one month that lie between `from` and `to`, counted where `is_counted(place)`.
template <class Month, class IsCounted>
int count_days(const Month& month, Date from, Date to, IsCounted is_counted) {
    int count = 0;
    const Date end = std::min(to, month.last());
    for (Date date = std::max(from, month.first); date <= end; date = date + 1)
        if (is_counted(month.place(date))) ++count;
    return count;
}

}  // namespace

int Days::days_with_entry(Date from, Date to) const {
    int count = 0;
    for (const auto& month : months_)
        count += count_days(*month.second, from, to,
                            [&](std::size_t day) { return month.second->entry[day]; });
    return count;
}

int Days::days_rated(Date from, Date to) const {
    int count = 0;
    for (const auto& month : months_)
        count += count_days(*month.second, from, to,
                            [&](std::size_t day) { return month.second->rated[day]; });
    return count;
}

int Days::days_rated(std::string_view scale, Date from, Date to) const {
    int count = 0;
    for (const auto& [month, days] : months_)
        if (const ScaleDays* found = days->find(scale))
            count += count_days(*days, from, to,
                                [&](std::size_t day) { return found->days[day].count > 0; });
    return count;
}

std::vector<DayEvent> Days::events(Date from, Date to) const {
    std::vector<DayEvent> found;
    for (auto month = months_.lower_bound(from.year_month()); month != months_.end(); ++month) {
        if (month->second->first > to) break;
        for (const DayEvent& event : month->second->events)
            if (event.date >= from && event.date <= to) found.push_back(event);
    }
    return found;
}

Date end_of_view(const Days& days, int span, Date today, const Days* beside) {
    Date latest = std::max(today, days.last().value_or(today));
    if (beside) latest = std::max(latest, beside->last().value_or(today));
    const Date first = today - (span - 1);
    const bool something = days.days_with_entry(first, today) > 0 ||
                           (beside && beside->days_with_entry(first, today) > 0);
    return latest - today < span || !something ? latest : today;
}

}  // namespace rekindle
