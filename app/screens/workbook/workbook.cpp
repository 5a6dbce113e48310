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
void draw_choices(const Screen& screen, const Workbook& workbook, WorkbookUi& ui, Canvas& canvas,
                  const Rect& row, Actions& out) {
    const float x = row.right() - choices_width(screen, workbook, ui, canvas);
    if (screen.content.workbooks.size() > 1) {
        if (const auto chosen = menu_button(canvas, x, row.y, "workbook.switch", workbook.title,
                                            workbook_choices(screen)))
            out.add(ChooseWorkbook{*chosen});
    }
    draw_find_button(ui, canvas, row.right(), row.y);
}

void draw_progress(Canvas& canvas, Column& column, int done, std::size_t all) {
    const Rect bar = column.take(canvas.px(6));
    const float rounding = bar.h / 2;
    canvas.list()->AddRectFilled(bar.min(), bar.max(), canvas.colour(Colour::sunken), rounding);
    if (done > 0 && all > 0)
        canvas.list()->AddRectFilled(
            bar.min(),
            {bar.x + bar.w * static_cast<float>(done) / static_cast<float>(all), bar.bottom()},
            canvas.colour(Colour::accent), rounding);
    column.skip(canvas.px(18));
}

void draw_numbered(const Screen& screen, const Workbook& workbook, const NumberedCard& one,
                   WorkbookUi& ui, ExerciseUi& exercises, const Pen& pen) {
    draw_card({screen, workbook, *one.card, one.number}, ui, exercises, pen);
    pen.column.skip(pen.canvas.px(10));
}

// What someone put aside for good lies folded at the end, without a mark against it.
void draw_aside(const Screen& screen, const Workbook& workbook,
                const std::vector<NumberedCard>& aside, WorkbookUi& ui, ExerciseUi& exercises,
                const Pen& pen) {
    const auto& [canvas, column, out] = pen;
    if (aside.empty()) return;
    for (const NumberedCard& one : aside)
        if (ui.scroll_to == one.card->id) ui.aside_open = true;
    const std::string label =
        fmt::format("{} set aside", aside.size() == 1 ? std::string("One card")
                                                      : fmt::format("{} cards", aside.size()));
    if (button(canvas, column.x, column.y,
               {.name = "workbook.aside",
                .label = label,
                .style = ButtonStyle::link,
                .icon = ui.aside_open ? icon::open : icon::folded,
                .state = ui.aside_open ? "open" : "closed"}))
        ui.aside_open = !ui.aside_open;
    column.skip(canvas.px(button_height + 4));
    if (!ui.aside_open) return;
    for (const NumberedCard& one : aside) draw_numbered(screen, workbook, one, ui, exercises, pen);
}

void draw_cards(const Screen& screen, const Workbook& workbook, WorkbookUi& ui,
                ExerciseUi& exercises, const Pen& pen) {
    const std::vector<NumberedCard> found = found_cards(screen, workbook, ui);
    draw_found(workbook, found.size(), ui, pen.canvas, pen.column);
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

void draw_workbook(const Screen& screen, WorkbookUi& ui, ExerciseUi& exercises, Canvas& canvas,
                   Column& column, Actions& out) {
    const Workbook* workbook = chosen_workbook(screen);
    if (!workbook) {
        draw_title(canvas, column, "Workbook", "No workbook could be read.");
        return;
    }
    const int done = cards_in_state(screen, *workbook, CardState::worked_through);
    const float right = choices_width(screen, *workbook, ui, canvas) + canvas.px(16);
    const bool beside = column.width >= right + canvas.px(room_for_title);
    Rect head{column.x, column.y + canvas.px(1), column.width, canvas.px(button_height)};
    draw_title(canvas, column, workbook->title,
               fmt::format("{} · {} · go in any order, come back as often as you like",
                           for_whom(workbook->audience), progress_in_words(screen, *workbook)),
               beside ? right : 0);
    if (!beside) {
        head.y = column.y - canvas.px(8);
        column.skip(canvas.px(button_height + 6));
    }
    draw_choices(screen, *workbook, ui, canvas, head, out);
    draw_progress(canvas, column, done, workbook->cards.size());
    draw_find(ui, canvas, column);
    draw_cards(screen, *workbook, ui, exercises, {canvas, column, out});
    // Folding a card must not pull the header from under the pointer: while the page is scrolled
    // down it stays as long as what is in view. A pixel less, for what is rounded on the way must
    // never make it longer: it could be scrolled on for ever.
    const float bottom = canvas.list()->GetClipRectMax().y - canvas.px(page_bottom) - 1;
    column.y = std::max(column.y, bottom);
}

}  // namespace rekindle::app
