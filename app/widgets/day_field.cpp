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

std::optional<Date> draw_typed(Canvas& canvas, Column& column, const std::string& name,
                               std::string& text) {
    Column field{column.x, column.y, std::min(column.width, canvas.px(typed_width))};
    const TextFieldResult typed = text_field(
        canvas, field, {.name = name, .hint = "2026-12-24", .single_line = true, .most_bytes = 40},
        text);
    if (typed.changed) text = *typed.changed;
    field.skip(canvas.px(4));
    Column words{column.x, field.y, column.width};
    const auto date = parse_date(text);
    const bool is_open = text.empty() || date;
    draw_wrapped(canvas, words, Type::label, is_open ? Colour::muted : Colour::notice,
                 is_open ? "Write it like 2026-12-24; Enter takes it."
                         : "This is not a day yet. Write it like 2026-12-24.");
    column.y = words.y + canvas.px(6);
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

std::optional<Date> day_field(Canvas& canvas, Column& column, const DayFieldSpec& spec,
                              DayFieldUi& ui) {
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
    if (button(canvas, column.x, column.y, day)) open_days(spec, ui);
    auto chosen = day_picked(canvas, spec, ui);
    float x = column.x + button_width(canvas, day) + canvas.px(between);
    if (spec.enabled && x + button_width(canvas, type) > column.x + column.width) {
        x = column.x;
        column.skip(canvas.px(button_height));
    }
    if (spec.enabled && button(canvas, x, column.y, type)) {
        if (ui.typed.erase(name) == 0) {
            ui.typed[name] = spec.date ? to_iso(*spec.date) : std::string{};
            canvas.controls.focus(name + ".typed");
        }
    }
    column.skip(canvas.px(button_height + 6));
    if (ui.typed.contains(name))
        if (const auto typed = draw_typed(canvas, column, name + ".typed", ui.typed[name]))
            chosen = typed;
    if (chosen && ui.typed.erase(name) > 0)
        canvas.controls.focus(name, canvas.controls.shows_ring());
    return chosen;
}

std::string day_in_full(Date date, Date today) {
    const std::string words = to_words(date);
    return date.year() == today.year() ? words : fmt::format("{} {}", words, date.year());
}

}  // namespace rekindle::app
