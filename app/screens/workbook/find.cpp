#include "app/screens/workbook/find.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"
#include "workbook/base/folded_text.hpp"
#include "workbook/content/card_search.hpp"

namespace rekindle::app {

// What is searched in, folded once for the workbook that is open, and which cards were found: one
// that is open stays while its state changes under the hand of whoever works in it.
struct PreparedSearch {
    std::string workbook;
    std::vector<std::string> texts;  // in the order of its cards
    std::string person;
    std::optional<CardState> state;
    std::set<std::string> found;
};

namespace {

template <class Value>
struct Filter {
    std::optional<Value> value;
    std::string_view name;
    std::string_view label;
};
constexpr std::array<Filter<CardState>, 5> states{
    {{std::nullopt, "workbook.state.all", "all"},
     {CardState::not_started, "workbook.state.not-started", "not started"},
     {CardState::in_progress, "workbook.state.in-progress", "in progress"},
     {CardState::worked_through, "workbook.state.worked-through", "worked through"},
     {CardState::set_aside, "workbook.state.set-aside", "set aside"}}};
constexpr std::array<Filter<Audience>, 4> sides{
    {{std::nullopt, "workbook.for.all", "anyone"},
     {Audience::hurt, "workbook.for.hurt", "me as the person who was hurt"},
     {Audience::broke, "workbook.for.broke", "me as the person who broke trust"},
     {Audience::both, "workbook.for.both", "both of us"}}};

PreparedSearch& prepared_for(const Screen& screen, const Workbook& workbook, WorkbookUi& ui) {
    if (!ui.prepared || ui.prepared->workbook != workbook.id) {
        PreparedSearch made;
        made.workbook = workbook.id;
        for (const Card& card : workbook.cards) made.texts.push_back(searchable_text(card));
        ui.prepared = std::make_shared<PreparedSearch>(std::move(made));
    }
    PreparedSearch& prepared = *ui.prepared;
    if (prepared.state != ui.state || prepared.person != screen.person) prepared.found.clear();
    prepared.state = ui.state;
    prepared.person = screen.person;
    return prepared;
}

ButtonSpec find_button(const WorkbookUi& ui) {
    return {.name = "workbook.search",
            .label = ui.searching ? "Close search" : "Search",
            .icon = icon::search,
            .state = ui.searching ? "open" : "closed"};
}

template <class Filters, class Value>
void draw_filters(const Filters& filters, std::string_view label, std::optional<Value>& chosen,
                  const Pen& pen) {
    Flow flow{pen};
    const ImVec2 at = flow.place(text_width(pen.canvas, Type::secondary, label));
    draw_text(pen.canvas, at.x,
              at.y + (pen.px(chip_height) - pen.canvas.fonts.size(Type::secondary)) / 2,
              Type::secondary, Colour::muted, label);
    for (const auto& filter : filters)
        if (flow_chip(
                flow,
                {.name = filter.name, .label = filter.label, .selected = chosen == filter.value}))
            chosen = filter.value;
    flow.end();
}

}  // namespace

std::vector<NumberedCard> found_cards(const Screen& screen, const Workbook& workbook,
                                      WorkbookUi& ui) {
    std::vector<NumberedCard> found;
    const std::vector<std::string> words = search_words(ui.search);
    PreparedSearch* prepared = is_looking_for(ui) ? &prepared_for(screen, workbook, ui) : nullptr;
    if (!prepared && ui.prepared) ui.prepared->found.clear();
    for (std::size_t i = 0; i < workbook.cards.size(); ++i) {
        const Card& card = workbook.cards[i];
        const CardState state = card_state(screen.journal, workbook, card, screen.person);
        if (prepared) {
            const bool kept =
                prepared->found.contains(card.id) && ui.open.contains(workbook.id + '/' + card.id);
            if (ui.speaking_to && !speaks_to(card, *ui.speaking_to)) continue;
            if (ui.state && *ui.state != state && !kept) continue;
            if (!has_all_words(prepared->texts[i], words)) continue;
            prepared->found.insert(card.id);
        }
        found.push_back({&card, static_cast<int>(i) + 1, state});
    }
    return found;
}

bool is_looking_for(const WorkbookUi& ui) {
    return ui.state || ui.speaking_to || !search_words(ui.search).empty();
}

float find_button_width(Canvas& canvas, const WorkbookUi& ui) {
    return button_width(canvas, find_button(ui));
}

void draw_find_button(WorkbookUi& ui, Canvas& canvas, float right, float y) {
    const ButtonSpec spec = find_button(ui);
    if (!button(canvas, right - button_width(canvas, spec), y, spec)) return;
    ui.searching = !ui.searching;
    ui.show_all();
    ui.to_search = ui.searching;
}

void draw_find(WorkbookUi& ui, const Pen& pen) {
    if (!ui.searching) return;
    constexpr std::string_view name = "workbook.search.text";
    if (std::exchange(ui.to_search, false)) focus_and_select(pen.canvas, name, ui.search);
    const auto typed = text_field(pen,
                                  {.name = name,
                                   .hint = "Words from a card: its title, guidance or exercises",
                                   .min_lines = 1,
                                   .single_line = true,
                                   .most_bytes = 200},
                                  ui.search);
    if (typed.changed) ui.search = *typed.changed;
    pen.skip(10);
    draw_filters(states, "Cards", ui.state, pen);
    draw_filters(sides, "For", ui.speaking_to, pen);
    pen.skip(6);
}

void draw_found(const Workbook& workbook, std::size_t found, WorkbookUi& ui, const Pen& pen) {
    if (!is_looking_for(ui)) return;
    const std::string words = found == 0
                                  ? "No card of this workbook fits what you look for."
                                  : fmt::format("{} of {} cards", found, workbook.cards.size());
    const ButtonSpec all{
        .name = "workbook.show-all", .label = "Show all cards", .style = ButtonStyle::link};
    const Rect row = pen.column.take(pen.px(button_height));
    const float y = row.y + (row.h - pen.canvas.fonts.size(Type::secondary)) / 2;
    float x = row.x + text_width(pen.canvas, Type::secondary, words) + pen.px(16);
    if (x + button_width(pen.canvas, all) > row.right()) {  // no room beside it: below
        Column lines{row.x, y, row.w};
        draw_wrapped(pen.in(lines), Type::secondary, Colour::muted, words);
        x = row.x;
        pen.column.y = lines.y + pen.px(button_height);
    } else {
        draw_text(pen.canvas, row.x, y, Type::secondary, Colour::muted, words);
    }
    if (button(pen.canvas, x, pen.column.y - pen.px(button_height), all)) ui.show_all();
    pen.skip(8);
}

}  // namespace rekindle::app
