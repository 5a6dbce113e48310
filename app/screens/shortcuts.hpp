// What keys do, once: how Help writes it, and which press does it. Screens ask by what it does;
// what a control does with the keys while it has them stands in its own file and is only told here.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "app/frame/input.hpp"

namespace rekindle::app {

enum class Does {
    nothing,
    show_keys,
    search,
    leave_control,
    undo,
    redo,
    larger_text,
    smaller_text,
    usual_text,
    scroll_up,
    scroll_down,
    scroll_to_top,
    scroll_to_end,
    lock,
    day_before,
    day_after,
    // of the day in the Timeline's plot
    cursor_day_back,
    cursor_day_on,
    cursor_week_back,
    cursor_week_on,
    cursor_month_back,
    cursor_month_on,
    cursor_to_first,
    cursor_to_latest,
    open_cursor_day,
    fewer_days,
    more_days
};

struct Binding {
    InputEvent event{};
    Does does = Does::nothing;
};

// A line of Help.
struct Shortcut {
    std::string_view keys;  // as a person reads them: "Ctrl Z"
    std::string_view what;
    std::array<Binding, 4> bindings{};  // none: a control or the window takes these keys itself
};

struct ShortcutGroup {
    std::string_view where;  // empty: everywhere
    std::span<const Shortcut> shortcuts;
};
extern const std::array<ShortcutGroup, 3> shortcut_groups;

// The line about the keys that go to the pages, which stand in the table of pages.
struct PageKeys {
    std::string keys;  // "Ctrl 1 to 4"
    std::string what;
};
PageKeys page_keys();

// Takes the first press or character that does this; true when there was one.
bool take(Input& input, Does does);
// Whether this press or character does it.
bool is_for(const InputEvent& event, Does does);

}  // namespace rekindle::app
