// A conversation goes on while other pages are open: a quiet line above the page leads back to it.
#include "app/exercises/exercises.hpp"
#include "app/screens/chosen_workbook.hpp"
#include "app/screens/shell/parts.hpp"
#include "app/widgets/button.hpp"

namespace rekindle::app {
namespace {

// True where the card stands open on the page being shown.
bool stands_open(const Screen& screen, const UiState& ui, const CardRef& card) {
    const Workbook* chosen = chosen_workbook(screen);
    return ui.page == Page::workbook && chosen && chosen->id == card.workbook &&
           ui.workbook.open.contains(card.workbook + '/' + card.card);
}

}  // namespace

void draw_talk_line(const Screen& screen, const UiState& ui, Rect& page, float margin,
                    Canvas& canvas, Actions& out) {
    const TalkUi& talk = ui.exercises.talk;
    const auto card = card_of_key(talk.exercise);
    if (!is_under_way(talk) || !card || stands_open(screen, ui, *card)) return;
    Column words{page.x + margin, page.y + canvas.px(4), page.w - 2 * margin};
    // Only the end of a turn is told from here; the seconds are counted on the card alone.
    if (talk.ends_at > canvas.seconds) canvas.draw_again_at(talk.ends_at);
    if (link_row({canvas, words}, "talk.back", talk_words(screen, talk, canvas.seconds)))
        out.add(ShowCard{*card});
    const float bottom = words.y + canvas.px(4);
    canvas.list()->AddLine({page.x, bottom}, {page.right(), bottom}, canvas.colour(Colour::line),
                           std::max(1.0f, canvas.scale));
    page.h = std::max(1.0f, page.bottom() - bottom);
    page.y = bottom;
}

}  // namespace rekindle::app
