#include <fmt/format.h>

#include "app/screens/chosen_workbook.hpp"
#include "app/screens/left_off.hpp"
#include "app/screens/settings/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/columns.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/menu.hpp"
#include "app/widgets/text.hpp"
#include "workbook/journal/proposal.hpp"

namespace rekindle::app {
namespace {

void draw_text_card(const Pen& pen, std::string_view title, std::string_view text) {
    {
        CardGround card{pen};
        const Pen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, title);
        inside.skip(4);
        draw_wrapped(inside, Type::secondary, Colour::ink, text);
    }
    pen.skip(16);
}

void draw_safety(const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "For people who are safe");
        inside.skip(4);
        draw_wrapped(
            inside, Type::secondary, Colour::ink,
            "This workbook is for people who are safe with each other. Where there is fear, "
            "threats, violence or control, repair is not the task, and no card in here "
            "has to be tried. If you are in danger now, call your local emergency "
            "services; otherwise turn to someone you trust or to a professional.\n\n"
            "If you think about not wanting to live, please do not wait: call your local "
            "emergency services, or tell one person today and let them stay with you.\n\n"
            "Someone comes in? Press Shift three times, or Hide in the corner below: a "
            "blank page takes the place of this window.");
        inside.skip(8);
        if (button(pen.canvas, inside.column.x, inside.column.y,
                   {.name = "welcome.help", .label = "Read more in Help"}))
            pen.out.add(GoTo{Page::help});
        inside.skip(button_height);
    }
    pen.skip(16);
}

// Why this workbook; where it is another one than fits what was said, that one is named too.
std::string why_this(const Screen& screen, const LeftOff& at) {
    const Proposal proposal = propose_workbook(*screen.journal.profile);
    const Workbook* proposed = find_workbook(screen.content, proposal.workbook);
    if (!proposed || proposed == at.workbook) return proposal.reason;
    return fmt::format("{} Going by what you said, “{}” fits as well.",
                       at.begun ? "You have begun with it." : "You have it open.", proposed->title);
}

// The workbook that Today goes on with, too: the one begun or chosen, else the one that fits what
// was said; with one sentence why, and the way to any other.
void draw_proposal(const Screen& screen, const AskingPen& pen) {
    const LeftOff at = find_left_off(screen);
    const Workbook* workbook = at.workbook;
    if (!workbook) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     at.begun ? "The workbook you are in" : "A workbook to begin with");
        draw_wrapped(inside, Type::heading, Colour::ink, workbook->title);
        draw_wrapped(inside, Type::secondary, Colour::ink, why_this(screen, at));
        inside.skip(12);
        const ButtonSpec begin{
            .name = "welcome.begin",
            .label = at.begun ? "Go on with this workbook" : "Begin with this workbook",
            .style = ButtonStyle::primary};
        if (button(pen.canvas, inside.column.x, inside.column.y, begin)) {
            pen.out.add(ChooseWorkbook{workbook->id});
            pen.out.add(GoTo{Page::workbook});
        }
        const std::string_view other = "Choose another";
        float x = inside.column.x + button_width(pen.canvas, begin) + pen.px(14);
        if (x + menu_button_width(pen.canvas, other) > inside.column.x + inside.column.width) {
            x = inside.column.x;
            inside.skip(button_height + 10);
        }
        if (const auto chosen = menu_button(pen.canvas, x, inside.column.y, "welcome.choose", other,
                                            workbook_choices(screen))) {
            pen.out.add(ChooseWorkbook{*chosen});
            pen.out.add(GoTo{Page::workbook});
        }
        inside.skip(button_height);
    }
    pen.skip(16);
}

void draw_skip(const AskingPen& pen) {
    Flow flow{pen};
    flow.step = button_height;
    flow.gap = 14;
    const ButtonSpec today{.name = "welcome.today", .label = "Skip this, begin with today"};
    const ButtonSpec workbook{.name = "welcome.workbook", .label = "Just look at the workbooks"};
    if (flow_button(flow, today)) pen.out.add(GoTo{Page::today});
    if (flow_button(flow, workbook)) pen.out.add(GoTo{Page::workbook});
    flow.end();
    pen.skip(8);
}

void draw_questions(const Screen& screen, const AskingPen& pen) {
    draw_people(screen, "welcome", pen);
    draw_proposal(screen, pen);
    draw_skip(pen);
}

void draw_what_this_is(const Pen& pen) {
    draw_text_card(
        pen, "What this is",
        "A workbook for the time after trust was broken. On Today you can say how a day "
        "was. The Workbook has cards to help you think, write and talk. The Timeline shows "
        "your weeks as they were.\n\nGo in any order and at your own pace. Nothing is "
        "graded, nothing has to be complete, and no page here decides for you whether to "
        "forgive, to stay or to go.");
    draw_text_card(pen, "It stays with you",
                   "What you write is kept in plain files on this computer and is sent nowhere. "
                   "Whoever can use your account here can open them, unless you set a passphrase "
                   "in Settings.");
}

}  // namespace

void draw_welcome(const Screen& screen, const AskingPen& pen) {
    draw_title(
        pen, "Welcome",
        "It is good that you are here. Every question can stay open, and be answered or changed "
        "in Settings later.");
    // Where all stands in one column, safety comes before the questions.
    if (!has_two_columns(pen)) draw_safety(pen);
    draw_beside(
        pen, [&](const AskingPen& main) { draw_questions(screen, main); },
        [&](const AskingPen& side) {
            if (has_two_columns(pen)) draw_safety(side);
            draw_what_this_is(side);
        });
}

}  // namespace rekindle::app
