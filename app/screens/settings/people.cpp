#include <fmt/format.h>

#include <array>

#include "app/screens/settings/parts.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"
#include "app/words/people.hpp"
#include "workbook/journal/as_seen_by.hpp"

namespace rekindle::app {
namespace {

constexpr std::array roles{Role::hurt, Role::broke, Role::both, Role::neither};
constexpr std::array relationships{Relationship::partner, Relationship::friendship,
                                   Relationship::family, Relationship::work,
                                   Relationship::not_said};
constexpr std::size_t most_people = 2;

void draw_name(const Person& person, const std::string& base, bool open, const AskingPen& pen) {
    Column control = begin_setting(pen, "Name");
    const std::string name = base + ".name";
    const auto typed = text_field(pen.in(control),
                                  {.name = name,
                                   .hint = "none is needed",
                                   .single_line = true,
                                   .enabled = open,
                                   .most_bytes = 200},
                                  person.name);
    if (typed.changed) pen.out.add(RenamePerson{person.id, *typed.changed});
    end_setting(pen, control);
}

void draw_role(const Person& person, const std::string& base, bool open, const AskingPen& pen) {
    Column control = begin_setting(pen, "In what happened");
    Flow flow{pen.in(control)};
    for (const Role role : roles) {
        const std::string name = fmt::format("{}.role.{}", base, to_word(role));
        if (flow_chip(flow, {.name = name,
                             .label = role_title(role),
                             .selected = person.role == role,
                             .enabled = open}))
            pen.out.add(SetRole{person.id, role});
    }
    flow.end();
    end_setting(pen, control);
}

// The second person's place goes again only while nothing is in it.
bool can_be_one(const Screen& screen) {
    const auto& people = screen.journal.profile->people;
    return people.size() < 2 ||
           (screen.complete && !wrote_anything(screen.journal, people.back().id));
}

std::string_view words_about_count(const Screen& screen) {
    if (screen.journal.profile->people.size() < most_people)
        return "Choose two only if you both want to write in one journal and read each other’s "
               "pages. Two separate journals work just as well.";
    return can_be_one(screen)
               ? "Each of you writes in your own name; the rail says who is writing. What you mark "
                 "as only for you is hidden from the other person, but not locked."
               : "Each of you writes in your own name; the rail says who is writing. What you mark "
                 "as only for you is hidden from the other person, but not locked. Both of you "
                 "have written here, so it stays a journal for two.";
}

void draw_count(const Screen& screen, std::string_view base, bool open, const AskingPen& pen) {
    const auto& people = screen.journal.profile->people;
    const bool two = people.size() >= most_people;
    const std::string one_name = fmt::format("{}.people.one", base);
    const std::string two_name = fmt::format("{}.people.two", base);
    Column control = begin_setting(pen, "Writing here");
    Flow flow{pen.in(control)};
    if (flow_chip(flow, {.name = one_name,
                         .label = "one person",
                         .selected = !two,
                         .enabled = open && can_be_one(screen)}) &&
        two)
        pen.out.add(RemovePerson{people.back().id});
    if (flow_chip(flow,
                  {.name = two_name, .label = "two people", .selected = two, .enabled = open}) &&
        !two)
        pen.out.add(AddPerson{
            Person{find_person(*screen.journal.profile, "other") ? "second" : "other", {}, {}}});
    flow.end();
    end_setting(pen, control);
    draw_wrapped(pen, Type::label, Colour::muted, words_about_count(screen));
    pen.skip(10);
}

void draw_relationship(const Screen& screen, std::string_view base, bool open,
                       const AskingPen& pen) {
    Column control = begin_setting(pen, "This is about");
    Flow flow{pen.in(control)};
    for (const Relationship one : relationships) {
        const std::string_view word = to_word(one);
        const std::string name =
            fmt::format("{}.relationship.{}", base, word.empty() ? "not-said" : word);
        if (flow_chip(flow, {.name = name,
                             .label = relationship_title(one),
                             .selected = screen.journal.profile->relationship == one,
                             .enabled = open}))
            pen.out.add(SetRelationship{one});
    }
    flow.end();
    end_setting(pen, control);
}

void draw_person(const Screen& screen, const Person& person, std::string_view base, bool open,
                 const AskingPen& pen) {
    const std::string name = fmt::format("{}.person.{}", base, person.id);
    if (screen.journal.profile->people.size() > 1)
        draw_wrapped(pen, Type::strong, Colour::ink, name_of(*screen.journal.profile, person.id));
    draw_name(person, name, open, pen);
    draw_role(person, name, open, pen);
    pen.skip(4);
}

}  // namespace

void draw_people(const Screen& screen, std::string_view base, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        const auto& people = screen.journal.profile->people;
        draw_wrapped(inside, Type::heading, Colour::ink,
                     people.size() > 1 ? "The two of you" : "You");
        inside.skip(8);
        const bool open = draw_profile_open(screen, inside);
        draw_count(screen, base, open, inside);
        for (const Person& person : people) draw_person(screen, person, base, open, inside);
        draw_relationship(screen, base, open, inside);
    }
    pen.skip(16);
}

}  // namespace rekindle::app
