#include "app/screens/today/parts.hpp"
#include "app/widgets/columns.hpp"
#include "app/widgets/text.hpp"
#include "workbook/journal/checks.hpp"

namespace rekindle::app {
namespace {

void draw_closed(const DayShown& day, Canvas& canvas, Column& column) {
    if (day.closed.empty()) return;
    draw_wrapped(canvas, column, Type::secondary, Colour::notice, day.closed);
    column.skip(canvas.px(12));
}

void draw_day(const Screen& screen, const DayShown& day, TodayUi& ui, Canvas& canvas,
              Column& column, Actions& out) {
    draw_closed(day, canvas, column);
    draw_mood_and_trust(screen, day, canvas, column, out);
    draw_feelings(screen, day, ui, canvas, column, out);
    draw_words(screen, day, ui, canvas, column, out);
    draw_checkin_foot(day, ui, canvas, column, out);
}

void draw_side(const Screen& screen, const DayShown& day, TodayUi& ui, Canvas& canvas,
               Column& column, Actions& out) {
    draw_low_day(screen, day, canvas, column, out);
    // Beside the sliders and not above them: it goes when the first one is moved, and what is under
    // the pointer has to stay where it is.
    draw_welcome_card(screen, canvas, column, out);
    draw_last_weeks(screen, canvas, column, out);
    draw_left_off(screen, ui, canvas, column, out);
    draw_due(screen, day, ui, canvas, column, out);
}

std::string why_closed(const Screen& screen, const DayShown& day) {
    if (day.all.empty() && !day.may_begin) return "This day has not come yet.";
    const Error* error = screen.why_read_only({PartKind::month, day.date.year_month(), {}});
    return error ? "This month can only be read for now: " + error->message : std::string{};
}

}  // namespace

std::optional<int> DayShown::rating(std::string_view scale) const {
    if (!checkin) return std::nullopt;
    const auto found = checkin->ratings.find(scale);
    return found == checkin->ratings.end() ? std::nullopt : std::optional(found->second);
}

DayShown day_shown(const Screen& screen, const TodayUi& ui) {
    DayShown day;
    day.date = ui.date.value_or(screen.today);
    day.all = checkins_on(screen.journal, day.date, screen.person);
    day.may_begin = may_be_new(day.date, screen.today);
    day.another = ui.another && day.may_begin;
    day.closed = why_closed(screen, day);
    if (!day.another && !day.all.empty()) {
        day.checkin = day.all.back();
        for (const CheckIn* each : day.all)
            if (each->id == ui.checkin) day.checkin = each;
    }
    day.ref = {day.checkin ? day.checkin->id : ui.fresh, day.date, screen.person};
    return day;
}

void draw_today(const Screen& screen, TodayUi& ui, Canvas& canvas, Column& column, Actions& out) {
    const DayShown day = day_shown(screen, ui);
    const ImVec2 buttons = draw_day_title(screen, day, ui, canvas, column);
    draw_beside(
        canvas, column, [&](Column& main) { draw_day(screen, day, ui, canvas, main, out); },
        [&](Column& side) {
            draw_day_buttons(screen, day, ui, canvas, buttons, out);
            draw_side(screen, day, ui, canvas, side, out);
        });
}

}  // namespace rekindle::app
