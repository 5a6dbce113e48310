#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "app/screens/help_parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/columns.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

struct KeyWords {
    std::string_view keys;
    std::string_view what;
};
struct KeyGroup {
    std::string_view where;  // empty: everywhere
    std::span<const KeyWords> keys;
};
constexpr std::array everywhere{
    KeyWords{"Ctrl 1 to 4", "Today, Workbook, Timeline, Practices"},
    KeyWords{"F1 or ?", "show these keys"},
    KeyWords{"Ctrl F", "search in the workbook or in Practices"},
    KeyWords{"Tab, Shift Tab", "to the next control, and back"},
    KeyWords{"Enter, Space", "press what has the ring"},
    KeyWords{"Esc", "leave a control; nothing is lost"},
    KeyWords{"← → or 0 to 10", "set a slider"},
    KeyWords{"Delete", "empty a slider (a right click does too)"},
    KeyWords{"Ctrl Z", "undo; in a text, too"},
    KeyWords{"Ctrl Shift Z", "redo"},
    KeyWords{"Ctrl + and −", "larger and smaller text"},
    KeyWords{"Ctrl 0", "text as it was"},
    KeyWords{"Page Up, Page Down", "scroll"},
    KeyWords{"Ctrl L", "lock, where a passphrase is set"},
    KeyWords{"Shift, three times", "hide everything; the same again brings it back"},
};
constexpr std::array on_today{
    KeyWords{"Alt ←, Alt →", "the day before, the day after"},
};
constexpr std::array on_timeline{
    KeyWords{"← →", "from day to day; the line below the chart reads it out"},
    KeyWords{"↑ ↓", "a week back or on"},
    KeyWords{"Page Up, Page Down", "a month back or on"},
    KeyWords{"Home, End", "the first day and the latest"},
    KeyWords{"Enter", "open that day"},
    KeyWords{"+ −", "show fewer days, or more"},
};
constexpr std::array key_groups{
    KeyGroup{"", everywhere},
    KeyGroup{"On Today", on_today},
    KeyGroup{"On the Timeline", on_timeline},
};

void draw_section(const HelpSection& section, Canvas& canvas, Column& column) {
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::heading, Colour::ink, section.title);
        card.inside.skip(canvas.px(4));
        draw_wrapped(canvas, card.inside, Type::secondary, Colour::ink, section.text);
    }
    column.skip(canvas.px(16));
}

// Once the page stands still: while it appears it is still on its way to where it was scrolled.
void scroll_to_keys(HelpUi& ui, Canvas& canvas, float top) {
    if (!ui.to_keys) return;
    canvas.draw_again();
    if (ImGui::IsWindowAppearing()) return;
    const float above = canvas.list()->GetClipRectMin().y + canvas.px(24);
    ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + top - above));
    ui.to_keys = false;
}

void draw_key_group(const KeyGroup& group, Canvas& canvas, Column& column) {
    if (!group.where.empty()) {
        column.skip(canvas.px(8));
        draw_wrapped(canvas, column, Type::secondary, Colour::accent, group.where);
        column.skip(canvas.px(4));
    }
    const float beside = canvas.px(148);
    for (const KeyWords& each : group.keys) {
        Column keys{column.x, column.y, beside - canvas.px(8)};
        Column what{column.x + beside, column.y, column.width - beside};
        draw_wrapped(canvas, keys, Type::secondary_strong, Colour::ink, each.keys);
        draw_wrapped(canvas, what, Type::secondary, Colour::muted, each.what);
        column.y = std::max(keys.y, what.y) + canvas.px(4);
    }
}

void draw_keys(HelpUi& ui, Canvas& canvas, Column& column) {
    scroll_to_keys(ui, canvas, column.y);
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink, "On the keyboard");
        inside.skip(canvas.px(4));
        for (const KeyGroup& group : key_groups) draw_key_group(group, canvas, inside);
    }
    column.skip(canvas.px(16));
}

void draw_where(const Screen& screen, Canvas& canvas, Column& column) {
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::heading, Colour::ink, "Where your words are");
        card.inside.skip(canvas.px(4));
        draw_wrapped(canvas, card.inside, Type::secondary, Colour::ink, screen.folder);
        card.inside.skip(canvas.px(4));
        draw_wrapped(canvas, card.inside, Type::secondary, Colour::muted,
                     "Plain text files, one for each month and each workbook. Any editor opens "
                     "them, and a copy of the folder is a complete copy of your journal.");
    }
    column.skip(canvas.px(16));
}

// The sections that say when this workbook is not what is needed come before everything else.
bool is_about_safety(const HelpSection& section) {
    return section.id == "safe" || section.id == "low";
}

void draw_sections(const Screen& screen, bool about_safety, Canvas& canvas, Column& column) {
    for (const HelpSection& section : screen.content.help)
        if (is_about_safety(section) == about_safety) draw_section(section, canvas, column);
}

void draw_welcome_link(Canvas& canvas, Column& column, Actions& out) {
    const ButtonSpec welcome{
        .name = "help.welcome", .label = "The welcome page", .style = ButtonStyle::link};
    if (button(canvas, column.x, column.y, welcome)) out.add(GoTo{Page::welcome});
    column.skip(canvas.px(button_height));
}

}  // namespace

void draw_help(const Screen& screen, HelpUi& ui, Canvas& canvas, Column& column, Actions& out) {
    draw_title(canvas, column, "Help",
               "What this is for, what it is not for, and how to find your way.");
    const bool one_column = column.width < canvas.px(width_for_two_columns);
    const auto draw_people = [&](Column& at) {
        draw_contacts(screen.content, canvas, at);
        draw_supporters(screen, ui, canvas, at, out);
    };
    draw_beside(
        canvas, column,
        [&](Column& main) {
            draw_sections(screen, true, canvas, main);
            if (one_column) draw_people(main);
            draw_sections(screen, false, canvas, main);
        },
        [&](Column& side) {
            if (!one_column) draw_people(side);
            draw_keys(ui, canvas, side);
            draw_where(screen, canvas, side);
            draw_welcome_link(canvas, side, out);
        });
}

}  // namespace rekindle::app
