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

void draw_section(const HelpSection& section, const Pen& pen) {
    {
        CardGround card{pen};
        const Pen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, section.title);
        inside.skip(4);
        draw_wrapped(inside, Type::secondary, Colour::ink, section.text);
    }
    pen.skip(16);
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

void draw_key_line(std::string_view keys, std::string_view what, const Pen& pen) {
    const float beside = pen.px(148);
    Column left{pen.column.x, pen.column.y, beside - pen.px(8)};
    Column right{pen.column.x + beside, pen.column.y, pen.column.width - beside};
    draw_wrapped(pen.in(left), Type::secondary_strong, Colour::ink, keys);
    draw_wrapped(pen.in(right), Type::secondary, Colour::muted, what);
    pen.column.y = std::max(left.y, right.y) + pen.px(4);
}

void draw_key_group(const ShortcutGroup& group, const Pen& pen) {
    if (!group.where.empty()) {
        pen.skip(8);
        draw_wrapped(pen, Type::secondary, Colour::accent, group.where);
        pen.skip(4);
    }
    for (const Shortcut& each : group.shortcuts) draw_key_line(each.keys, each.what, pen);
}

void draw_keys(HelpUi& ui, const Pen& pen) {
    scroll_to_keys(ui, pen.canvas, pen.column.y);
    {
        CardGround card{pen};
        const Pen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "On the keyboard");
        inside.skip(4);
        const PageKeys to_pages = page_keys();
        draw_key_line(to_pages.keys, to_pages.what, inside);
        for (const ShortcutGroup& group : shortcut_groups) draw_key_group(group, inside);
    }
    pen.skip(16);
}

void draw_where(const Screen& screen, const Pen& pen) {
    {
        CardGround card{pen};
        const Pen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Where your words are");
        inside.skip(4);
        draw_wrapped(inside, Type::secondary, Colour::ink, screen.folder);
        inside.skip(4);
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     "Plain text files, one for each month and each workbook. Any editor opens "
                     "them, and a copy of the folder is a complete copy of your journal.");
    }
    pen.skip(16);
}

// Those that say when this workbook is not what is needed, or all others.
void draw_sections(const Screen& screen, bool first, const Pen& pen) {
    for (const HelpSection& section : screen.content.help)
        if (section.first == first) draw_section(section, pen);
}

void draw_welcome_link(const AskingPen& pen) {
    const ButtonSpec welcome{
        .name = "help.welcome", .label = "The welcome page", .style = ButtonStyle::link};
    if (button(pen.canvas, pen.column.x, pen.column.y, welcome)) pen.out.add(GoTo{Page::welcome});
    pen.skip(button_height);
}

}  // namespace

void draw_help(const Screen& screen, HelpUi& ui, const AskingPen& pen) {
    draw_title(pen, "Help", "What this is for, what it is not for, and how to find your way.");
    const bool one_column = pen.column.width < pen.px(width_for_two_columns);
    const auto draw_people = [&](const AskingPen& at) {
        draw_contacts(screen.content, at);
        draw_supporters(screen, ui, at);
    };
    draw_beside(
        pen,
        [&](const AskingPen& main) {
            draw_sections(screen, true, main);
            if (one_column) draw_people(main);
            draw_sections(screen, false, main);
        },
        [&](const AskingPen& side) {
            if (!one_column) draw_people(side);
            draw_keys(ui, side);
            draw_where(screen, side);
            draw_welcome_link(side);
        });
}

}  // namespace rekindle::app
