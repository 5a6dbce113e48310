// The day itself: its name, the way to other days, and its check-ins.
#include <fmt/format.h>

#include <algorithm>

#include "app/screens/shortcuts.hpp"
#include "app/screens/today/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/flow.hpp"
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
    if (date == screen.today + 1) return "According to this computer, this day is tomorrow.";
    if (date > screen.today)
        return "This day is dated later than today. What is here can be changed as always.";
    if (date == screen.today - 1) return "How was yesterday? You can fill it in or change it now.";
    return "How was this day? You can fill it in or change it, as much or as little as you like.";
}

struct DayButtons {
    std::string word;  // on the one that opens the month
    ButtonSpec previous{.name = "today.previous", .label = "‹"};
    ButtonSpec next{.name = "today.next", .label = "›"};
    ButtonSpec now{.name = "today.now", .label = "Back to today", .style = ButtonStyle::link};
    ButtonSpec month() const { return {.name = "today.month", .label = word}; }
};

float buttons_width(Canvas& canvas, const DayButtons& buttons, bool is_today) {
    const float gap = canvas.px(between_buttons);
    const float three = button_width(canvas, buttons.previous) +
                        button_width(canvas, buttons.month()) + button_width(canvas, buttons.next) +
                        2 * gap;
    return is_today ? three : three + button_width(canvas, buttons.now) + gap;
}

void show_day(const Screen& screen, Date date, Actions& out) {
    out.add(ShowDay{std::clamp(date, first_of({1900, 1}), screen.latest())});
}

// Alt with an arrow steps from day to day, whatever has the focus: a slider stays under the hand.
int take_day_steps(Input& input) {
    int steps = 0;
    while (take(input, Does::day_before)) --steps;
    while (take(input, Does::day_after)) ++steps;
    return steps;
}

void draw_month(const Screen& screen, Date date, TodayUi& ui, const AskingPen& pen) {
    ui.month.today = screen.today;
    const MonthSpec month{.name = "today.month",
                          .selected = date,
                          .last = screen.latest(),
                          .week_start = screen.journal.profile->week_start,
                          .marked = [&](Date day) { return screen.days.has_entry(day); }};
    const auto picked = month_picker(pen.canvas, month, ui.month);
    if (picked) pen.out.add(ShowDay{*picked});
}

DayButtons buttons_of(const Screen& screen, const DayShown& day) {
    DayButtons buttons;
    buttons.word = day.date == screen.today ? "Today" : to_short_words(day.date);
    buttons.next.enabled = day.date < screen.latest();
    return buttons;
}

// The check-ins of a day with several, and the one being begun. They stand where a day with one has
// its line of words: when a second one comes, nothing below moves from under the pointer.
void draw_checkins(const Screen& screen, const DayShown& day, TodayUi& ui, const Pen& pen) {
    Flow flow{pen};
    int number = 0;
    for (const CheckIn* each : day.all) {
        const std::string name = fmt::format("today.checkin.{}", ++number);
        const std::string label = each->time ? to_iso(*each->time) : "some time";
        const ChipSpec spec{
            .name = name, .label = label, .selected = !day.another && each == day.checkin};
        if (flow_chip(flow, spec)) {
            ui.checkin = each->id;
            ui.another = false;
            ui.changing_time = false;
        }
    }
    if (day.another) {
        const std::string label = to_iso(screen.now.time);
        const ChipSpec spec{.name = "today.checkin.new", .label = label, .selected = true};
        if (flow_chip(flow, spec)) ui.another = false;
    }
    constexpr std::string_view average = "A day’s value is the average of its check-ins.";
    const float width =
        std::min(text_width(pen.canvas, Type::secondary, average) + 1, pen.column.width);
    const ImVec2 at = flow.place(width);
    draw_text_cut(pen.canvas, {at.x, at.y + pen.px(5)}, width, Type::secondary, Colour::muted,
                  average);
    flow.end();
}

bool has_several(const DayShown& day) { return day.all.size() + (day.another ? 1 : 0) > 1; }

}  // namespace

