// What stands beside the day: the last weeks, the card someone left off at, a first welcome.
#include <fmt/format.h>

#include <algorithm>

#include "app/screens/chosen_workbook.hpp"
#include "app/screens/today_parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

bool is_empty(const Screen& screen) {
    return screen.complete && screen.journal.months.empty() && screen.journal.answers.empty() &&
           *screen.journal.practices == Practices{};
}

// The last day on which this person did something on a card; none: never.
std::optional<Date> last_touched(const CardAnswers& card, std::string_view person) {
    std::optional<Date> last;
    const auto note = [&](const auto& things) {
        for (const auto& thing : things)
            if (thing.person == person) last = std::max(last.value_or(thing.date), thing.date);
    };
    note(card.rated);
    note(card.marks);
    for (const auto& [id, exercise] : card.exercises) {
        note(exercise.written);
        note(exercise.ticks);
    }
    return last;
}

// A card to go on with, and its number in the workbook.
struct LeftOff {
    const Card* card = nullptr;
    std::size_t number = 0;
};

// The card touched last, unless it is done with; then the first that is not.
LeftOff find_left_off(const Screen& screen, const Workbook& workbook) {
    LeftOff first;
    LeftOff latest;
    std::optional<Date> when;
    for (std::size_t i = 0; i < workbook.cards.size(); ++i) {
        const Card& card = workbook.cards[i];
        const CardState state = card_state(screen.journal, workbook, card, screen.person);
        if (state == CardState::worked_through || state == CardState::set_aside) continue;
        if (!first.card) first = {&card, i + 1};
        const auto touched =
            last_touched(card_answers(screen.journal, workbook.id, card.id), screen.person);
        if (touched && (!when || *touched > *when)) {
            latest = {&card, i + 1};
            when = touched;
        }
    }
    return latest.card ? latest : first;
}

std::string progress_words(const Progress& progress) {
    if (progress.done == 0) return fmt::format("{} exercises, none begun yet", progress.all);
    const int open = progress.all - progress.done;
    if (open == 0) return "Something in every exercise";
    return fmt::format("{} of {} exercises open", open, progress.all);
}

void draw_left_off_card(const Screen& screen, const Workbook& workbook, const LeftOff& at,
                        Canvas& canvas, Column& column) {
    if (!at.card) {
        draw_wrapped(canvas, column, Type::body, Colour::ink, workbook.title);
        draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                     "You have been through every card. They stay open to come back to.");
        return;
    }
    draw_wrapped(canvas, column, Type::body, Colour::ink,
                 fmt::format("Step {} · {}", at.number, at.card->title));
    draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                 progress_words(card_progress(screen.journal, workbook, *at.card, screen.person)));
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

void draw_left_off(const Screen& screen, Canvas& canvas, Column& column, Actions& out) {
    const Workbook* workbook = chosen_workbook(screen);
    if (!workbook || workbook->cards.empty()) return;
    const LeftOff at = find_left_off(screen, *workbook);
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        const bool begun = screen.journal.answers.contains(workbook->id);
        draw_wrapped(canvas, inside, Type::heading, Colour::ink,
                     begun ? "Where you left off" : "Where you can begin");
        inside.skip(canvas.px(4));
        draw_left_off_card(screen, *workbook, at, canvas, inside);
        inside.skip(canvas.px(10));
        float x = inside.x;
        if (at.card) {
            const ButtonSpec go_on{.name = "today.continue",
                                   .label = begun ? "Continue" : "Begin",
                                   .style = ButtonStyle::primary};
            if (button(canvas, x, inside.y, go_on)) out.add(ShowCard{{workbook->id, at.card->id}});
            x += button_width(canvas, go_on) + canvas.px(14);
        }
        if (button(canvas, x, inside.y, {.name = "today.workbook", .label = "Open workbook"}))
            out.add(GoTo{Page::workbook});
        inside.skip(canvas.px(button_height));
    }
    column.skip(canvas.px(16));
}

}  // namespace rekindle::app
