// A small practice that comes round: its words, its rhythm, and the days on which it was done. Days
// stand by themselves; nothing counts how many there are in a row.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/exercises/exercises.hpp"
#include "app/widgets/calendar_strip.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/series_look.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"
#include "app/widgets/tooltip.hpp"

namespace rekindle::app {
namespace {

constexpr int weeks_shown = 9;  // this one and the eight before it
constexpr int week = 7;
constexpr float row_height = 22;
constexpr float week_width = 30;
constexpr float weekday_room = 34;  // for the weekdays' names, left of the strip
constexpr std::size_t most_words = 4000;

struct RitualContext {
    const CardContext& card;
    std::string id;
    std::string base;  // of its controls: "card.ID.EXERCISE"
    const Ritual& ritual;
    Rhythm rhythm;  // the person's own, else the one of the content
};

bool is_marked(const Ritual& ritual, Date date, std::string_view person) {
    return std::any_of(ritual.days.begin(), ritual.days.end(), [&](const RitualDay& day) {
        return day.date == date && day.person == person;
    });
}

bool is_second(const Profile& profile, std::string_view person) {
    return profile.people.size() > 1 && profile.people.back().id == person;
}

void draw_rhythm(const RitualContext& context, const AskingPen& pen) {
    struct Choice {
        Rhythm rhythm;
        std::string_view name;
        std::string_view label;
    };
    static constexpr std::array<Choice, 3> choices{{{Rhythm::daily, "daily", "every day"},
                                                    {Rhythm::weekly, "weekly", "every week"},
                                                    {Rhythm::none, "none", "whenever it fits"}}};
    Flow flow{pen};
    flow.gap = 6;
    for (const Choice& choice : choices) {
        const std::string name = context.base + '.' + std::string(choice.name);
        if (flow_chip(flow, {.name = name,
                             .label = choice.label,
                             .selected = context.rhythm == choice.rhythm,
                             .type = Type::label,
                             .enabled = context.card.writable}) &&
            context.rhythm != choice.rhythm)
            pen.out.add(SetRitualRhythm{context.id, choice.rhythm});
    }
    flow.end();
}

void toggle_day(const RitualContext& context, Date date, Actions& out) {
    const bool marked = is_marked(context.ritual, date, context.card.screen.person);
    out.add(MarkRitual{context.id, date, !marked});
}

void draw_today_button(const RitualContext& context, const AskingPen& pen) {
    const Screen& screen = context.card.screen;
    const bool marked = is_marked(context.ritual, screen.today, screen.person);
    const ButtonSpec spec{.name = context.base,
                          .label = marked ? "Marked for today" : "Mark today",
                          .icon = marked ? icon::ticked : icon::unticked,
                          .enabled = context.card.writable,
                          .state = marked ? "checked" : "-"};
    if (button(pen.canvas, pen.column.x, pen.column.y, spec))
        toggle_day(context, screen.today, pen.out);
    pen.skip(button_height + 10);
}

// One person's day is filled; of two, the first has a circle on the left and the second a square on
// the right.
void draw_marks_of(const RitualContext& context, Canvas& canvas, const Rect& cell, Date date) {
    const Profile& profile = *context.card.screen.journal.profile;
    canvas.list()->AddRect(cell.min(), cell.max(), canvas.colour(Colour::line), canvas.px(4), 0,
                           std::max(1.0f, canvas.scale));
    for (const RitualDay& day : context.ritual.days) {
        if (day.date != date) continue;
        if (profile.people.size() < 2) {
            canvas.list()->AddRectFilled(cell.min(), cell.max(), canvas.colour(Colour::accent),
                                         canvas.px(4));
            return;
        }
        const bool second = is_second(profile, day.person);
        const float radius = std::min(canvas.px(5), cell.w / 4);
        draw_mark(*canvas.list(), {cell.x + cell.w * (second ? 0.72f : 0.28f), cell.centre().y},
                  radius, second ? MarkShape::square : MarkShape::circle,
                  canvas.colour(second ? Colour::trust : Colour::accent));
    }
}

std::string day_words(const RitualContext& context, Date date) {
    const Profile& profile = *context.card.screen.journal.profile;
    std::string who;
    for (const RitualDay& day : context.ritual.days)
        if (day.date == date) who += (who.empty() ? "" : " and ") + name_of(profile, day.person);
    if (!who.empty() && profile.people.size() < 2) who = "done";
    return fmt::format("{} {} · {}", to_words(date), date.year(), who.empty() ? "no mark" : who);
}

void draw_weekdays(const RitualContext& context, const Pen& pen) {
    for (int i = 0; i < week; ++i) {
        const auto day = static_cast<Weekday>(
            (static_cast<int>(context.card.screen.journal.profile->week_start) + i) % week);
        const float middle =
            pen.column.y + pen.px(row_height) * (static_cast<float>(i) + 0.5f) - pen.px(1);
        draw_text(pen.canvas, pen.column.x,
                  std::round(middle - pen.canvas.fonts.size(Type::label) / 2), Type::label,
                  Colour::muted, weekday_name(day).substr(0, 2));
    }
}

void draw_strip(const RitualContext& context, ExerciseUi& ui, const AskingPen& pen) {
    const Screen& screen = context.card.screen;
    const Date first =
        start_of_week(screen.today, screen.journal.profile->week_start) - (weeks_shown - 1) * week;
    CalendarDays days{first, {}};
    days.values.resize(static_cast<std::size_t>(screen.today - first + 1));
    std::optional<Date> cursor;
    if (const auto found = ui.calendar_cursors.find(context.id); found != ui.calendar_cursors.end())
        cursor = found->second;
    const std::string words = day_words(context, cursor.value_or(screen.today));
    const std::string name = context.base + ".days";
    draw_weekdays(context, pen);
    Column strip{
        pen.column.x + pen.px(weekday_room), pen.column.y,
        std::min(pen.column.width - pen.px(weekday_room), pen.px(week_width) * weeks_shown)};
    const auto result =
        calendar_strip(pen.in(strip), {.name = name,
                                       .days = days,
                                       .cursor = cursor,
                                       .words = words,
                                       .row = row_height,
                                       .draw_day = [&](Canvas& on, const Rect& cell, Date date) {
                                           draw_marks_of(context, on, cell, date);
                                       }});
    pen.column.y = strip.y;
    if (result.cursor) ui.calendar_cursors[context.id] = *result.cursor;
    if (result.pointed && result.hovered)
        tooltip_beside(pen.canvas, result.cell, day_words(context, *result.pointed));
    if (result.pressed && context.card.writable) toggle_day(context, *result.pressed, pen.out);
}

// Whose mark is which, where there are two.
void draw_names(const RitualContext& context, const Pen& pen) {
    const Profile& profile = *context.card.screen.journal.profile;
    if (profile.people.size() < 2) return;
    pen.skip(4);
    for (const Person& person : profile.people) {
        const bool second = is_second(profile, person.id);
        const Rect row = pen.column.take(pen.px(22));
        const float radius = pen.px(5);
        draw_mark(*pen.canvas.list(), {row.x + radius + pen.px(1), row.centre().y}, radius,
                  second ? MarkShape::square : MarkShape::circle,
                  pen.canvas.colour(second ? Colour::trust : Colour::accent));
        draw_text_cut(
            pen.canvas,
            {row.x + pen.px(18), row.centre().y - pen.canvas.fonts.size(Type::secondary) / 2},
            row.w - pen.px(18), Type::secondary, Colour::muted, name_of(profile, person.id));
    }
}

}  // namespace

void draw_ritual(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                 const AskingPen& pen) {
    draw_exercise_head(pen, exercise.title, exercise.prompt);
    const std::string id = practice_id(context.workbook, context.card, exercise);
    const Ritual& ritual = ritual_of(context.screen.journal, id);
    const RitualContext here{context, id, context.name + '.' + exercise.id, ritual,
                             ritual.rhythm.value_or(exercise.rhythm)};
    const std::string words = here.base + ".words";
    const auto typed = text_field(pen,
                                  {.name = words,
                                   .hint = "What it is for you, in your own words",
                                   .min_lines = 1,
                                   .single_line = true,
                                   .enabled = context.writable,
                                   .most_bytes = most_words},
                                  ritual.text);
    if (typed.changed) pen.out.add(DescribeRitual{id, *typed.changed});
    pen.skip(10);
    draw_rhythm(here, pen);
    pen.skip(2);
    draw_today_button(here, pen);
    draw_strip(here, ui, pen);
    draw_names(here, pen);
    pen.skip(6);
}

}  // namespace rekindle::app
