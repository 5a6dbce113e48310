// The day itself: its name, the way to other days, and its check-ins.
#include <fmt/format.h>

#include <algorithm>

#include "app/screens/flow.hpp"
#include "app/screens/today_parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

constexpr float between_buttons = 14;
constexpr float room_for_buttons = 420;  // a narrower title has its buttons below

std::string day_title(Date date, Date today) {
    const std::string words = to_words(date);
    return date.year() == today.year() ? words : fmt::format("{} {}", words, date.year());
}

// The line under the title: what this day is to someone who looks at it now.
std::string day_line(const Screen& screen, Date date) {
    const bool past_midnight = screen.now.date != screen.today;
    if (date == screen.today && past_midnight)
        return fmt::format("It is past midnight: until {} this is still the evening before.",
                           to_iso(screen.journal.profile->day_end));
    if (date == screen.today)
        return "How is today? There is no right answer, and no day is graded.";
    if (date == screen.today + 1) return "For this computer this day is tomorrow.";
    if (date > screen.today)
        return "This day is dated later than today. What stands here can be changed as always.";
    if (date == screen.today - 1) return "How was yesterday? You can fill it in or change it now.";
    return "How was this day? You can fill it in or change it, as much or as little as you like.";
}

struct DayButtons {
    ButtonSpec previous{.name = "today.previous", .label = "‹"};
    ButtonSpec month;
    ButtonSpec next{.name = "today.next", .label = "›"};
    ButtonSpec now{.name = "today.now", .label = "Back to today", .style = ButtonStyle::link};
};

float buttons_width(Canvas& canvas, const DayButtons& buttons, bool is_today) {
    const float gap = canvas.px(between_buttons);
    const float three = button_width(canvas, buttons.previous) +
                        button_width(canvas, buttons.month) + button_width(canvas, buttons.next) +
                        2 * gap;
    return is_today ? three : three + button_width(canvas, buttons.now) + gap;
}

void draw_month(const Screen& screen, Date date, TodayUi& ui, Canvas& canvas, Actions& out) {
    ui.month.today = screen.today;
    const auto picked = month_picker(canvas, "today.month", ui.month, date, screen.latest(),
                                     screen.journal.profile->week_start,
                                     [&](Date day) { return screen.days.has_entry(day); });
    if (picked) out.add(ShowDay{*picked});
}

void draw_day_buttons(const Screen& screen, const DayButtons& buttons, Date date, TodayUi& ui,
                      Canvas& canvas, float x, float y, Actions& out) {
    const float gap = canvas.px(between_buttons);
    if (date != screen.today) {
        if (button(canvas, x, y, buttons.now)) out.add(ShowDay{screen.today});
        x += button_width(canvas, buttons.now) + gap;
    }
    if (button(canvas, x, y, buttons.previous)) out.add(ShowDay{date - 1});
    x += button_width(canvas, buttons.previous) + gap;
    if (button(canvas, x, y, buttons.month)) {
        ui.month.shown = date.year_month();
        open_popup("today.month");
    }
    draw_month(screen, date, ui, canvas, out);
    x += button_width(canvas, buttons.month) + gap;
    if (button(canvas, x, y, buttons.next)) out.add(ShowDay{date + 1});
}

}  // namespace

void draw_day_title(const Screen& screen, const DayShown& day, TodayUi& ui, Canvas& canvas,
                    Column& column, Actions& out) {
    const bool is_today = day.date == screen.today;
    const std::string month = is_today ? "Today" : to_short_words(day.date);
    DayButtons buttons;
    buttons.month = {.name = "today.month", .label = month};
    buttons.next.enabled = day.date < screen.latest();
    const float width = buttons_width(canvas, buttons, is_today);
    const bool beside = column.width >= width + canvas.px(room_for_buttons);
    const float y = column.y + canvas.px(beside_title);
    const float right = column.x + column.width;
    draw_title(canvas, column, day_title(day.date, screen.today), day_line(screen, day.date),
               beside ? width + canvas.px(20) : 0);
    draw_day_buttons(screen, buttons, day.date, ui, canvas, beside ? right - width : column.x,
                     beside ? y : column.y - canvas.px(6), out);
    if (!beside) column.skip(canvas.px(button_height + 8));
}

