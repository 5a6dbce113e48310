// What grows between the cards, each thing once, in sections; to be changed here as on its cards.
#include <fmt/format.h>

#include <algorithm>

#include "app/exercises/exercises.hpp"
#include "app/screens/practices_parts.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/menu.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

bool is_narrowed(const PracticesUi& ui) { return !ui.filter.empty() || !ui.search.empty(); }

// --- what is looked for ---

std::vector<MenuEntry> state_entries(const PreparedPractices& prepared, const PracticesUi& ui) {
    std::vector<MenuEntry> entries{{"any", "Any state", ui.filter.empty()}};
    for (const PracticeState& state : prepared.states)
        entries.push_back({state.id, state.title, state.id == ui.filter});
    return entries;
}

std::string state_label(const PreparedPractices& prepared, const PracticesUi& ui) {
    for (const PracticeState& state : prepared.states)
        if (state.id == ui.filter) return state.title;
    return "Any state";
}

// The search and the states beside each other, or below where the page is narrow.
void draw_search(const PreparedPractices& prepared, PracticesUi& ui, const Pen& pen) {
    constexpr float least_search = 220;
    const std::string label = state_label(prepared, ui);
    const float menu =
        prepared.states.empty() ? 0 : menu_button_width(pen.canvas, label) + pen.px(12);
    const bool beside = pen.column.width - menu >= pen.px(least_search);
    Column search{pen.column.x, pen.column.y, beside ? pen.column.width - menu : pen.column.width};
    const auto result = text_field(pen.in(search),
                                   {.name = "practices.search",
                                    .hint = "Search what you wrote",
                                    .min_lines = 1,
                                    .single_line = true},
                                   ui.search);
    if (result.changed) ui.search = *result.changed;
    if (!prepared.states.empty()) {
        const float x = beside ? search.x + search.width + pen.px(12) : pen.column.x;
        const float y = beside ? pen.column.y : search.y + pen.px(10);
        const auto chosen =
            menu_button(pen.canvas, x, y, "practices.state", label, state_entries(prepared, ui));
        if (chosen) ui.filter = *chosen == "any" ? std::string{} : *chosen;
        if (!beside) search.y = y + pen.px(button_height);
    }
    pen.column.y = std::max(search.y, pen.column.y + pen.px(button_height)) + pen.px(12);
}

std::size_t entries_in(const PreparedPractices& prepared, PracticeSection section) {
    std::size_t entries = 0;
    for (const Gathered& each : prepared.gathered)
        if (each.section == section) entries += each.entries;
    return entries;
}

// A chip for each section that has something in it, to look at it alone.
void draw_section_chips(const PreparedPractices& prepared, PracticesUi& ui, const Pen& pen) {
    Flow flow{pen};
    if (flow_chip(flow, {.name = "practices.section.all",
                         .label = "Everything",
                         .selected = ui.section.empty()}))
        ui.section.clear();
    for (const SectionWords& words : practice_sections) {
        if (entries_in(prepared, words.section) == 0) continue;
        const std::string name = "practices.section." + std::string(to_word(words.section));
        const bool selected = ui.section == to_word(words.section);
        if (flow_chip(flow, {.name = name, .label = words.title, .selected = selected}))
            ui.section = selected ? std::string{} : std::string(to_word(words.section));
    }
    flow.end();
    pen.skip(10);
}

void draw_nothing_found(PracticesUi& ui, const Pen& pen) {
    draw_wrapped(pen, Type::body, Colour::muted, "Nothing you wrote here matches that.");
    pen.skip(8);
    if (button(pen.canvas, pen.column.x, pen.column.y, {"practices.clear", "Show everything"})) {
        ui.search.clear();
        ui.filter.clear();
        ui.section.clear();
    }
    pen.skip(button_height + 12);
}

// --- what is there ---

void draw_sources(const Gathered& gathered, const AskingPen& pen) {
    Flow flow{pen};
    flow.step = 32;
    flow.gap = 16;
    flow.between_lines = 0;
    for (const PracticeSource& source : gathered.sources) {
        const std::string name =
            "practices." + gathered.id + ".card." + source.workbook->id + '/' + source.card->id;
        if (flow_button(flow, {.name = name,
                               .label = source.card->title,
                               .style = ButtonStyle::link,
                               .icon = icon::workbook}))
            pen.out.add(ShowCard{{source.workbook->id, source.card->id}});
    }
    flow.end();
}

void draw_gathered(const Screen& screen, const Gathered& gathered, bool narrowed, ExerciseUi& ui,
                   const AskingPen& pen) {
    const PracticeSource& first = gathered.sources.front();
    const CardContext context{
        .screen = screen,
        .workbook = *first.workbook,
        .card = *first.card,
        .answers = card_answers(screen.journal, first.workbook->id, first.card->id),
        .name = "practices." + gathered.id,
        .writable = !screen.why_read_only({PartKind::answers, {}, first.workbook->id}),
        .gathered = true,
        .shown = narrowed ? &gathered.shown : nullptr};
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_exercise(context, *first.exercise, ui, inside);
        inside.skip(4);
        draw_sources(gathered, inside);
    }
    pen.skip(16);
}

