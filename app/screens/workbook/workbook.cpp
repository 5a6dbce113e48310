#include <fmt/format.h>

#include <algorithm>

#include "app/screens/chosen_workbook.hpp"
#include "app/screens/screens.hpp"
#include "app/screens/workbook/card.hpp"
#include "app/screens/workbook/find.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/menu.hpp"
#include "app/widgets/page_end.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float room_for_title = 260;  // a narrower one has its buttons below

std::string_view for_whom(Audience audience) {
    switch (audience) {
        case Audience::hurt:
            return "For the person who was hurt";
        case Audience::broke:
            return "For the person who broke trust";
        case Audience::self:
            return "For yourself";
        case Audience::both:
            return "For two people";
    }
    return "";
}

float choices_width(const Screen& screen, const Workbook& workbook, const WorkbookUi& ui,
                    Canvas& canvas) {
    const float find = find_button_width(canvas, ui);
    if (screen.content.workbooks.size() < 2) return find;
    return find + canvas.px(14) + menu_button_width(canvas, workbook.title);
}

// The switcher and the search, at the right of the title, or below it where there is no room.
void draw_choices(const Screen& screen, const Workbook& workbook, WorkbookUi& ui, const Rect& row,
                  const AskingPen& pen) {
    const float x = row.right() - choices_width(screen, workbook, ui, pen.canvas);
    if (screen.content.workbooks.size() > 1) {
        if (const auto chosen = menu_button(pen.canvas, x, row.y, "workbook.switch", workbook.title,
                                            workbook_choices(screen)))
            pen.out.add(ChooseWorkbook{*chosen});
    }
    draw_find_button(ui, pen.canvas, row.right(), row.y);
}

void draw_progress(const Pen& pen, int done, std::size_t all) {
    const Rect bar = pen.column.take(pen.px(6));
    const float rounding = bar.h / 2;
    pen.canvas.list()->AddRectFilled(bar.min(), bar.max(), pen.canvas.colour(Colour::sunken),
                                     rounding);
    if (done > 0 && all > 0)
        pen.canvas.list()->AddRectFilled(
            bar.min(),
            {bar.x + bar.w * static_cast<float>(done) / static_cast<float>(all), bar.bottom()},
            pen.canvas.colour(Colour::accent), rounding);
    pen.skip(18);
}

void draw_numbered(const Screen& screen, const Workbook& workbook, const NumberedCard& one,
                   WorkbookUi& ui, ExerciseUi& exercises, const AskingPen& pen) {
    draw_card({screen, workbook, *one.card, one.number}, ui, exercises, pen);
    pen.skip(10);
}

// What someone put aside for good lies folded at the end, without a mark against it.
void draw_aside(const Screen& screen, const Workbook& workbook,
                const std::vector<NumberedCard>& aside, WorkbookUi& ui, ExerciseUi& exercises,
                const AskingPen& pen) {
    if (aside.empty()) return;
    for (const NumberedCard& one : aside)
        if (ui.scroll_to == one.card->id) ui.aside_open = true;
    const std::string label =
        fmt::format("{} set aside", aside.size() == 1 ? std::string("One card")
                                                      : fmt::format("{} cards", aside.size()));
    if (button(pen.canvas, pen.column.x, pen.column.y,
               {.name = "workbook.aside",
                .label = label,
                .style = ButtonStyle::link,
                .icon = ui.aside_open ? icon::open : icon::folded,
                .state = ui.aside_open ? "open" : "closed"}))
        ui.aside_open = !ui.aside_open;
    pen.skip(button_height + 4);
    if (!ui.aside_open) return;
    for (const NumberedCard& one : aside) draw_numbered(screen, workbook, one, ui, exercises, pen);
}

void draw_cards(const Screen& screen, const Workbook& workbook, WorkbookUi& ui,
                ExerciseUi& exercises, const AskingPen& pen) {
    const std::vector<NumberedCard> found = found_cards(screen, workbook, ui);
    draw_found(workbook, found.size(), ui, pen);
    std::vector<NumberedCard> aside;
    for (const NumberedCard& one : found) {
        if (one.state == CardState::set_aside && !is_looking_for(ui))
            aside.push_back(one);
        else
            draw_numbered(screen, workbook, one, ui, exercises, pen);
    }
    draw_aside(screen, workbook, aside, ui, exercises, pen);
}

}  // namespace

void draw_workbook(const Screen& screen, WorkbookUi& ui, ExerciseUi& exercises,
                   const AskingPen& pen) {
    const Workbook* workbook = chosen_workbook(screen);
    if (!workbook) {
        draw_title(pen, "Workbook", "No workbook could be read.");
        return;
    }
    const int done = cards_in_state(screen, *workbook, CardState::worked_through);
    const float right = choices_width(screen, *workbook, ui, pen.canvas) + pen.px(16);
    const bool beside = pen.column.width >= right + pen.px(room_for_title);
    Rect head{pen.column.x, pen.column.y + pen.px(1), pen.column.width, pen.px(button_height)};
    draw_title(pen, workbook->title,
               fmt::format("{} · {} · go in any order, come back as often as you like",
                           for_whom(workbook->audience), progress_in_words(screen, *workbook)),
               beside ? right : 0);
    if (!beside) {
        head.y = pen.column.y - pen.px(8);
        pen.skip(button_height + 6);
    }
    draw_choices(screen, *workbook, ui, head, pen);
    draw_progress(pen, done, workbook->cards.size());
    draw_find(ui, pen);
    draw_cards(screen, *workbook, ui, exercises, pen);
    // Folding a card must not pull the header from under the pointer: while the page is scrolled
    // down it stays as long as what is in view. A pixel less, for what is rounded on the way must
    // never make it longer: it could be scrolled on for ever.
    const float bottom = pen.canvas.list()->GetClipRectMax().y - pen.px(page_bottom) - 1;
    pen.column.y = std::max(pen.column.y, bottom);
}

}  // namespace rekindle::app
