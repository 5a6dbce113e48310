// Whose a promise is and when it comes round.
#include <array>

#include "app/exercises/promise_parts.hpp"
#include "app/widgets/text.hpp"
#include "workbook/journal/practice_words.hpp"

namespace rekindle::app {
namespace {

struct RecurrenceChip {
    Recurrence recurrence;
    std::string_view label;
};
constexpr std::array<RecurrenceChip, 4> recurrence_chips{{{Recurrence::once, "on one day"},
                                                          {Recurrence::daily, "every day"},
                                                          {Recurrence::weekdays, "chosen days"},
                                                          {Recurrence::weekly, "weekly"}}};

// Whoever can have made it: the people of the journal, and the other one where they do not write.
std::vector<std::string> makers_of(const Profile& profile, const std::string& who) {
    std::vector<std::string> makers;
    for (const Person& person : profile.people) makers.push_back(person.id);
    if (makers.size() < 2 || who == someone_else) makers.emplace_back(someone_else);
    makers.emplace_back(both_of_us);
    return makers;
}

bool is_chosen(const Schedule& schedule, Weekday day) {
    if (schedule.recurrence == Recurrence::weekly) return schedule.first.weekday() == day;
    for (const Weekday each : schedule.weekdays)
        if (each == day) return true;
    return false;
}

std::optional<Schedule> draw_weekday_chips(const Screen& screen, const std::string& name,
                                           const Schedule& schedule, const Pen& pen) {
    std::optional<Schedule> chosen;
    Flow flow{pen};
    flow.gap = 6;
    for (int i = 0; i < 7; ++i) {
        const auto day =
            static_cast<Weekday>((static_cast<int>(screen.journal.profile->week_start) + i) % 7);
        if (flow_chip(flow, {.name = name + '.' + std::string(to_word(day)),
                             .label = weekday_name(day).substr(0, 3),
                             .selected = is_chosen(schedule, day),
                             .type = Type::label}))
            chosen = with_weekday(schedule, day, screen.today);
    }
    flow.end();
    return chosen;
}

}  // namespace

std::optional<std::string> draw_maker_choice(const Screen& screen, const std::string& name,
                                             const std::string& who, const Pen& pen) {
    const Profile& profile = *screen.journal.profile;
    std::optional<std::string> chosen;
    draw_wrapped(pen, Type::label, Colour::muted, "Whose promise it is");
    pen.skip(4);
    Flow flow{pen};
    flow.gap = 6;
    for (const std::string& maker : makers_of(profile, who)) {
        const std::string label = maker_title(profile, maker);
        if (flow_chip(flow, {.name = name + ".who." + maker,
                             .label = label,
                             .selected = maker == who,
                             .type = Type::label}))
            chosen = maker;
    }
    flow.end();
    pen.skip(2);
    return chosen;
}

std::optional<Schedule> draw_schedule_choice(const Screen& screen, const std::string& name,
                                             const Schedule& schedule, DayFieldUi& days,
                                             const Pen& pen) {
    std::optional<Schedule> chosen;
    draw_wrapped(pen, Type::label, Colour::muted, "When it is due");
    pen.skip(4);
    Flow flow{pen};
    flow.gap = 6;
    for (const RecurrenceChip& each : recurrence_chips) {
        if (flow_chip(flow, {.name = name + '.' + std::string(to_word(each.recurrence)),
                             .label = each.label,
                             .selected = schedule.recurrence == each.recurrence,
                             .type = Type::label}))
            chosen = with_recurrence(schedule, each.recurrence, screen.today);
    }
    flow.end();
    if (schedule.recurrence == Recurrence::daily) return chosen;
    if (schedule.recurrence != Recurrence::once) {
        const auto day = draw_weekday_chips(screen, name, schedule, pen);
        return day ? day : chosen;
    }
    const auto day = day_field(pen,
                               {.name = name + ".date",
                                .date = schedule.first,
                                .today = screen.today,
                                .week_start = screen.journal.profile->week_start},
                               days);
    if (day) chosen = Schedule{Recurrence::once, *day, {}};
    return chosen;
}

}  // namespace rekindle::app
