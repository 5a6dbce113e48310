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

struct TypedLine {
    std::string text;  // as it is now
    bool confirmed = false;
};

// One line to type in.
TypedLine draw_line(std::string_view name, std::string_view hint, const std::string& text,
                    bool open, Canvas& canvas, Column& column) {
    const TextFieldResult typed = text_field(canvas, column,
                                             {.name = name,
                                              .hint = hint,
                                              .single_line = true,
                                              .enabled = open,
                                              .most_bytes = most_bytes},
                                             text);
    column.skip(canvas.px(6));
    return {typed.changed.value_or(text), typed.confirmed};
}

void draw_supporter(const Supporter& supporter, bool open, Canvas& canvas, Column& column,
                    Actions& out) {
    const std::string base = "help.supporter." + supporter.id;
    Supporter edited = supporter;
    edited.name = draw_line(base + ".name", name_hint, supporter.name, open, canvas, column).text;
    edited.reach =
        draw_line(base + ".reach", reach_hint, supporter.reach, open, canvas, column).text;
    if (edited != supporter) out.add(EditSupporter{edited});
    const std::string remove = base + ".remove";
    if (open && button(canvas, column.x, column.y,
                       {.name = remove, .label = "Remove", .style = ButtonStyle::link}))
        out.add(RemoveSupporter{supporter.id});
    if (open) column.skip(canvas.px(button_height));
    column.skip(canvas.px(6));
}

void draw_new_supporter(HelpUi& ui, Canvas& canvas, Column& column, Actions& out) {
    const TypedLine name = draw_line("help.new.name", name_hint, ui.name, true, canvas, column);
    ui.name = name.text;
    if (name.confirmed) canvas.controls.focus("help.new.reach");
    const TypedLine reach = draw_line("help.new.reach", reach_hint, ui.reach, true, canvas, column);
    ui.reach = reach.text;
    const bool ready = !ui.name.empty() || !ui.reach.empty();
    const bool pressed =
        button(canvas, column.x, column.y,
               {.name = "help.new.add", .label = "Add", .icon = icon::plus, .enabled = ready});
    column.skip(canvas.px(button_height));
    if (!ready || !(pressed || reach.confirmed)) return;
    out.add(AddSupporter{{ui.fresh, ui.name, ui.reach}});
    ui.name.clear();
    ui.reach.clear();
}

}  // namespace

void draw_supporters(const Screen& screen, HelpUi& ui, Canvas& canvas, Column& column,
                     Actions& out) {
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink, "Your own people");
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted,
                     "A friend, a doctor, a neighbour with a spare bed: write down now whom you "
                     "could call on a bad night. It is kept in your journal, so whoever opens the "
                     "journal can read it.");
        inside.skip(canvas.px(10));
        const bool open = draw_profile_open(screen, canvas, inside);
        for (const Supporter& supporter : screen.journal.profile->supporters)
            draw_supporter(supporter, open, canvas, inside, out);
        if (open) draw_new_supporter(ui, canvas, inside, out);
    }
    column.skip(canvas.px(16));
}

void draw_contacts(const Content& content, Canvas& canvas, Column& column) {
    if (content.contacts.empty()) return;
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::heading, Colour::ink, "People to turn to");
        for (const HelpContact& contact : content.contacts) {
            card.inside.skip(canvas.px(4));
            draw_wrapped(canvas, card.inside, Type::secondary_strong, Colour::ink,
                         fmt::format("{}: {}", contact.name, contact.number));
            draw_wrapped(canvas, card.inside, Type::label, Colour::muted,
                         fmt::format("{} · last checked {}", contact.country, contact.checked));
        }
    }
    column.skip(canvas.px(16));
}

}  // namespace rekindle::app
