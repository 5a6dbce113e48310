#include "app/screens/shortcuts.hpp"

#include "app/screens/pages.hpp"

namespace rekindle::app {
namespace {

constexpr InputEvent plain(Key key) { return KeyPress{key, false, false, false}; }
constexpr InputEvent shifted(Key key) { return KeyPress{key, false, true, false}; }
constexpr InputEvent ctrl(Key key) { return KeyPress{key, true, false, false}; }
constexpr InputEvent ctrl_shift(Key key) { return KeyPress{key, true, true, false}; }
constexpr InputEvent alt(Key key) { return KeyPress{key, false, false, true}; }
constexpr InputEvent typed(char32_t character) { return Typed{character}; }

constexpr std::array everywhere{
    Shortcut{"F1 or ?",
             "show these keys",
             {{{plain(Key::f1), Does::show_keys}, {typed(U'?'), Does::show_keys}}}},
    Shortcut{"Ctrl F", "search in the workbook or in Practices", {{{ctrl(Key::f), Does::search}}}},
    Shortcut{"Tab, Shift Tab", "to the next control, and back"},
    Shortcut{"Enter, Space", "press what has the ring"},
    Shortcut{
        "Esc", "leave a control; nothing is lost", {{{plain(Key::escape), Does::leave_control}}}},
    Shortcut{"← → or 0 to 10", "set a slider"},
    Shortcut{"Delete", "empty a slider (a right click does too)"},
    Shortcut{"Ctrl Z", "undo; in a text, too", {{{ctrl(Key::z), Does::undo}}}},
    Shortcut{
        "Ctrl Shift Z", "redo", {{{ctrl_shift(Key::z), Does::redo}, {ctrl(Key::y), Does::redo}}}},
    // On many keyboards the plus sign needs Shift: both count.
    Shortcut{"Ctrl + and −",
             "larger and smaller text",
             {{{ctrl(Key::plus), Does::larger_text},
               {ctrl_shift(Key::plus), Does::larger_text},
               {ctrl(Key::minus), Does::smaller_text},
               {ctrl_shift(Key::minus), Does::smaller_text}}}},
    Shortcut{"Ctrl 0", "text as it was", {{{ctrl(Key::digit_0), Does::usual_text}}}},
    Shortcut{"Page Up, Page Down",
             "scroll",
             {{{plain(Key::page_down), Does::scroll_down},
               {plain(Key::page_up), Does::scroll_up},
               {plain(Key::home), Does::scroll_to_top},
               {plain(Key::end), Does::scroll_to_end}}}},
    Shortcut{"Ctrl L", "lock, where a passphrase is set", {{{ctrl(Key::l), Does::lock}}}},
    Shortcut{"Shift, three times", "hide everything; the same again brings it back"},
};
constexpr std::array on_today{
    Shortcut{"Alt ←, Alt →",
             "the day before, the day after",
             {{{alt(Key::left), Does::day_before}, {alt(Key::right), Does::day_after}}}},
};
constexpr std::array on_timeline{
    Shortcut{
        "← →",
        "from day to day; the line below the chart reads it out",
        {{{plain(Key::left), Does::cursor_day_back}, {plain(Key::right), Does::cursor_day_on}}}},
    Shortcut{
        "↑ ↓",
        "a week back or on",
        {{{plain(Key::up), Does::cursor_week_back}, {plain(Key::down), Does::cursor_week_on}}}},
    Shortcut{"Page Up, Page Down",
             "a month back or on",
             {{{plain(Key::page_up), Does::cursor_month_back},
               {plain(Key::page_down), Does::cursor_month_on}}}},
    Shortcut{
        "Home, End",
        "the first day and the latest",
        {{{plain(Key::home), Does::cursor_to_first}, {plain(Key::end), Does::cursor_to_latest}}}},
    Shortcut{"Enter", "open that day", {{{plain(Key::enter), Does::open_cursor_day}}}},
    Shortcut{"+ −",
             "show fewer days, or more",
             {{{plain(Key::plus), Does::fewer_days},
               {shifted(Key::plus), Does::fewer_days},
               {plain(Key::minus), Does::more_days},
               {shifted(Key::minus), Does::more_days}}}},
};

}  // namespace

constexpr std::array<ShortcutGroup, 3> shortcut_groups{{
    {"", everywhere},
    {"On Today", on_today},
    {"On the Timeline", on_timeline},
}};

namespace {

// The first binding for which `is_it` holds; null where there is none.
template <class IsIt>
const Binding* find_binding(Does does, const IsIt& is_it) {
    for (const ShortcutGroup& group : shortcut_groups)
        for (const Shortcut& shortcut : group.shortcuts)
            for (const Binding& binding : shortcut.bindings)
                if (binding.does == does && is_it(binding.event)) return &binding;
    return nullptr;
}

bool take_event(Input& input, const InputEvent& wanted) {
    if (const auto* character = std::get_if<Typed>(&wanted))
        return input.take_typed(character->character);
    return input.take([&](const KeyPress& press) { return InputEvent{press} == wanted; });
}

}  // namespace

PageKeys page_keys() {
    PageKeys line;
    std::string last;
    for (const PageRow& page : pages) {
        if (!page.key) continue;
        last = key_in_words(page);
        if (line.keys.empty()) line.keys = last;
        line.what += (line.what.empty() ? "" : ", ") + std::string(page.title);
    }
    line.keys += " to " + last.substr(last.rfind(' ') + 1);
    return line;
}

bool take(Input& input, Does does) {
    return find_binding(does, [&](const InputEvent& wanted) {
               return take_event(input, wanted);
           }) != nullptr;
}

bool is_for(const InputEvent& event, Does does) {
    return find_binding(does, [&](const InputEvent& each) { return each == event; }) != nullptr;
}

}  // namespace rekindle::app