// What is scrolled away costs only the height it had.
template <class Draw>
void draw_if_seen(const std::string& id, PracticesUi& ui, const Pen& pen, Draw draw) {
    const auto known = ui.heights.find(id);
    if (known != ui.heights.end() &&
        is_hidden(pen.canvas, {pen.column.x, pen.column.y, pen.column.width, known->second})) {
        pen.column.skip(known->second);
        return;
    }
    const float top = pen.column.y;
    draw();
    ui.heights[id] = pen.column.y - top;
}

void draw_section(const Screen& screen, const PreparedPractices& prepared,
                  const SectionWords& words, PracticesUi& ui, ExerciseUi& exercises,
                  const AskingPen& pen) {
    bool begun = false;
    for (const Gathered& each : prepared.gathered) {
        if (each.section != words.section || each.shown.empty()) continue;
        if (!begun) {
            draw_wrapped(pen, Type::heading, Colour::ink, words.title);
            draw_wrapped(pen, Type::secondary, Colour::muted, words.line);
            pen.skip(10);
        }
        begun = true;
        draw_if_seen(each.id, ui, pen,
                     [&] { draw_gathered(screen, each, is_narrowed(ui), exercises, pen); });
    }
    if (begun) pen.skip(8);
}

bool shows_anything(const PreparedPractices& prepared, const PracticesUi& ui) {
    return std::any_of(prepared.gathered.begin(), prepared.gathered.end(),
                       [&](const Gathered& each) {
                           return !each.shown.empty() &&
                                  (ui.section.empty() || ui.section == to_word(each.section));
                       });
}

// --- what is not there yet ---

// One section's row of what could be begun.
void draw_not_begun_in(const PreparedPractices& prepared, const SectionWords& words,
                       const AskingPen& pen) {
    const auto waits = [&](const Gathered& each) {
        return each.section == words.section && each.entries == 0;
    };
    if (std::none_of(prepared.gathered.begin(), prepared.gathered.end(), waits)) return;
    draw_wrapped(pen, Type::secondary_strong, Colour::ink, words.title);
    pen.skip(6);
    Flow flow{pen};
    for (const Gathered& each : prepared.gathered) {
        if (!waits(each)) continue;
        const PracticeSource& source = each.sources.front();
        const std::string name = "practices." + each.id;
        if (flow_chip(flow, {.name = name, .label = source.exercise->title}))
            pen.out.add(ShowCard{{source.workbook->id, source.card->id}});
    }
    flow.end();
    pen.skip(8);
}

void draw_not_begun(const PreparedPractices& prepared, const AskingPen& pen) {
    const bool all_begun = std::all_of(prepared.gathered.begin(), prepared.gathered.end(),
                                       [](const Gathered& each) { return each.entries > 0; });
    if (all_begun) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Not begun yet");
        draw_wrapped(
            inside, Type::secondary, Colour::muted,
            "Each opens on the card it comes from. What you write there appears here too.");
        inside.skip(12);
        for (const SectionWords& words : practice_sections)
            draw_not_begun_in(prepared, words, inside);
        inside.skip(-8);
    }
    pen.skip(16);
}

// Nothing anywhere: what will be here, and one thing to begin with.
void draw_first_act(const PreparedPractices& prepared, const AskingPen& pen) {
    if (prepared.gathered.empty()) return;
    const auto agreement = std::find_if(
        prepared.gathered.begin(), prepared.gathered.end(),
        [](const Gathered& each) { return each.section == PracticeSection::agreements; });
    const bool any = agreement != prepared.gathered.end();
    const Gathered& first = any ? *agreement : prepared.gathered.front();
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Here everything comes together");
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     "Boundaries, promises, questions, rituals, plans and the talks you hold: what "
                     "you write on a card appears here too, each thing once.");
        inside.skip(12);
        const PracticeSource& source = first.sources.front();
        const std::string label = any ? "Write down a first boundary" : "Begin with one";
        if (button(pen.canvas, inside.column.x, inside.column.y,
                   {"practices.begin", label, ButtonStyle::primary}))
            pen.out.add(ShowCard{{source.workbook->id, source.card->id}});
        inside.skip(button_height);
    }
    pen.skip(16);
}

}  // namespace

void draw_practices(const Screen& screen, PracticesUi& ui, ExerciseUi& exercises,
                    const AskingPen& pen) {
    draw_title(pen, "Practices",
               "What you grow on the cards, all in one place. A change here is a change there.");
    const PreparedPractices& prepared = prepare_practices(screen, ui);
    const bool empty = std::all_of(prepared.gathered.begin(), prepared.gathered.end(),
                                   [](const Gathered& each) { return each.entries == 0; });
    if (empty) {
        draw_first_act(prepared, pen);
        draw_not_begun(prepared, pen);
        return;
    }
    draw_search(prepared, ui, pen);
    draw_section_chips(prepared, ui, pen);
    if (!shows_anything(prepared, ui)) draw_nothing_found(ui, pen);
    for (const SectionWords& words : practice_sections)
        if (ui.section.empty() || ui.section == to_word(words.section))
            draw_section(screen, prepared, words, ui, exercises, pen);
    if (is_narrowed(ui) || !ui.section.empty()) return;
    draw_if_seen("not begun", ui, pen, [&] { draw_not_begun(prepared, pen); });
}

}  // namespace rekindle::app
