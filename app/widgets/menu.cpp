#include "app/widgets/menu.hpp"

#include <algorithm>

#include "app/widgets/button.hpp"
#include "app/widgets/popup.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float item_side = 14;   // room left and right of a label
constexpr float arrow_room = 20;  // the arrow and the gap before it
constexpr float entry_height = 34;
constexpr float tick_room = 22;  // right of an entry, for the tick of the selected one
constexpr float narrowest = 140;
constexpr const char* arrow = icon::open;

std::string name_of(std::string_view menu, const MenuEntry& entry) {
    return std::string(menu) + '.' + entry.id;
}

ImVec2 size_of(Canvas& canvas, const std::vector<MenuEntry>& entries, float least) {
    float width = std::max(least, canvas.px(narrowest));
    for (const MenuEntry& entry : entries)
        width = std::max(width, text_width(canvas, Type::secondary, entry.label) +
                                    canvas.px(2 * item_side + tick_room));
    const float most = ImGui::GetIO().DisplaySize.x - canvas.px(4 * popup_padding);
    return {std::round(std::min(width, most)),
            canvas.px(entry_height) * static_cast<float>(entries.size())};
}

void draw_tick(Canvas& canvas, const Rect& row) {
    const float size = canvas.px(5);
    const ImVec2 corner{row.right() - canvas.px(14), row.centre().y + size / 2};
    const ImVec2 points[] = {{corner.x - size, corner.y - size / 2},
                             {corner.x - size / 3, corner.y + size / 4},
                             {corner.x + size, corner.y - size}};
    canvas.list()->AddPolyline(points, 3, canvas.colour(Colour::accent), 0,
                               std::max(1.2f, 1.8f * canvas.scale));
}

bool draw_entry(const Pen& pen, const std::string& name, const MenuEntry& entry) {
    const Rect row = pen.column.take(pen.px(entry_height));
    Interaction seen;
    if (entry.enabled)
        seen = interact(
            pen.canvas,
            {.name = name, .hit = row, .state = entry.selected ? "checked" : "-", .rounding = 6});
    if (seen.hovered || seen.focused)
        pen.canvas.list()->AddRectFilled(row.min(), row.max(),
                                         pen.canvas.colour(Colour::accent_soft), pen.px(6));
    const float y = row.y + (row.h - pen.canvas.fonts[Type::secondary]->FontSize) / 2;
    draw_text_cut(pen.canvas, {row.x + pen.px(10), y}, row.w - pen.px(10 + tick_room),
                  Type::secondary, entry.enabled ? Colour::ink : Colour::faint, entry.label);
    if (entry.selected) draw_tick(pen.canvas, row);
    return seen.pressed;
}

// The entry that is reached from the one with the focus; none are without an end, since the walk
// goes around.
const MenuEntry* entry_beside(Canvas& canvas, std::string_view menu,
                              const std::vector<MenuEntry>& entries, int step) {
    std::vector<const MenuEntry*> open;
    for (const MenuEntry& entry : entries)
        if (entry.enabled) open.push_back(&entry);
    if (open.empty()) return nullptr;
    const auto count = static_cast<int>(open.size());
    int place = step > 0 ? -1 : count;
    for (int i = 0; i < count; ++i)
        if (canvas.controls.has_focus(name_of(menu, *open[static_cast<std::size_t>(i)]))) place = i;
    return open[static_cast<std::size_t>((place + step + count) % count)];
}

void walk(Canvas& canvas, std::string_view menu, const std::vector<MenuEntry>& entries) {
    const auto go = [&](int step) {
        const MenuEntry* entry = entry_beside(canvas, menu, entries, step);
        if (entry) canvas.controls.focus(name_of(menu, *entry), true);
    };
    while (canvas.input.take(Key::down)) go(+1);
    while (canvas.input.take(Key::up)) go(-1);
}

void focus_first(Canvas& canvas, std::string_view menu, const std::vector<MenuEntry>& entries) {
    const auto selected = std::find_if(entries.begin(), entries.end(), [](const MenuEntry& entry) {
        return entry.selected && entry.enabled;
    });
    const MenuEntry* first =
        selected != entries.end() ? &*selected : entry_beside(canvas, menu, entries, +1);
    if (first) canvas.controls.focus(name_of(menu, *first), canvas.controls.shows_ring());
}

