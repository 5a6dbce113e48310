#include "app/screens/columns.hpp"
#include "app/screens/settings_parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

void draw_text_card(Canvas& canvas, Column& column, std::string_view title, std::string_view text) {
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::heading, Colour::ink, title);
        card.inside.skip(canvas.px(4));
        draw_wrapped(canvas, card.inside, Type::secondary, Colour::ink, text);
    }
    column.skip(canvas.px(16));
}

void draw_safety(Canvas& canvas, Column& column, Actions& out) {
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::heading, Colour::ink, "For people who are safe");
        card.inside.skip(canvas.px(4));
        draw_wrapped(
            canvas, card.inside, Type::secondary, Colour::ink,
            "This workbook is for people who are safe with each other. Where there is fear, "
            "threats, violence or control, repair is not the task, and no card in here "
            "has to be tried. If you are in danger now, call your local emergency "
            "services; otherwise turn to someone you trust or to a professional.\n\n"
            "If you think about not wanting to live, please do not wait: call your local "
            "emergency services, or tell one person today and let them stay with you.\n\n"
            "Someone comes in? Press Shift three times, or Hide in the corner below: a "
            "blank page takes the place of this window.");
        card.inside.skip(canvas.px(8));
        if (button(canvas, card.inside.x, card.inside.y,
                   {.name = "welcome.help", .label = "Read more in Help"}))
            out.add(GoTo{Page::help});
        card.inside.skip(canvas.px(button_height));
    }
    column.skip(canvas.px(16));
}

void draw_begin(Canvas& canvas, Column& column, Actions& out) {
    const ButtonSpec today{
        .name = "welcome.today", .label = "Begin with today", .style = ButtonStyle::primary};
    const ButtonSpec workbook{.name = "welcome.workbook", .label = "Look at the workbook"};
    if (button(canvas, column.x, column.y, today)) out.add(GoTo{Page::today});
    if (button(canvas, column.x + button_width(canvas, today) + canvas.px(14), column.y, workbook))
        out.add(GoTo{Page::workbook});
    column.skip(canvas.px(button_height + 16));
}

}  // namespace

void draw_welcome(const Screen& screen, SettingsUi&, Canvas& canvas, Column& column, Actions& out) {
    draw_title(canvas, column, "Welcome",
               "Good that you are here. Nothing on this page is a must.");
    draw_beside(
        canvas, column,
        [&](Column& main) {
            draw_text_card(canvas, main, "What this is",
                           "A workbook for the time after trust was broken. On Today you can say "
                           "how a day was. The Workbook has cards to think, write and talk along. "
                           "The Timeline shows your weeks as they were.\n\nGo in any order and at "
                           "your own pace. Nothing is graded, nothing has to be complete, and no "
                           "page here decides for you whether to forgive, to stay or to go.");
            draw_safety(canvas, main, out);
            draw_text_card(canvas, main, "It stays with you",
                           "What you write lies in plain files on this computer and is sent "
                           "nowhere. The files are not locked: whoever can use your account here "
                           "can open them.");
        },
        [&](Column& side) {
            draw_people(screen, "welcome", canvas, side, out);
            draw_begin(canvas, side, out);
        });
}

}  // namespace rekindle::app
