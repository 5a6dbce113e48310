// One check-in: how a day was, at some time of it, for one person. Belongs to a date, never to an
// instant.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/date.hpp"

namespace rekindle {

// 0 to 10 by scale id. A scale that is not in here is unanswered, which is not a number.
using Ratings = std::map<std::string, int, std::less<>>;

enum class EventKind { milestone, setback, hard_conversation, counselling, hard_day, own };

struct Event {
    EventKind kind = EventKind::own;
    std::string text;  // the word for an `own` event; may add to the others; one line
    bool operator==(const Event&) const = default;
};

struct CheckIn {
    std::string id;
    Date date;
    std::optional<TimeOfDay> time;  // none when a day was filled in afterwards
    std::string person;
    Ratings ratings;
    std::vector<Event> events;
    std::string note;
    bool operator==(const CheckIn&) const = default;
};

// True when nothing was said: such a check-in is not kept.
bool is_empty(const CheckIn& checkin);

// The order in which a day's check-ins stand: without a time first, then by the time counted from
// the end of the day before, so that 01:30 comes after 22:00 of the same evening.
bool comes_before(const CheckIn& a, const CheckIn& b, TimeOfDay day_end);

std::string_view to_word(EventKind kind);      // hard-conversation
std::string_view event_title(EventKind kind);  // Hard conversation
std::optional<EventKind> parse_event_kind(std::string_view word);

// One calendar month of check-ins of all people, by date, then in the order of `comes_before`.
struct Month {
    std::vector<CheckIn> checkins;
    bool operator==(const Month&) const = default;
};

}  // namespace rekindle
