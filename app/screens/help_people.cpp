// The people a person can turn to: those the content names, and their own.
#include <fmt/format.h>

#include "app/screens/help_parts.hpp"
#include "app/screens/settings/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

constexpr std::string_view name_hint = "Name";
constexpr std::string_view reach_hint = "How to reach them";
constexpr std::size_t most_bytes = 200;  // of a line

// One line to type in; gives its text as it is now.
std::string draw_line(std::string_view name, std::string_view hint, const std::string& text,
                      bool open, const Pen& pen) {
    const TextFieldResult typed = text_field(pen,
                                             {.name = name,
                                              .hint = hint,
                                              .single_line = true,
                                              .enabled = open,
                                              .most_bytes = most_bytes},
                                             text);
    pen.skip(6);
    return typed.changed.value_or(text);
}

void draw_supporter(const Supporter& supporter, bool open, const AskingPen& pen) {
    const std::string base = "help.supporter." + supporter.id;
    Supporter edited = supporter;
    edited.name = draw_line(base + ".name", name_hint, supporter.name, open, pen);
    edited.reach = draw_line(base + ".reach", reach_hint, supporter.reach, open, pen);
    if (edited != supporter) pen.out.add(EditSupporter{edited});
    const std::string remove = base + ".remove";
    if (open && button(pen.canvas, pen.column.x, pen.column.y,
                       {.name = remove, .label = "Remove", .style = ButtonStyle::link}))
        pen.out.add(RemoveSupporter{supporter.id});
    if (open) pen.skip(button_height);
    pen.skip(6);
}

void draw_new_supporter(const Screen& screen, HelpUi& ui, const AskingPen& pen) {
    const bool added = draw_add_form(
        {{.name = "help.new.name", .hint = name_hint, .text = ui.name},
         {.name = "help.new.reach", .hint = reach_hint, .text = ui.reach}},
        {.name = "help.new.add", .label = "Add", .icon = icon::plus},
        [&] { return !ui.name.empty() || !ui.reach.empty(); }, pen);
    if (!added) return;
    pen.out.add(AddSupporter{{screen.next_id, ui.name, ui.reach}});
    ui.name.clear();
    ui.reach.clear();
}

}  // namespace

void draw_supporters(const Screen& screen, HelpUi& ui, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Your own people");
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     "A friend, a doctor, a neighbour with a spare bed: write down now whom you "
                     "could call on a bad night. It is kept in your journal, so whoever opens the "
                     "journal can read it.");
        inside.skip(10);
        const bool open = draw_profile_open(screen, inside);
        for (const Supporter& supporter : screen.journal.profile->supporters)
            draw_supporter(supporter, open, inside);
        if (open) draw_new_supporter(screen, ui, inside);
    }
    pen.skip(16);
}

void draw_contacts(const Content& content, const Pen& pen) {
    if (content.contacts.empty()) return;
    {
        CardGround card{pen};
        const Pen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "People to turn to");
        for (const HelpContact& contact : content.contacts) {
            inside.skip(4);
            draw_wrapped(inside, Type::secondary_strong, Colour::ink,
                         fmt::format("{}: {}", contact.name, contact.number));
            draw_wrapped(inside, Type::label, Colour::muted,
                         fmt::format("{} · last checked {}", contact.country, contact.checked));
        }
    }
    pen.skip(16);
}

}  // namespace rekindle::app