void draw_checkins(const Screen& screen, const DayShown& day, TodayUi& ui, Canvas& canvas,
                   Column& column) {
    if (day.all.size() + (day.another ? 1 : 0) < 2) return;
    Flow flow{canvas, column};
    int number = 0;
    for (const CheckIn* each : day.all) {
        const std::string name = fmt::format("today.checkin.{}", ++number);
        const std::string label = each->time ? to_iso(*each->time) : "some time";
        const ChipSpec spec{
            .name = name, .label = label, .selected = !day.another && each == day.checkin};
        if (flow_chip(canvas, flow, spec)) {
            ui.checkin = each->id;
            ui.another = false;
            ui.changing_time = false;
        }
    }
    if (day.another) {
        const std::string label = to_iso(screen.now.time);
        const ChipSpec spec{.name = "today.checkin.new", .label = label, .selected = true};
        if (flow_chip(canvas, flow, spec)) ui.another = false;
    }
    flow.end();
    if (day.all.size() > 1)
        draw_wrapped(canvas, column, Type::label, Colour::muted,
                     fmt::format("This day’s value is the mean of {} check-ins.", day.all.size()));
    column.skip(canvas.px(10));
}

namespace {

// The time typed, also as "8:05"; none where it is no time.
std::optional<TimeOfDay> typed_time(const std::string& text) {
    return parse_time(text.size() == 4 && text[1] == ':' ? '0' + text : text);
}

void draw_time_field(const DayShown& day, TodayUi& ui, Canvas& canvas, Column& column,
                     Actions& out) {
    Column field{column.x, column.y, std::min(column.width, canvas.px(200))};
    const TextFieldResult typed = text_field(
        canvas, field, {.name = "today.time.field", .hint = "20:15", .single_line = true}, ui.time);
    if (typed.changed) ui.time = *typed.changed;
    const std::string& text = typed.changed ? *typed.changed : ui.time;
    const bool is_time = text.empty() || typed_time(text);
    field.skip(canvas.px(4));
    Column words{column.x, field.y, column.width};
    draw_wrapped(canvas, words, Type::label, is_time ? Colour::muted : Colour::notice,
                 is_time ? "Enter keeps it. Left empty, the check-in has no time."
                         : "This is not a time yet. Write it like 20:15.");
    column.y = words.y;
    if (!typed.confirmed || !is_time) return;
    ui.changing_time = false;
    ui.checkin = day.ref.id;  // stays on view, whatever its new time makes of the order
    out.add(SetCheckInTime{day.ref, typed_time(text)});
}

}  // namespace

void draw_checkin_foot(const DayShown& day, TodayUi& ui, Canvas& canvas, Column& column,
                       Actions& out) {
    if (!day.checkin || !day.closed.empty()) return;
    const std::string at =
        day.checkin->time ? "Checked in at " + to_iso(*day.checkin->time) : "No time noted";
    Flow flow{canvas, column};
    flow.step = 32;
    flow.gap = 24;
    if (flow_button(canvas, flow,
                    {.name = "today.time", .label = at, .style = ButtonStyle::link})) {
        ui.changing_time = !ui.changing_time;
        ui.time = day.checkin->time ? to_iso(*day.checkin->time) : "";
        if (ui.changing_time) canvas.controls.focus("today.time.field");
    }
    if (day.may_begin && flow_button(canvas, flow,
                                     {.name = "today.another",
                                      .label = "Another check-in",
                                      .style = ButtonStyle::link,
                                      .icon = icon::plus}))
        out.add(AnotherCheckIn{});
    if (flow_button(
            canvas, flow,
            {.name = "today.delete", .label = "Delete this check-in", .style = ButtonStyle::link}))
        out.add(DeleteCheckIn{day.ref});
    flow.end();
    if (ui.changing_time) draw_time_field(day, ui, canvas, column, out);
}

}  // namespace rekindle::app
