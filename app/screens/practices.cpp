// The lists that grow between the cards, each once, whichever cards show it.
#include <algorithm>

#include "app/exercises/exercises.hpp"
#include "app/screens/flow.hpp"
#include "app/screens/screens.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

// A card that shows a list.
struct Source {
    const Workbook* workbook;
    const Card* card;
};

// A list and where it comes from; its heading and statuses are those of the first card.
struct GatheredList {
    std::string id;
    const Exercise* exercise;
    std::vector<Source> sources;
};

// Every list of the content, in the order in which the workbooks come to it.
std::vector<GatheredList> gather_lists(const Content& content) {
    std::vector<GatheredList> lists;
    for (const Workbook& workbook : content.workbooks)
        for (const Card& card : workbook.cards)
            for (const Exercise& exercise : card.exercises) {
                if (exercise.kind != ExerciseKind::list) continue;
                const std::string id = practice_id(workbook, card, exercise);
                auto found = std::find_if(lists.begin(), lists.end(),
                                          [&](const GatheredList& list) { return list.id == id; });
                if (found == lists.end()) found = lists.insert(lists.end(), {id, &exercise, {}});
                found->sources.push_back({&workbook, &card});
            }
    return lists;
}

void draw_sources(const GatheredList& list, Canvas& canvas, Column& column, Actions& out) {
    Flow flow{canvas, column};
    flow.step = 32;
    flow.gap = 16;
    flow.between_lines = 0;
    for (const Source& source : list.sources) {
        const std::string name =
            "practices." + list.id + ".card." + source.workbook->id + '/' + source.card->id;
        if (flow_button(canvas, flow,
                        {.name = name,
                         .label = source.card->title,
                         .style = ButtonStyle::link,
                         .icon = icon::workbook}))
            out.add(ShowCard{{source.workbook->id, source.card->id}});
    }
    flow.end();
}

void draw_gathered(const Screen& screen, const GatheredList& list, ExerciseUi& ui, Canvas& canvas,
                   Column& column, Actions& out) {
    const Source& first = list.sources.front();
    const CardPlace place{
        .screen = screen,
        .workbook = *first.workbook,
        .card = *first.card,
        .answers = card_answers(screen.journal, first.workbook->id, first.card->id),
        .name = "practices." + list.id,
        .writable = !screen.why_read_only({PartKind::practices, {}, {}})};
    {
        CardGround card{canvas, column};
        draw_list(place, *list.exercise, ui, canvas, card.inside, out);
        card.inside.skip(canvas.px(4));
        draw_sources(list, canvas, card.inside, out);
    }
    column.skip(canvas.px(16));
}

void draw_empty_lists(const std::vector<const GatheredList*>& lists, Canvas& canvas, Column& column,
                      Actions& out) {
    if (lists.empty()) return;
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink, "Lists with nothing in them yet");
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted,
                     "Each opens on the card it comes from. What you write there stands here too.");
        inside.skip(canvas.px(8));
        Flow flow{canvas, inside};
        for (const GatheredList* list : lists) {
            const Source& source = list->sources.front();
            const std::string name = "practices." + list->id;
            if (flow_chip(canvas, flow, {.name = name, .label = list->exercise->title}))
                out.add(ShowCard{{source.workbook->id, source.card->id}});
        }
        flow.end();
        inside.skip(-canvas.px(8));
    }
    column.skip(canvas.px(16));
}

}  // namespace

void draw_practices(const Screen& screen, PracticesUi&, ExerciseUi& exercises, Canvas& canvas,
                    Column& column, Actions& out) {
    draw_title(
        canvas, column, "Practices",
        "The lists you grow on the cards, all in one place. A change here is a change there.");
    const std::vector<GatheredList> lists = gather_lists(screen.content);
    std::vector<const GatheredList*> empty;
    for (const GatheredList& list : lists) {
        if (list_items(screen.journal, list.id).empty())
            empty.push_back(&list);
        else
            draw_gathered(screen, list, exercises, canvas, column, out);
    }
    draw_empty_lists(empty, canvas, column, out);
}

}  // namespace rekindle::app