ImVec2 draw_day_title(const Screen& screen, const DayShown& day, TodayUi& ui, const Pen& pen) {
    const float width =
        buttons_width(pen.canvas, buttons_of(screen, day), day.date == screen.today);
    const bool beside = pen.column.width >= width + pen.px(room_for_buttons);
    const ImVec2 right{pen.column.x + pen.column.width - width,
                       pen.column.y + pen.px(beside_title)};
    const float free = beside ? width + pen.px(20) : 0;
    const std::string line = day_line(screen, day.date);
    draw_title(pen, day_title(day.date, screen.today), has_several(day) ? std::string{} : line,
               free);
    if (has_several(day)) {
        const float line_width = std::max(pen.column.width - free, pen.px(120));
        Column chips{pen.column.x, pen.column.y - pen.px(13), line_width};
        draw_checkins(screen, day, ui, pen.in(chips));
        const float words = wrapped_height(pen.canvas, Type::secondary, line, line_width);
        pen.column.y = std::max(pen.column.y + words, chips.y - pen.px(5));
    }
    if (beside) return right;
    const ImVec2 below{pen.column.x, pen.column.y - pen.px(6)};
    pen.skip(button_height + 8);
    return below;
}

void draw_day_buttons(const Screen& screen, const DayShown& day, TodayUi& ui, ImVec2 at,
                      const AskingPen& pen) {
    const Date date = day.date;
    const DayButtons buttons = buttons_of(screen, day);
    const float gap = pen.px(between_buttons);
    if (date != screen.today) {
        if (button(pen.canvas, at.x, at.y, buttons.now)) pen.out.add(ShowDay{screen.today});
        at.x += button_width(pen.canvas, buttons.now) + gap;
    }
    int steps = take_day_steps(pen.canvas.input);
    if (button(pen.canvas, at.x, at.y, buttons.previous)) --steps;
    at.x += button_width(pen.canvas, buttons.previous) + gap;
    if (button(pen.canvas, at.x, at.y, buttons.month())) {
        ui.month.shown = date.year_month();
        open_popup("today.month");
    }
    draw_month(screen, date, ui, pen);
    at.x += button_width(pen.canvas, buttons.month()) + gap;
    if (button(pen.canvas, at.x, at.y, buttons.next)) ++steps;
    if (steps < 0 || (steps > 0 && buttons.next.enabled)) show_day(screen, date + steps, pen.out);
}

namespace {

// The time typed, also as "8:05"; none where it is no time.
std::optional<TimeOfDay> typed_time(const std::string& text) {
    return parse_time(text.size() == 4 && text[1] == ':' ? '0' + text : text);
}

void draw_time_field(const DayShown& day, TodayUi& ui, const AskingPen& pen) {
    Column field{pen.column.x, pen.column.y, std::min(pen.column.width, pen.px(200))};
    const TextFieldResult typed = text_field(
        pen.in(field), {.name = "today.time.field", .hint = "20:15", .single_line = true}, ui.time);
    if (typed.changed) ui.time = *typed.changed;
    const std::string& text = typed.changed ? *typed.changed : ui.time;
    const bool is_time = text.empty() || typed_time(text);
    field.skip(pen.px(4));
    Column words{pen.column.x, field.y, pen.column.width};
    draw_wrapped(pen.in(words), Type::label, is_time ? Colour::muted : Colour::notice,
                 is_time ? "Press Enter to keep it. If left empty, the check-in has no time."
                         : "This is not a time yet. Write it like 20:15.");
    pen.column.y = words.y;
    if (!typed.confirmed || !is_time) return;
    ui.changing_time = false;
    ui.checkin = day.ref.id;  // stays on view, whatever its new time makes of the order
    pen.out.add(SetCheckInTime{day.ref, typed_time(text)});
}

}  // namespace

void draw_checkin_foot(const DayShown& day, TodayUi& ui, const AskingPen& pen) {
    if (!day.checkin || !day.closed.empty()) return;
    const std::string at =
        day.checkin->time ? "Checked in at " + to_iso(*day.checkin->time) : "No time noted";
    Flow flow{pen};
    flow.step = 32;
    flow.gap = 24;
    if (flow_button(flow, {.name = "today.time", .label = at, .style = ButtonStyle::link})) {
        ui.changing_time = !ui.changing_time;
        ui.time = day.checkin->time ? to_iso(*day.checkin->time) : "";
        if (ui.changing_time) pen.canvas.controls.focus("today.time.field");
    }
    if (day.may_begin && flow_button(flow, {.name = "today.another",
                                            .label = "Another check-in",
                                            .style = ButtonStyle::link,
                                            .icon = icon::plus}))
        pen.out.add(AnotherCheckIn{});
    if (flow_button(
            flow,
            {.name = "today.delete", .label = "Delete this check-in", .style = ButtonStyle::link}))
        pen.out.add(DeleteCheckIn{day.ref});
    flow.end();
    if (ui.changing_time) draw_time_field(day, ui, pen);
}

}  // namespace rekindle::app
