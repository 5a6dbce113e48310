#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "app/screens/help_parts.hpp"
#include "app/screens/shortcuts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/columns.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

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

void draw_key_line(std::string_view keys, std::string_view what, Canvas& canvas, Column& column) {
    const float beside = canvas.px(148);
    Column left{column.x, column.y, beside - canvas.px(8)};
    Column right{column.x + beside, column.y, column.width - beside};
    draw_wrapped(canvas, left, Type::secondary_strong, Colour::ink, keys);
    draw_wrapped(canvas, right, Type::secondary, Colour::muted, what);
    column.y = std::max(left.y, right.y) + canvas.px(4);
}

void draw_key_group(const ShortcutGroup& group, Canvas& canvas, Column& column) {
    if (!group.where.empty()) {
        column.skip(canvas.px(8));
        draw_wrapped(canvas, column, Type::secondary, Colour::accent, group.where);
        column.skip(canvas.px(4));
    }
    for (const Shortcut& each : group.shortcuts)
        draw_key_line(each.keys, each.what, canvas, column);
}

void draw_keys(HelpUi& ui, Canvas& canvas, Column& column) {
    scroll_to_keys(ui, canvas, column.y);
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink, "On the keyboard");
        inside.skip(canvas.px(4));
        const PageKeys to_pages = page_keys();
        draw_key_line(to_pages.keys, to_pages.what, canvas, inside);
        for (const ShortcutGroup& group : shortcut_groups) draw_key_group(group, canvas, inside);
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

// Those that say when this workbook is not what is needed, or all others.
void draw_sections(const Screen& screen, bool first, Canvas& canvas, Column& column) {
    for (const HelpSection& section : screen.content.help)
        if (section.first == first) draw_section(section, canvas, column);
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
