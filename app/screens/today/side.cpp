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

void draw_left_off_card(const Screen& screen, const LeftOff& at, Canvas& canvas, Column& column) {
    if (!at.card) {
        draw_wrapped(canvas, column, Type::body, Colour::ink, at.workbook->title);
        draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                     "You have been through every card. They stay open to come back to.");
        return;
    }
    draw_wrapped(canvas, column, Type::body, Colour::ink,
                 fmt::format("Step {} · {}", at.number, at.card->title));
    draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                 fmt::format("{} · {}", at.workbook->title,
                             progress_words(card_progress(screen.journal, *at.workbook, *at.card,
                                                          screen.person))));
}

}  // namespace

void draw_welcome_card(const Screen& screen, Canvas& canvas, Column& column, Actions& out) {
    if (!is_empty(screen)) return;
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::heading, Colour::ink, "Welcome");
        draw_wrapped(canvas, card.inside, Type::secondary, Colour::muted,
                     "Begin anywhere: move a slider, write a line, or just look around. What you "
                     "write stays on this computer. This workbook is for people who are safe with "
                     "each other. Where there is fear, Help says where to turn.");
        card.inside.skip(canvas.px(8));
        const ButtonSpec read{.name = "today.welcome", .label = "Find a workbook"};
        const ButtonSpec help{
            .name = "today.help", .label = "If you are not safe", .style = ButtonStyle::link};
        if (button(canvas, card.inside.x, card.inside.y, read)) out.add(GoTo{Page::welcome});
        if (button(canvas, card.inside.x + button_width(canvas, read) + canvas.px(16),
                   card.inside.y, help))
            out.add(GoTo{Page::help});
        card.inside.skip(canvas.px(button_height));
    }
    column.skip(canvas.px(16));
}

void draw_last_weeks(const Screen& screen, Canvas& canvas, Column& column, Actions& out) {
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::heading, Colour::ink, "Last six weeks");
        draw_small_chart(screen, canvas, card.inside, out);
    }
    column.skip(canvas.px(16));
}

void draw_left_off(const Screen& screen, const TodayUi& ui, Canvas& canvas, Column& column,
                   Actions& out) {
    const LeftOff at = find_left_off(screen, ui.worked_on);
    if (!at.workbook || at.workbook->cards.empty()) return;
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink,
                     at.begun ? "Where you left off" : "Where you can begin");
        inside.skip(canvas.px(4));
        draw_left_off_card(screen, at, canvas, inside);
        inside.skip(canvas.px(10));
        float x = inside.x;
        if (at.card) {
            const ButtonSpec go_on{.name = "today.continue",
                                   .label = at.begun ? "Continue" : "Begin",
                                   .style = ButtonStyle::primary};
            if (button(canvas, x, inside.y, go_on))
                out.add(ShowCard{{at.workbook->id, at.card->id}});
            x += button_width(canvas, go_on) + canvas.px(14);
        }
        if (button(canvas, x, inside.y, {.name = "today.workbook", .label = "Open workbook"})) {
            out.add(ChooseWorkbook{at.workbook->id});
            out.add(GoTo{Page::workbook});
        }
        inside.skip(canvas.px(button_height));
    }
    column.skip(canvas.px(16));
}

}  // namespace rekindle::app
