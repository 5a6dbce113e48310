// What stands beside the day: the last weeks, the card someone left off at, a first welcome.
#include <fmt/format.h>

#include "app/screens/left_off.hpp"
#include "app/screens/today/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

bool is_empty(const Screen& screen) {
    return screen.complete && screen.journal.months.empty() && screen.journal.answers.empty() &&
           *screen.journal.practices == Practices{};
}

std::string progress_words(const Progress& progress) {
    if (progress.done == 0) return fmt::format("{} exercises, none begun yet", progress.all);
    const int open = progress.all - progress.done;
    if (open == 0) return "Something in every exercise";
    return fmt::format("{} of {} exercises open", open, progress.all);
}

void draw_left_off_card(const Screen& screen, const LeftOff& at, const Pen& pen) {
    if (!at.card) {
        draw_wrapped(pen, Type::body, Colour::ink, at.workbook->title);
        draw_wrapped(pen, Type::secondary, Colour::muted,
                     "You have been through every card. They stay open to come back to.");
        return;
    }
    draw_wrapped(pen, Type::body, Colour::ink,
                 fmt::format("Step {} · {}", at.number, at.card->title));
    draw_wrapped(pen, Type::secondary, Colour::muted,
                 fmt::format("{} · {}", at.workbook->title,
                             progress_words(card_progress(screen.journal, *at.workbook, *at.card,
                                                          screen.person))));
}

}  // namespace

void draw_welcome_card(const Screen& screen, const AskingPen& pen) {
    if (!is_empty(screen)) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Welcome");
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     "Begin anywhere: move a slider, write a line, or just look around. What you "
                     "write stays on this computer. This workbook is for people who are safe with "
                     "each other. Where there is fear, Help says where to turn.");
        inside.skip(8);
        const ButtonSpec read{.name = "today.welcome", .label = "Find a workbook"};
        const ButtonSpec help{
            .name = "today.help", .label = "If you are not safe", .style = ButtonStyle::link};
        if (button(pen.canvas, inside.column.x, inside.column.y, read))
            pen.out.add(GoTo{Page::welcome});
        if (button(pen.canvas, inside.column.x + button_width(pen.canvas, read) + pen.px(16),
                   inside.column.y, help))
            pen.out.add(GoTo{Page::help});
        inside.skip(button_height);
    }
    pen.skip(16);
}

void draw_last_weeks(const Screen& screen, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Last six weeks");
        draw_small_chart(screen, inside);
    }
    pen.skip(16);
}

void draw_left_off(const Screen& screen, const AskingPen& pen) {
    const LeftOff at = find_left_off(screen);
    if (!at.workbook || at.workbook->cards.empty()) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink,
                     at.begun ? "Where you left off" : "Where you can begin");
        inside.skip(4);
        draw_left_off_card(screen, at, inside);
        inside.skip(10);
        float x = inside.column.x;
        if (at.card) {
            const ButtonSpec go_on{.name = "today.continue",
                                   .label = at.begun ? "Continue" : "Begin",
                                   .style = ButtonStyle::primary};
            if (button(pen.canvas, x, inside.column.y, go_on))
                pen.out.add(ShowCard{{at.workbook->id, at.card->id}});
            x += button_width(pen.canvas, go_on) + pen.px(14);
        }
        if (button(pen.canvas, x, inside.column.y,
                   {.name = "today.workbook", .label = "Open workbook"})) {
            pen.out.add(ChooseWorkbook{at.workbook->id});
            pen.out.add(GoTo{Page::workbook});
        }
        inside.skip(button_height);
    }
    pen.skip(16);
}

}  // namespace rekindle::app
