#include "workbook/journal/practices.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rekindle {
namespace {

constexpr std::array<std::pair<Recurrence, std::string_view>, 4> recurrences{{
    {Recurrence::once, "once"},
    {Recurrence::daily, "daily"},
    {Recurrence::weekdays, "weekdays"},
    {Recurrence::weekly, "weekly"},
}};
constexpr std::array<std::pair<Kept, std::string_view>, 3> kept_words{{
    {Kept::kept, "kept"},
    {Kept::late, "late"},
    {Kept::not_kept, "not-kept"},
}};

template <class Words>
auto parse_word(const Words& words, std::string_view word)
    -> std::optional<typename Words::value_type::first_type> {
    for (const auto& [value, text] : words)
        if (text == word) return value;
    return std::nullopt;
}

template <class Words, class Value>
std::string_view word_of(const Words& words, Value value) {
    for (const auto& [each, text] : words)
        if (each == value) return text;
    return {};
}

bool rests_on(const Promise& promise, Date day) {
    return std::any_of(promise.pauses.begin(), promise.pauses.end(), [&](const Pause& pause) {
        return pause.from <= day && (!pause.until || day < *pause.until);
    });
}

bool comes_round_on(const Schedule& schedule, Date day) {
    if (day < schedule.first) return false;
    switch (schedule.recurrence) {
        case Recurrence::once:
            return day == schedule.first;
        case Recurrence::daily:
            return true;
        case Recurrence::weekdays:
            return std::find(schedule.weekdays.begin(), schedule.weekdays.end(), day.weekday()) !=
                   schedule.weekdays.end();
        case Recurrence::weekly:
            break;
    }
    return (day - schedule.first) % 7 == 0;
}

}  // namespace

std::string_view to_word(Recurrence recurrence) { return word_of(recurrences, recurrence); }
std::string_view to_word(Kept kept) { return word_of(kept_words, kept); }
std::optional<Recurrence> parse_recurrence(std::string_view word) {
    return parse_word(recurrences, word);
}
std::optional<Kept> parse_kept(std::string_view word) { return parse_word(kept_words, word); }

std::vector<Date> due_days(const Promise& promise, Date from, Date to) {
    const Schedule& schedule = promise.schedule;
    from = std::max(from, schedule.first);
    if (schedule.recurrence == Recurrence::once) to = std::min(to, schedule.first);
    if (promise.ended) to = std::min(to, *promise.ended - 1);
    std::vector<Date> days;
    for (Date day = from; day <= to; day = day + 1)
        if (comes_round_on(schedule, day) && !rests_on(promise, day)) days.push_back(day);
    return days;
}

bool is_resting(const Promise& promise, Date today) { return rests_on(promise, today); }

const PromiseMark* mark_for(const Promise& promise, Date due) {
    const auto found = std::find_if(promise.marks.begin(), promise.marks.end(),
                                    [&](const PromiseMark& mark) { return mark.due == due; });
    return found == promise.marks.end() ? nullptr : &*found;
}

}  // namespace rekindle
