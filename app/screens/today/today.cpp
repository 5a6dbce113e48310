#include "app/screens/today/parts.hpp"
#include "app/widgets/columns.hpp"
#include "app/widgets/text.hpp"
#include "workbook/journal/checks.hpp"

namespace rekindle::app {
namespace {

void draw_closed(const DayShown& day, const Pen& pen) {
    if (day.closed.empty()) return;
    draw_wrapped(pen, Type::secondary, Colour::notice, day.closed);
    pen.skip(12);
}

void draw_day(const Screen& screen, const DayShown& day, TodayUi& ui, const AskingPen& pen) {
    draw_closed(day, pen);
    draw_mood_and_trust(screen, day, pen);
    draw_feelings(screen, day, ui, pen);
    draw_words(screen, day, ui, pen);
    draw_checkin_foot(day, ui, pen);
}

void draw_side(const Screen& screen, const DayShown& day, TodayUi& ui, const AskingPen& pen) {
    draw_low_day(screen, day, pen);
    // Beside the sliders and not above them: it goes when the first one is moved, and what is under
    // the pointer has to stay where it is.
    draw_welcome_card(screen, pen);
    draw_last_weeks(screen, pen);
    draw_left_off(screen, pen);
    draw_due(screen, day, ui, pen);
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
    day.ref = {day.checkin ? day.checkin->id : screen.next_id, day.date, screen.person};
    return day;
}

void draw_today(const Screen& screen, TodayUi& ui, const AskingPen& pen) {
    const DayShown day = day_shown(screen, ui);
    const ImVec2 buttons = draw_day_title(screen, day, ui, pen);
    draw_beside(
        pen, [&](const AskingPen& main) { draw_day(screen, day, ui, main); },
        [&](const AskingPen& side) {
            draw_day_buttons(screen, day, ui, buttons, pen);
            draw_side(screen, day, ui, side);
        });
}

}  // namespace rekindle::app
