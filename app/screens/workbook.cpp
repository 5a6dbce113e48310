#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "app/screens/chosen_workbook.hpp"
#include "app/screens/screens.hpp"
#include "app/screens/workbook_card.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/menu.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

int worked_through(const Screen& screen, const Workbook& workbook) {
    return static_cast<int>(
        std::count_if(workbook.cards.begin(), workbook.cards.end(), [&](const Card& card) {
            return card_state(screen.journal, workbook, card, screen.person) ==
                   CardState::worked_through;
        }));
}

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

std::vector<MenuEntry> workbook_entries(const Screen& screen, const Workbook& open) {
    std::vector<MenuEntry> entries;
    for (const Workbook& workbook : screen.content.workbooks)
        entries.push_back({workbook.id,
                           fmt::format("{} · {} of {}", workbook.title,
                                       worked_through(screen, workbook), workbook.cards.size()),
                           workbook.id == open.id});
    return entries;
}

// The switcher and the search, at the right of the title.
void draw_choices(const Screen& screen, const Workbook& workbook, WorkbookUi& ui, Canvas& canvas,
                  const Rect& row, Actions& out) {
    const ButtonSpec search{"workbook.search", ui.searching ? "Close search" : "Search",
                            ButtonStyle::plain, icon::search};
    const float search_x = row.right() - button_width(canvas, search);
    if (button(canvas, search_x, row.y, search)) {
        ui.searching = !ui.searching;
        ui.search.clear();
        if (ui.searching) canvas.controls.focus("workbook.search.text");
    }
    if (screen.content.workbooks.size() < 2) return;
    const float x = search_x - canvas.px(14) - menu_button_width(canvas, workbook.title);
    if (const auto chosen = menu_button(canvas, x, row.y, "workbook.switch", workbook.title,
                                        workbook_entries(screen, workbook)))
        out.add(ChooseWorkbook{*chosen});
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

bool contains_folded(std::string_view text, std::string_view wanted) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) ==
               std::tolower(static_cast<unsigned char>(b));
    };
    return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), same) != text.end();
}

bool matches(const Card& card, std::string_view wanted) {
    return contains_folded(card.title, wanted) || contains_folded(card.summary, wanted) ||
           contains_folded(card.guidance, wanted);
}

void draw_search(WorkbookUi& ui, Canvas& canvas, Column& column) {
    const auto result = text_field(canvas, column,
                                   {.name = "workbook.search.text",
                                    .hint = "A word from a card's title or guidance",
                                    .min_lines = 1,
                                    .single_line = true},
                                   ui.search);
    if (result.changed) ui.search = *result.changed;
    column.skip(canvas.px(14));
}

void draw_cards(const Screen& screen, const Workbook& workbook, WorkbookUi& ui,
                ExerciseUi& exercises, Canvas& canvas, Column& column, Actions& out) {
    int number = 0;
    bool any = false;
    for (const Card& card : workbook.cards) {
        ++number;
        if (!ui.search.empty() && !matches(card, ui.search)) continue;
        any = true;
        draw_card(screen, workbook, card, number, ui, exercises, canvas, column, out);
        column.skip(canvas.px(10));
    }
    if (!any)
        draw_wrapped(canvas, column, Type::body, Colour::muted,
                     "No card of this workbook has these words.");
}

}  // namespace

void draw_workbook(const Screen& screen, WorkbookUi& ui, ExerciseUi& exercises, Canvas& canvas,
                   Column& column, Actions& out) {
    const Workbook* workbook = chosen_workbook(screen);
    if (!workbook) {
        draw_title(canvas, column, "Workbook", "No workbook could be read.");
        return;
    }
    const int done = worked_through(screen, *workbook);
    const Rect head{column.x, column.y + canvas.px(1), column.width, canvas.px(button_height)};
    draw_title(canvas, column, workbook->title,
               fmt::format("{} · {} of {} worked through · go in any order, come back as often as "
                           "you like",
                           for_whom(workbook->audience), done, workbook->cards.size()),
               canvas.px(260));
    draw_choices(screen, *workbook, ui, canvas, head, out);
    draw_progress(canvas, column, done, workbook->cards.size());
    if (ui.searching) draw_search(ui, canvas, column);
    draw_cards(screen, *workbook, ui, exercises, canvas, column, out);
    // Folding a card must not pull the header from under the pointer: while the page is scrolled
    // down it stays as long as what is in view.
    column.y = std::max(column.y, canvas.list()->GetClipRectMax().y - canvas.px(36));
}

}  // namespace rekindle::app
