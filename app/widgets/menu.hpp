// Small things that open over the page: a menu of choices and a month to pick a day from.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/frame/canvas.hpp"
#include "workbook/base/date.hpp"

namespace rekindle::app {

struct MenuEntry {
    std::string id;
    std::string label;
    bool selected = false;
    bool enabled = true;
};

// A button NAME that opens a menu below itself; entries are controls NAME.ID. Gives the id chosen.
std::optional<std::string> menu_button(Canvas& canvas, float x, float y, std::string_view name,
                                       std::string_view label,
                                       const std::vector<MenuEntry>& entries);
float menu_button_width(Canvas& canvas, std::string_view label);

// The same without a button: a menu NAME that `open_menu` opened below `anchor`. When it closes the
// control `opener` has the focus again.
void open_menu(Canvas& canvas, std::string_view name, const std::vector<MenuEntry>& entries);
bool is_menu_open(std::string_view name);
std::optional<std::string> menu(Canvas& canvas, std::string_view name, std::string_view opener,
                                const Rect& anchor, const std::vector<MenuEntry>& entries);

// A month in a popup NAME (open it with `open_popup`): days as controls NAME.day.2026-11-21, back
// and forward as NAME.previous and NAME.next. Days after `last` cannot be picked; `marked` says
// which have an entry. `shown` is the month on view, kept by the caller. Gives the day picked.
struct MonthPicker {
    YearMonth shown{};
    // Kept by the picker while it is open: the control that opened it, below which it stands.
    std::string opener{};
    bool open = false;
    // The day with a ring around it; none: `last`, where nobody can pick what has not come yet.
    std::optional<Date> today{};
};
struct MonthSpec {
    ControlName name;
    Date selected{};
    Date last{};
    Weekday week_start = Weekday::monday;
    std::function<bool(Date)> marked = {};
};
std::optional<Date> month_picker(Canvas& canvas, const MonthSpec& spec, MonthPicker& picker);
void open_popup(std::string_view name);

}  // namespace rekindle::app
