// What can be done about the journal's files, and what two sides changed: said at the top of the
// page, done only when it is pressed.
#include <fmt/format.h>

#include <algorithm>

#include "app/screens/shell/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/words/care_words.hpp"

namespace rekindle::app {
namespace {

std::string name_of_place(const BothChanged& both) {
    const std::string whose = both.person.empty() ? "" : '.' + both.person;
    if (both.day) return "both.day." + to_iso(*both.day) + whose;
    return (both.workbook.empty() ? "both.practices" : "both.card." + both.card) + whose;
}

void draw_found(const Screen& screen, const EarlierPart& found, bool bringing,
                const AskingPen& pen) {
    draw_wrapped(
        pen, Type::secondary, Colour::ink,
        fmt::format("There is an earlier copy of {}:", part_words(found.part, screen.content)));
    draw_wrapped(pen, Type::strong, Colour::ink, earlier_words(found, screen.now.date));
    pen.skip(6);
    const std::string name = "earlier." + name_of(found.part);
    const ButtonSpec use{.name = name,
                         .label = bringing ? "Bringing it back …" : "Use the earlier one",
                         .enabled = !bringing};
    if (button(pen.canvas, pen.column.x, pen.column.y, use)) pen.out.add(UseEarlier{found.part});
    pen.skip(button_height + 4);
    draw_wrapped(pen, Type::label, Colour::muted,
                 "The file that cannot be read is kept for you as it is, in .history/damaged "
                 "inside the journal’s folder.");
}

void go_to(const BothChanged& both, Actions& out) {
    if (both.day)
        out.add(ShowDay{*both.day});
    else if (!both.workbook.empty())
        out.add(ShowCard{{both.workbook, both.card}});
    else
        out.add(GoTo{Page::practices});
}

void draw_place(const Screen& screen, const BothChanged& both, const AskingPen& pen) {
    draw_wrapped(pen, Type::strong, Colour::ink, place_words(both, screen.content));
    draw_wrapped(pen, Type::secondary, Colour::ink,
                 both_words(both, screen.content, *screen.journal.profile));
    const std::string name = name_of_place(both);
    if (link_row(pen, name, "Look at it")) go_to(both, pen.out);
    pen.skip(4);
}

}  // namespace

std::string name_of(const Part& part) {
    switch (part.kind) {
        case PartKind::profile:
            return "profile";
        case PartKind::month:
            return "month." + to_iso(part.month);
        case PartKind::answers:
            return "answers." + part.workbook;
        case PartKind::practices:
            return "practices";
    }
    return {};
}

void draw_earlier(const Screen& screen, const Part& part, const ShownEarlier& earlier,
                  const AskingPen& pen) {
    const bool looking = earlier.step == ShownEarlier::Step::looking;
    if (looking)
        draw_wrapped(
            pen, Type::secondary, Colour::muted,
            fmt::format("Looking for an earlier copy of {} …", part_words(part, screen.content)));
    else if (earlier.found)
        draw_found(screen, *earlier.found, earlier.step == ShownEarlier::Step::bringing, pen);
    else if (earlier.problem.empty())
        draw_wrapped(pen, Type::secondary, Colour::muted,
                     fmt::format("No earlier copy of {} is kept here. If you made an archive, "
                                 "“rekindle restore” brings back what it holds.",
                                 part_words(part, screen.content)));
    if (!earlier.problem.empty())
        draw_wrapped(pen, Type::secondary, Colour::notice, earlier.problem);
    pen.skip(10);
}

void draw_copies_line(const FileNotices& notices, const AskingPen& pen) {
    if (notices.copies.empty()) return;
    const std::string title =
        notices.copies.size() == 1
            ? "There is a copy beside one of the journal’s files"
            : fmt::format("There are {} copies beside the journal’s files", notices.copies.size());
    if (draw_notice_card({.title = title,
                          .name = "copies.show",
                          .label = "See in Settings what they hold",
                          .leads_on = true},
                         pen))
        pen.out.add(GoTo{Page::settings});
}

void draw_both_changed(const Screen& screen, const AskingPen& pen) {
    const auto mine = [&](const BothChanged& both) {
        return is_for(both, *screen.journal.profile, screen.person);
    };
    if (std::none_of(screen.notices.both.begin(), screen.notices.both.end(), mine)) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_card_head(inside, "Something was changed in two places",
                       "Nothing you wrote is lost. Check that it reads the way you want.");
        for (const BothChanged& both : screen.notices.both)
            if (mine(both)) draw_place(screen, both, inside);
        inside.skip(4);
        if (button(pen.canvas, inside.column.x, inside.column.y,
                   {.name = "both.fine", .label = "Looks right"}))
            pen.out.add(FineSo{});
        inside.skip(button_height);
    }
    pen.skip(20);
}

}  // namespace rekindle::app
