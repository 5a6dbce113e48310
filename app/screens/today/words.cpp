// A few words: the events of a day and what someone writes about it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/screens/today/parts.hpp"
#include "app/screens/today/used_words.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"
#include "workbook/base/utf8_text.hpp"

namespace rekindle::app {
namespace {

constexpr std::array kinds{EventKind::hard_conversation, EventKind::setback, EventKind::milestone,
                           EventKind::hard_day, EventKind::counselling};
constexpr float beside_heading = 118;  // where the chips begin, in line with the sliders' tracks
constexpr float width_for_beside = 440;
constexpr std::size_t few_words = 4;       // used before, offered at once
constexpr std::size_t longest_label = 40;  // bytes; the rest of an own word is in its tooltip

// The beginning of a text, cut between two characters.
std::string shortened(const std::string& text) {
    if (text.size() <= longest_label) return text;
    return text.substr(0, character_start(text, longest_label)) + "…";
}

const Event* find_event(const DayShown& day, EventKind kind) {
    if (!day.checkin) return nullptr;
    const auto& events = day.checkin->events;
    const auto found = std::find_if(events.begin(), events.end(),
                                    [kind](const Event& event) { return event.kind == kind; });
    return found == events.end() ? nullptr : &*found;
}

void draw_kinds(const DayShown& day, Flow& flow, Actions& out) {
    for (const EventKind kind : kinds) {
        const Event* event = find_event(day, kind);
        const std::string name = fmt::format("today.event.{}", to_word(kind));
        std::string label{event_title(kind)};
        if (event && !event->text.empty()) label += ": " + shortened(event->text);
        if (!flow_chip(flow, {.name = name,
                              .label = label,
                              .selected = event != nullptr,
                              .enabled = day.closed.empty()}))
            continue;
        if (event)
            out.add(RemoveEvent{day.ref, *event});
        else
            out.add(AddEvent{day.ref, Event{kind, {}}});
    }
}

// The event of the check-in that says this word; null where none does.
const Event* find_own(const DayShown& day, const std::string& word) {
    if (!day.checkin) return nullptr;
    for (const Event& event : day.checkin->events)
        if (event.kind == EventKind::own && is_same_word(event.text, word)) return &event;
    return nullptr;
}

bool is_offered(const std::vector<std::string>& offered, const std::string& word) {
    return std::any_of(offered.begin(), offered.end(),
                       [&](const std::string& each) { return is_same_word(each, word); });
}

// The first few of the words used before; all of them once that was asked for.
std::vector<std::string> words_to_offer(const Screen& screen, const DayShown& day, TodayUi& ui) {
    if (!day.closed.empty()) return {};
    std::vector<std::string> words = used_words(screen, day.date, ui);
    if (!ui.more_words && words.size() > few_words) words.resize(few_words);
    return words;
}

void draw_used_words(const DayShown& day, const std::vector<std::string>& offered, Flow& flow,
                     Actions& out) {
    int number = 0;
    for (const std::string& word : offered) {
        const std::string name = fmt::format("today.event.again.{}", ++number);
        const std::string label = shortened(word);
        const Event* event = find_own(day, word);
        if (!flow_chip(flow, {.name = name, .label = label, .selected = event != nullptr}))
            continue;
        if (event)
            out.add(RemoveEvent{day.ref, *event});
        else
            out.add(AddEvent{day.ref, Event{EventKind::own, word}});
    }
}

void draw_more_words(TodayUi& ui, Flow& flow) {
    if (flow_chip(flow,
                  {.name = "today.event.more", .label = ui.more_words ? "Fewer" : "More words"}))
        ui.more_words = !ui.more_words;
}

void draw_own_events(const Screen& screen, const DayShown& day, TodayUi& ui, Flow& flow,
                     Actions& out) {
    const std::vector<std::string> offered = words_to_offer(screen, day, ui);
    int number = 0;
    if (day.checkin)
        for (const Event& event : day.checkin->events) {
            if (event.kind != EventKind::own) continue;
            const std::string name = fmt::format("today.event.own.{}", ++number);
            if (is_offered(offered, event.text)) continue;
            if (flow_chip(flow, {.name = name,
                                 .label = shortened(event.text),
                                 .selected = true,
                                 .enabled = day.closed.empty()}))
                out.add(RemoveEvent{day.ref, event});
        }
    draw_used_words(day, offered, flow, out);
    if (!offered.empty() && used_words(screen, day.date, ui).size() > few_words)
        draw_more_words(ui, flow);
    if (!day.closed.empty()) return;
    if (!flow_chip(flow,
                   {.name = "today.event.own", .label = "Own word", .selected = ui.adding_event}))
        return;
    ui.adding_event = !ui.adding_event;
    if (ui.adding_event) flow.pen.canvas.controls.focus("today.event.word");
}

void draw_event_field(const DayShown& day, TodayUi& ui, const AskingPen& pen) {
    if (!ui.adding_event || !day.closed.empty()) return;
    const TextFieldResult typed = text_field(pen,
                                             {.name = "today.event.word",
                                              .hint = "A word for what happened, then Enter",
                                              .single_line = true},
                                             ui.own_event);
    if (typed.changed) ui.own_event = *typed.changed;
    pen.skip(8);
    if (!typed.confirmed) return;
    if (!ui.own_event.empty()) pen.out.add(AddEvent{day.ref, Event{EventKind::own, ui.own_event}});
    ui.own_event.clear();
    ui.adding_event = false;
    pen.canvas.controls.focus("today.event.own");
}

// The chips stand right of the heading where there is room, below it where there is not.
void draw_events(const Screen& screen, const DayShown& day, TodayUi& ui, const AskingPen& pen) {
    const float heading = line_height(pen.canvas, Type::heading);
    draw_text(pen.canvas, pen.column.x, pen.column.y + pen.px(6), Type::heading, Colour::ink,
              "A few words");
    const float beside = pen.px(beside_heading);
    const bool fits = pen.column.width >= pen.px(width_for_beside);
    Column chips{pen.column.x + (fits ? beside : 0),
                 pen.column.y + (fits ? 0 : heading + pen.px(8)),
                 pen.column.width - (fits ? beside : 0)};
    Flow flow{pen.in(chips)};
    draw_kinds(day, flow, pen.out);
    draw_own_events(screen, day, ui, flow, pen.out);
    flow.end();
    pen.column.y = chips.y + pen.px(2);
}

}  // namespace

void draw_words(const Screen& screen, const DayShown& day, TodayUi& ui, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_events(screen, day, ui, inside);
        draw_event_field(day, ui, inside);
        const TextFieldResult typed =
            text_field(inside,
                       {.name = "today.note",
                        .hint = "What would you like to remember of this day?",
                        .min_lines = 2.4f,
                        .enabled = day.closed.empty()},
                       day.checkin ? day.checkin->note : std::string{});
        if (typed.changed) pen.out.add(WriteNote{day.ref, *typed.changed});
    }
    pen.skip(8);
}

}  // namespace rekindle::app
