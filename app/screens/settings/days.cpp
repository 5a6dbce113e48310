#include <array>

#include "app/screens/settings/parts.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/menu.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr int latest_day_end = 8;  // o’clock
constexpr std::array week{Weekday::monday, Weekday::tuesday,  Weekday::wednesday, Weekday::thursday,
                          Weekday::friday, Weekday::saturday, Weekday::sunday};

std::vector<MenuEntry> hours(TimeOfDay chosen, bool open) {
    std::vector<MenuEntry> entries;
    for (int hour = 0; hour <= latest_day_end; ++hour) {
        const TimeOfDay time{hour * 60};
        entries.push_back({std::to_string(hour), to_iso(time), time == chosen, open});
    }
    return entries;
}

std::vector<MenuEntry> weekdays(Weekday chosen, bool open) {
    std::vector<MenuEntry> entries;
    for (const Weekday day : week)
        entries.push_back(
            {std::string(to_word(day)), std::string(weekday_name(day)), day == chosen, open});
    return entries;
}

void draw_day_end(const Profile& profile, bool open, const AskingPen& pen) {
    Column control = begin_setting(pen, "A day ends at");
    const auto picked = menu_button(pen.canvas, control.x, control.y, "settings.day-end",
                                    to_iso(profile.day_end), hours(profile.day_end, open));
    if (picked && open) pen.out.add(SetDayEnd{TimeOfDay{std::stoi(*picked) * 60}});
    control.skip(pen.px(36));
    end_setting(pen, control);
    draw_wrapped(pen, Type::label, Colour::muted,
                 "Before that hour it is still the evening before.");
    pen.skip(10);
}

void draw_week_start(const Profile& profile, bool open, const AskingPen& pen) {
    Column control = begin_setting(pen, "Weeks begin on");
    const auto picked =
        menu_button(pen.canvas, control.x, control.y, "settings.week-start",
                    weekday_name(profile.week_start), weekdays(profile.week_start, open));
    const auto day = picked ? parse_weekday(*picked) : std::nullopt;
    if (day && open) pen.out.add(SetWeekStart{*day});
    control.skip(pen.px(36));
    end_setting(pen, control);
}

}  // namespace

void draw_days(const Screen& screen, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Days and weeks");
        inside.skip(8);
        const bool open = draw_profile_open(screen, inside);
        draw_day_end(*screen.journal.profile, open, inside);
        draw_week_start(*screen.journal.profile, open, inside);
        inside.skip(-8);
    }
    pen.skip(16);
}

}  // namespace rekindle::app
