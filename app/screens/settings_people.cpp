#include <fmt/format.h>

#include <array>

#include "app/screens/flow.hpp"
#include "app/screens/people.hpp"
#include "app/screens/settings_parts.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

constexpr std::array roles{Role::hurt, Role::broke, Role::both, Role::neither};
constexpr std::size_t most_people = 2;

void draw_name(const Person& person, const std::string& base, bool open, Canvas& canvas,
               Column& column, Actions& out) {
    Column control = begin_setting(canvas, column, "Name");
    const std::string name = base + ".name";
    const auto typed = text_field(canvas, control,
                                  {.name = name,
                                   .hint = "none is needed",
                                   .single_line = true,
                                   .enabled = open,
                                   .most_bytes = 200},
                                  person.name);
    if (typed.changed) out.add(RenamePerson{person.id, *typed.changed});
    end_setting(canvas, column, control);
}

void draw_role(const Person& person, const std::string& base, bool open, Canvas& canvas,
               Column& column, Actions& out) {
    Column control = begin_setting(canvas, column, "In what happened");
    Flow flow{canvas, control};
    for (const Role role : roles) {
        const std::string name = fmt::format("{}.role.{}", base, to_word(role));
        if (flow_chip(canvas, flow,
                      {.name = name,
                       .label = role_title(role),
                       .selected = person.role == role,
                       .enabled = open}))
            out.add(SetRole{person.id, role});
    }
    flow.end();
    end_setting(canvas, column, control);
}

bool wrote_something(const Journal& journal, std::string_view person) {
    const auto is_theirs = [&](const auto& thing) { return thing.person == person; };
    const auto any_of = [&](const auto& things) {
        return std::any_of(things.begin(), things.end(), is_theirs);
    };
    for (const auto& [month, content] : journal.months)
        if (any_of(content->checkins)) return true;
    for (const auto& [list, items] : journal.practices->lists)
        if (any_of(items)) return true;
    for (const auto& [workbook, answers] : journal.answers)
        for (const auto& [id, card] : answers->cards) {
            if (any_of(card.marks) || any_of(card.rated)) return true;
            for (const auto& [exercise, done] : card.exercises)
                if (any_of(done.written) || any_of(done.ticks)) return true;
        }
    return false;
}

// Who has written nothing can be taken out again.
void draw_remove(const Screen& screen, const Person& person, const std::string& base,
                 Canvas& canvas, Column& column, Actions& out) {
    if (screen.journal.profile->people.size() < 2 || !screen.complete) return;
    if (wrote_something(screen.journal, person.id)) return;
    const std::string name = base + ".remove";
    const std::string label =
        fmt::format("Take {} out again", person_name(*screen.journal.profile, person.id));
    if (button(canvas, column.x, column.y,
               {.name = name, .label = label, .style = ButtonStyle::link}))
        out.add(RemovePerson{person.id});
    column.skip(canvas.px(button_height));
}

void draw_second(const Screen& screen, std::string_view base, Canvas& canvas, Column& column,
                 Actions& out) {
    const auto& people = screen.journal.profile->people;
    if (people.size() >= most_people) {
        draw_wrapped(canvas, column, Type::label, Colour::muted,
                     "Both of you can read all of this journal. The rail says who is writing.");
        return;
    }
    const std::string name = fmt::format("{}.person.add", base);
    if (button(canvas, column.x, column.y, {.name = name, .label = "Add a second person"})) {
        const std::string id = find_person(*screen.journal.profile, "other") ? "second" : "other";
        out.add(AddPerson{Person{id, {}, Role::neither}});
    }
    column.skip(canvas.px(button_height + 4));
    draw_wrapped(canvas, column, Type::label, Colour::muted,
                 "Only if two of you want to write in one journal and read each other’s pages. "
                 "Two journals are as good.");
}

}  // namespace

void draw_people(const Screen& screen, std::string_view base, Canvas& canvas, Column& column,
                 Actions& out) {
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        const auto& people = screen.journal.profile->people;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink,
                     people.size() > 1 ? "The two of you" : "You");
        inside.skip(canvas.px(8));
        const bool open = draw_profile_open(screen, canvas, inside);
        for (const Person& person : people) {
            const std::string name = fmt::format("{}.person.{}", base, person.id);
            if (people.size() > 1)
                draw_wrapped(canvas, inside, Type::strong, Colour::ink,
                             person_name(*screen.journal.profile, person.id));
            draw_name(person, name, open, canvas, inside, out);
            draw_role(person, name, open, canvas, inside, out);
            if (open && person.id != people.front().id)
                draw_remove(screen, person, name, canvas, inside, out);
            inside.skip(canvas.px(8));
        }
        if (open) draw_second(screen, base, canvas, inside, out);
    }
    column.skip(canvas.px(16));
}

}  // namespace rekindle::app
