#include "app/widgets/day_field.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

constexpr float typed_width = 150;
constexpr float between = 14;

std::optional<Date> draw_typed(const Pen& pen, const std::string& name, std::string& text) {
    Column field{pen.column.x, pen.column.y, std::min(pen.column.width, pen.px(typed_width))};
    const TextFieldResult typed = text_field(
        pen.in(field), {.name = name, .hint = "2026-12-24", .single_line = true, .most_bytes = 40},
        text);
    if (typed.changed) text = *typed.changed;
    field.skip(pen.px(4));
    Column words{pen.column.x, field.y, pen.column.width};
    const auto date = parse_date(text);
    const bool is_open = text.empty() || date;
    draw_wrapped(pen.in(words), Type::label, is_open ? Colour::muted : Colour::notice,
                 is_open ? "Write it like 2026-12-24; Enter takes it."
                         : "This is not a day yet. Write it like 2026-12-24.");
    pen.column.y = words.y + pen.px(6);
    return typed.confirmed ? date : std::nullopt;
}

}  // namespace

void open_days(const DayFieldSpec& spec, DayFieldUi& ui) {
    ui.picking = spec.name;
    ui.month.shown = spec.date.value_or(spec.today).year_month();
    ui.month.today = spec.today;
    open_popup(spec.name);
}

std::optional<Date> day_picked(Canvas& canvas, const DayFieldSpec& spec, DayFieldUi& ui) {
    if (ui.picking != spec.name) return std::nullopt;
    return month_picker(canvas,
                        {.name = spec.name,
                         .selected = spec.date.value_or(spec.today),
                         .last = *make_date(9999, 12, 31),
                         .week_start = spec.week_start},
                        ui.month);
}

std::optional<Date> day_field(const Pen& pen, const DayFieldSpec& spec, DayFieldUi& ui) {
    const std::string name{spec.name};
    const std::string type_name = name + ".type";
    const std::string label = spec.date ? day_in_full(*spec.date, spec.today) : "Choose a day";
    const ButtonSpec day{.name = name,
                         .label = label,
                         .icon = icon::calendar,
                         .enabled = spec.enabled,
                         .state = spec.date ? "value=" + to_iso(*spec.date) : "value=none"};
    const ButtonSpec type{
        .name = type_name, .label = "Type it", .style = ButtonStyle::link, .enabled = spec.enabled};
    if (button(pen.canvas, pen.column.x, pen.column.y, day)) open_days(spec, ui);
    auto chosen = day_picked(pen.canvas, spec, ui);
    float x = pen.column.x + button_width(pen.canvas, day) + pen.px(between);
    if (spec.enabled && x + button_width(pen.canvas, type) > pen.column.x + pen.column.width) {
        x = pen.column.x;
        pen.skip(button_height);
    }
    if (spec.enabled && button(pen.canvas, x, pen.column.y, type)) {
        if (ui.typed.erase(name) == 0) {
            ui.typed[name] = spec.date ? to_iso(*spec.date) : std::string{};
            pen.canvas.controls.focus(name + ".typed");
        }
    }
    pen.skip(button_height + 6);
    if (ui.typed.contains(name))
        if (const auto typed = draw_typed(pen, name + ".typed", ui.typed[name])) chosen = typed;
    if (chosen && ui.typed.erase(name) > 0)
        pen.canvas.controls.focus(name, pen.canvas.controls.shows_ring());
    return chosen;
}

std::string day_in_full(Date date, Date today) {
    const std::string words = to_words(date);
    return date.year() == today.year() ? words : fmt::format("{} {}", words, date.year());
}

}  // namespace rekindle::app
