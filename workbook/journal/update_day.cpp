// Commands that change a day.
#include <algorithm>

#include "workbook/journal/order.hpp"
#include "workbook/journal/update_parts.hpp"

namespace rekindle {
namespace {

// Ids of check-ins stand in files as values, so more than `is_id` is allowed; but they are shown
// in messages and compared by eye.
bool is_checkin_id(std::string_view id) {
    return !id.empty() && id.size() <= 200 &&
           std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

std::optional<Error> problem_with_new(const Journal& journal, Date date, const Stamp& stamp) {
    if (may_be_new(date, day_of(journal, stamp))) return std::nullopt;
    return Error{
        ErrorCode::usage, "This day has not come yet.", "Choose today or a day before it.", {}};
}

std::optional<Error> problem_with_scale(std::string_view scale) {
    if (is_id(scale)) return std::nullopt;
    return unusable_id().value();
}

Month month_of(const Journal& journal, Date date) {
    const auto found = journal.months.find(date.year_month());
    return found == journal.months.end() ? Month{} : *found->second;
}

// The journal with this month; one without check-ins is no month at all.
Journal with_month(const Journal& journal, YearMonth key, Month month) {
    Journal next = journal;
    if (month.checkins.empty())
        next.months.erase(key);
    else
        next.months.insert_or_assign(key, std::move(month));
    return next;
}

auto find_in(Month& month, Date date, std::string_view id) {
    return std::find_if(month.checkins.begin(), month.checkins.end(),
                        [&](const CheckIn& each) { return each.date == date && each.id == id; });
}

// A check-in that is begun: it carries a time only when it is of the day that is being lived.
CheckIn begin_checkin(const Journal& journal, const CheckInRef& ref, const Stamp& stamp) {
    CheckIn checkin{ref.id, ref.date, {}, ref.person, {}, {}, {}};
    if (ref.date == day_of(journal, stamp)) checkin.time = stamp.now.time;
    return checkin;
}

// Carries `edit` out on the check-in meant, beginning it where there is none. One that says nothing
// afterwards is not kept.
template <class Edit>
Result<Journal> edit_checkin(const Journal& journal, const CheckInRef& ref, const Stamp& stamp,
                             Edit edit) {
    if (auto problem = problem_with_date(ref.date)) return fail(*problem);
    if (auto problem = problem_with_person(journal, ref.person)) return fail(*problem);
    if (!is_checkin_id(ref.id)) return unusable_id();

    Month month = month_of(journal, ref.date);
    const auto found = find_in(month, ref.date, ref.id);
    const bool known = found != month.checkins.end();
    if (known && found->person != ref.person)
        return fail(ErrorCode::usage, "This check-in belongs to the other person.");
    if (!known)
        if (auto problem = problem_with_new(journal, ref.date, stamp)) return fail(*problem);
    CheckIn edited = known ? *found : begin_checkin(journal, ref, stamp);
    edit(edited);
    if (known && edited == *found) return journal;
    if (!known && is_empty(edited)) return journal;

    if (known) month.checkins.erase(found);
    if (!is_empty(edited)) month.checkins.push_back(std::move(edited));
    put_in_order(month.checkins, journal.profile->day_end);
    return with_month(journal, ref.date.year_month(), std::move(month));
}

// What is brought in whole was in a journal before, or could have been: its days may lie ahead of
// this clock, and its events be written by hand, without a word or over two lines.
std::optional<Error> problem_with_checkin(const Journal& journal, const CheckIn& checkin) {
    if (auto problem = problem_with_date(checkin.date)) return problem;
    if (auto problem = problem_with_person(journal, checkin.person)) return problem;
    if (!is_checkin_id(checkin.id)) return unusable_id().value();
    for (const auto& [scale, value] : checkin.ratings) {
        if (auto problem = problem_with_scale(scale)) return problem;
        if (auto problem = problem_with_rating(value)) return problem;
    }
    for (const Event& event : checkin.events)
        if (auto problem = problem_with_text(event.text)) return problem;
    return problem_with_text(checkin.note);
}

// A month that check-ins are added to, with where each stands, so that many are found quickly.
struct GrowingMonth {
    explicit GrowingMonth(Month from) : month(std::move(from)) {
        for (std::size_t i = 0; i < month.checkins.size(); ++i)
            places.emplace(std::pair{month.checkins[i].date, month.checkins[i].id}, i);
    }
    void put(const CheckIn& checkin) {
        const auto [place, fresh] =
            places.emplace(std::pair{checkin.date, checkin.id}, month.checkins.size());
        if (fresh)
            month.checkins.push_back(checkin);
        else
            month.checkins[place->second] = checkin;
    }
    Month month;
    std::map<std::pair<Date, std::string>, std::size_t> places{};
};

}  // namespace

Result<Journal> update(const Journal& journal, const RateFeeling& command, const Stamp& stamp) {
    if (auto problem = problem_with_scale(command.scale)) return fail(*problem);
    if (command.value)
        if (auto problem = problem_with_rating(*command.value)) return fail(*problem);
    return edit_checkin(journal, command.checkin, stamp, [&](CheckIn& checkin) {
        if (command.value)
            checkin.ratings.insert_or_assign(command.scale, *command.value);
        else
            checkin.ratings.erase(command.scale);
    });
}

Result<Journal> update(const Journal& journal, const WriteNote& command, const Stamp& stamp) {
    if (auto problem = problem_with_text(command.text)) return fail(*problem);
    return edit_checkin(journal, command.checkin, stamp,
                        [&](CheckIn& checkin) { checkin.note = command.text; });
}

Result<Journal> update(const Journal& journal, const AddEvent& command, const Stamp& stamp) {
    if (auto problem = problem_with_event(command.event)) return fail(*problem);
    return edit_checkin(journal, command.checkin, stamp, [&](CheckIn& checkin) {
        auto& events = checkin.events;
        if (std::find(events.begin(), events.end(), command.event) == events.end())
            events.push_back(command.event);
    });
}

Result<Journal> update(const Journal& journal, const RemoveEvent& command, const Stamp& stamp) {
    return edit_checkin(journal, command.checkin, stamp,
                        [&](CheckIn& checkin) { std::erase(checkin.events, command.event); });
}

Result<Journal> update(const Journal& journal, const SetCheckInTime& command, const Stamp& stamp) {
    if (command.time && !make_time(command.time->hour(), command.time->minute()))
        return fail(ErrorCode::usage, "There is no such time of day.", "Write it like 20:15.");
    return edit_checkin(journal, command.checkin, stamp,
                        [&](CheckIn& checkin) { checkin.time = command.time; });
}

// Also of a day that has not come yet: a clock that stood wrong may have left one there.
Result<Journal> update(const Journal& journal, const DeleteCheckIn& command, const Stamp&) {
    const CheckInRef& ref = command.checkin;
    Month month = month_of(journal, ref.date);
    const auto found = find_in(month, ref.date, ref.id);
    if (found == month.checkins.end()) return journal;
    if (found->person != ref.person)
        return fail(ErrorCode::usage, "This check-in belongs to the other person.");
    month.checkins.erase(found);
    return with_month(journal, ref.date.year_month(), std::move(month));
}

Result<Journal> update(const Journal& journal, const AddCheckIns& command, const Stamp&) {
    std::map<YearMonth, GrowingMonth> months;
    for (const CheckIn& checkin : command.checkins) {
        if (auto problem = problem_with_checkin(journal, checkin)) return fail(*problem);
        if (is_empty(checkin)) continue;
        const YearMonth key = checkin.date.year_month();
        auto found = months.find(key);
        if (found == months.end())
            found = months.emplace(key, GrowingMonth{month_of(journal, checkin.date)}).first;
        found->second.put(checkin);
    }
    Journal next = journal;
    for (auto& [key, growing] : months) {
        Month& month = growing.month;
        put_in_order(month.checkins, journal.profile->day_end);
        if (const auto old = journal.months.find(key);
            old == journal.months.end() || !(*old->second == month))
            next.months.insert_or_assign(key, std::move(month));
    }
    return next;
}

template Command::Command(RateFeeling);
template Command::Command(WriteNote);
template Command::Command(AddEvent);
template Command::Command(RemoveEvent);
template Command::Command(SetCheckInTime);
template Command::Command(DeleteCheckIn);
template Command::Command(AddCheckIns);

}  // namespace rekindle