// A click beside the menu closed it while one of its entries had the focus: it goes back to what
// opened it.
void return_focus(Canvas& canvas, std::string_view menu, const std::vector<MenuEntry>& entries) {
    const bool was_inside = std::any_of(
        entries.begin(), entries.end(),
        [&](const MenuEntry& entry) { return canvas.controls.has_focus(name_of(menu, entry)); });
    if (was_inside) canvas.controls.grab(menu, canvas.controls.shows_ring());
}

// The button itself; true when pressed.
bool draw_opener(Canvas& canvas, const Rect& rect, std::string_view name, std::string_view label,
                 bool open) {
    const Interaction seen =
        interact(canvas, {.name = name, .hit = rect, .state = open ? "open" : "closed"});
    const float rounding = canvas.px(9);
    canvas.list()->AddRectFilled(rect.min(), rect.max(), canvas.colour(Colour::surface), rounding);
    canvas.list()->AddRect(rect.min(), rect.max(),
                           canvas.colour(seen.hovered || open ? Colour::muted : Colour::line),
                           rounding, 0, std::max(1.0f, canvas.scale));
    const float y = rect.y + (rect.h - canvas.fonts[Type::secondary]->FontSize) / 2;
    draw_text(canvas, rect.x + canvas.px(item_side + 1), y, Type::secondary, Colour::ink, label);
    draw_text_right(canvas, rect.right() - canvas.px(item_side + 1), y, Type::secondary,
                    Colour::ink, arrow);
    return seen.pressed;
}

struct OpenMenu {
    std::string_view name;
    std::string_view opener;  // the control that has the focus again when it closes
    Rect anchor;
    float least_width = 0;
};

// The menu, if it is open; gives the id chosen.
std::optional<std::string> draw_menu(Canvas& canvas, const OpenMenu& menu,
                                     const std::vector<MenuEntry>& entries) {
    std::optional<std::string> chosen;
    Popup popup{canvas, menu.name, menu.anchor, size_of(canvas, entries, menu.least_width)};
    if (!popup.is_open()) return chosen;
    walk(canvas, menu.name, entries);
    Column column = popup.column();
    for (const MenuEntry& entry : entries)
        if (draw_entry({canvas, column}, name_of(menu.name, entry), entry)) chosen = entry.id;
    if (chosen)
        popup.close(menu.opener);
    else
        popup.close_when_left(menu.opener);
    return chosen;
}

}  // namespace

float menu_button_width(Canvas& canvas, std::string_view label) {
    return std::round(text_width(canvas, Type::secondary, label)) +
           canvas.px(2 * item_side + 2 + arrow_room);
}

std::optional<std::string> menu_button(Canvas& canvas, float x, float y, std::string_view name,
                                       std::string_view label,
                                       const std::vector<MenuEntry>& entries) {
    const Rect rect{x, y, menu_button_width(canvas, label), canvas.px(button_height)};
    const std::string menu{name};
    const bool was_open = ImGui::IsPopupOpen(menu.c_str());
    if (!was_open) return_focus(canvas, name, entries);
    if (draw_opener(canvas, rect, name, label, was_open) && !was_open) {
        ImGui::OpenPopup(menu.c_str());
        focus_first(canvas, name, entries);
    }
    return draw_menu(canvas, {name, name, rect, rect.w}, entries);
}

void open_menu(Canvas& canvas, std::string_view name, const std::vector<MenuEntry>& entries) {
    open_popup(name);
    focus_first(canvas, name, entries);
}

bool is_menu_open(std::string_view name) { return ImGui::IsPopupOpen(std::string(name).c_str()); }

std::optional<std::string> menu(Canvas& canvas, std::string_view name, std::string_view opener,
                                const Rect& anchor, const std::vector<MenuEntry>& entries) {
    return draw_menu(canvas, {name, opener, anchor, 0}, entries);
}

void open_popup(std::string_view name) { ImGui::OpenPopup(std::string(name).c_str()); }

}  // namespace rekindle::app
