#include "workbook/journal/checkin.hpp"

#include <array>
#include <tuple>

namespace rekindle {
namespace {

constexpr int minutes_of_a_day = 24 * 60;

struct KindWords {
    EventKind kind;
    std::string_view word;
    std::string_view title;
};
constexpr std::array<KindWords, 6> kinds{{
    {EventKind::milestone, "milestone", "Milestone"},
    {EventKind::setback, "setback", "Setback"},
    {EventKind::hard_conversation, "hard-conversation", "Hard conversation"},
    {EventKind::counselling, "counselling", "Counselling"},
    {EventKind::hard_day, "hard-day", "Hard day"},
    {EventKind::own, "own", "Own word"},
}};

// Minutes since the evening before ended; -1, before every time, when there is none.
int minutes_into_day(const CheckIn& checkin, TimeOfDay day_end) {
    if (!checkin.time) return -1;
    return (checkin.time->minutes - day_end.minutes + minutes_of_a_day) % minutes_of_a_day;
}

}  // namespace

bool is_empty(const CheckIn& checkin) {
    return checkin.ratings.empty() && checkin.events.empty() && checkin.note.empty();
}

bool comes_before(const CheckIn& a, const CheckIn& b, TimeOfDay day_end) {
    const int since_a = minutes_into_day(a, day_end);
    const int since_b = minutes_into_day(b, day_end);
    // The id last, so that two of the same minute stand in one order on every machine; the shorter
    // one first, so that "…-2" comes before "…-10".
    const std::size_t length_a = a.id.size();
    const std::size_t length_b = b.id.size();
    return std::tie(a.date, since_a, length_a, a.id) < std::tie(b.date, since_b, length_b, b.id);
}

std::string_view to_word(EventKind kind) { return kinds[static_cast<std::size_t>(kind)].word; }

std::string_view event_title(EventKind kind) { return kinds[static_cast<std::size_t>(kind)].title; }

std::optional<EventKind> parse_event_kind(std::string_view word) {
    for (const KindWords& each : kinds)
        if (each.word == word) return each.kind;
    return std::nullopt;
}

}  // namespace rekindle
