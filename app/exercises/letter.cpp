// A letter in named parts: written part by part, read through as one, in as many drafts as wanted.
#include <fmt/format.h>

#include <algorithm>

#include "app/exercises/letter_parts.hpp"
#include "app/exercises/only_for_me.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

// Every letter that can be seen here, by the day each was begun.
std::vector<const Letter*> drafts_for(const CardContext& context, const Exercise& exercise) {
    std::vector<const Letter*> drafts;
    for (const Letter& letter : exercise_answers(context.answers, exercise.id).letters)
        drafts.push_back(&letter);
    return drafts;
}

// What the window remembers is each person's own.
std::string memory_key(const LetterContext& context) {
    return context.key + '@' + context.card.screen.person;
}

// The draft that was chosen, else the latest of one's own. One that was taken out again, or that is
// not written yet, is an empty page.
LetterContext find_draft(const CardContext& card, const Exercise& exercise,
                         const std::vector<const Letter*>& drafts, const ExerciseUi& ui) {
    LetterContext context{card,
                          exercise,
                          exercise_key(card, exercise),
                          card.name + '.' + exercise.id,
                          {card.workbook.id, card.card.id, exercise.id}};
    const auto chosen = ui.letters.find(memory_key(context));
    for (const Letter* letter : drafts) {
        const bool wanted = chosen != ui.letters.end() ? letter->id == chosen->second
                                                       : is_mine(card.screen, letter->person);
        if (wanted) context.letter = letter;
    }
    if (context.letter)
        context.id = context.letter->id;
    else
        context.id = chosen != ui.letters.end() ? chosen->second : card.screen.next_id;
    return context;
}

std::string draft_words(const CardContext& context, const Letter& letter) {
    std::string words = "Begun " + day_words(context.screen, letter.date);
    if (letter.changed != letter.date)
        words += ", last changed " + day_words(context.screen, letter.changed);
    const std::string writer = writer_of(context.screen, letter.person);
    return writer.empty() ? words : writer + " · " + words;
}

void draw_part(const LetterContext& context, const Choice& part, int number, ExerciseUi& ui,
               const AskingPen& pen) {
    const std::string name = context.base + '.' + std::to_string(number);
    const std::string nothing;
    const std::string* text = &nothing;
    if (context.letter)
        if (const auto found = context.letter->parts.find(part.id);
            found != context.letter->parts.end())
            text = &found->second;
    draw_wrapped(pen, Type::secondary_strong, Colour::ink, part.title);
    if (!part.hint.empty()) draw_wrapped(pen, Type::secondary, Colour::muted, part.hint);
    pen.skip(4);
    const auto result =
        text_field(pen, {.name = name, .min_lines = 2, .enabled = context.card.writable}, *text);
    if (result.changed) {
        pen.out.add(WriteLetterPart{context.ref, context.id, part.id, *result.changed});
        ui.letters[memory_key(context)] = context.id;
    }
    if (context.exercise.notices && !part.quiet) draw_notices(context, name, *text, ui, pen);
    pen.skip(12);
}

void draw_parts(const LetterContext& context, ExerciseUi& ui, const AskingPen& pen) {
    int number = 0;
    for (const Choice& part : context.exercise.items) draw_part(context, part, ++number, ui, pen);
    if (!context.letter) return;
    for (const auto& [id, text] : context.letter->parts) {
        const auto same = [&id = id](const Choice& part) { return part.id == id; };
        const auto& items = context.exercise.items;
        if (std::none_of(items.begin(), items.end(), same))
            draw_part(context, {id, id}, ++number, ui, pen);
    }
}

struct PressedLetter {
    bool read = false;
    bool fresh = false;
    bool drafts = false;
    bool remove = false;
    TakeOut out{};
};

// What can be done with a draft that has words in it.
PressedLetter draw_links(const LetterContext& context, bool reading, std::size_t drafts,
                         bool drafts_shown, const Pen& pen) {
    PressedLetter pressed;
    if (drafts == 0) return pressed;
    const bool own = context.letter && is_mine(context.card.screen, context.letter->person);
    const std::string read = context.base + (reading ? ".back" : ".read");
    const std::string fresh = context.base + ".fresh";
    const std::string list = context.base + ".drafts";
    const std::string remove = context.base + ".remove";
    const std::string drafts_label = fmt::format("Drafts ({})", drafts);
    Flow flow{pen};
    flow.step = 32;
    flow.gap = 16;
    flow.between_lines = 0;
    if (context.letter) {
        if (own || !reading)
            pressed.read = flow_button(
                flow, {read, reading ? "Back to writing" : "Read it through", ButtonStyle::link});
        pressed.out = draw_take_out(context, flow);
    }
    if (context.card.writable && context.letter)
        pressed.fresh = flow_button(flow, {fresh, "Begin a fresh draft", ButtonStyle::link});
    pressed.drafts = flow_button(
        flow, {list, drafts_label, ButtonStyle::link, {}, true, drafts_shown ? "open" : "closed"});
    if (own && context.card.writable)
        pressed.remove = flow_button(flow, {remove, "Delete this draft…", ButtonStyle::link});
    flow.end();
    return pressed;
}

void toggle(std::set<std::string>& open, const std::string& key) {
    if (!open.insert(key).second) open.erase(key);
}

// It stands above the list that it was chosen from: the page moves to where it begins.
void show_draft(const LetterContext& context, const Letter& letter, ExerciseUi& ui,
                Canvas& canvas) {
    ui.letters[memory_key(context)] = letter.id;
    ui.shown_from_top = context.key;
    canvas.draw_again();
}

// Every draft by its days; pressing one shows it.
void draw_drafts(const LetterContext& context, const std::vector<const Letter*>& drafts,
                 ExerciseUi& ui, const Pen& pen) {
    for (std::size_t i = drafts.size(); i-- > 0;) {
        const Letter& letter = *drafts[i];
        const bool shown = letter.id == context.id;
        const std::string name = context.base + ".draft." + std::to_string(i + 1);
        const std::string words =
            draft_words(context.card, letter) + (shown ? " · shown above" : "");
        if (link_row(pen, name, words, shown ? "checked" : "-"))
            show_draft(context, letter, ui, pen.canvas);
    }
}

// On Practices: the letters that are there, each to be opened and read.
void draw_gathered(const LetterContext& context, const std::vector<const Letter*>& drafts,
                   ExerciseUi& ui, const Pen& pen) {
    for (std::size_t i = drafts.size(); i-- > 0;) {
        const Letter& letter = *drafts[i];
        if (!is_shown(context.card, letter.id)) continue;
        const std::string key = "read " + context.key + '/' + letter.id;
        const std::string name = context.base + '.' + std::to_string(i + 1);
        const bool open = ui.open.contains(key);
        if (link_row(pen, name, draft_words(context.card, letter), open ? "open" : "closed")) {
            toggle(ui.open, key);
            if (!open) ui.shown_from_top = key;
        }
        if (!open) continue;
        show_from_top(key, pen.column.y, ui, pen.canvas);
        draw_reading(letter, context.exercise, pen);
    }
}

// For another page than the one that was read: the place one was at belongs to that.
void leave_reading(const LetterContext& context, ExerciseUi& ui) {
    ui.open.erase("read " + context.key);
    ui.left_at.erase(context.key);
}

// `top` is where the exercise stands on the screen.
void act(const LetterContext& context, const PressedLetter& pressed, float top, ExerciseUi& ui,
         const AskingPen& pen) {
    if (pressed.read) {
        toggle(ui.open, "read " + context.key);
        if (ui.open.contains("read " + context.key))
            begin_reading(context.key, top, ui, pen.canvas);
    }
    if (pressed.drafts) toggle(ui.open, "drafts " + context.key);
    take_out(context, pressed.out, ui, pen.canvas);
    if (pressed.fresh) {
        ui.letters[memory_key(context)] = context.card.screen.next_id;
        leave_reading(context, ui);
        pen.canvas.controls.focus(context.base + ".1", pen.canvas.controls.shows_ring());
    }
    if (pressed.remove) {
        pen.out.add(RemoveLetter{context.ref, context.id});
        ui.letters.erase(memory_key(context));
        leave_reading(context, ui);
    }
}

}  // namespace

void draw_letter(const CardContext& card, const Exercise& exercise, ExerciseUi& ui,
                 const AskingPen& pen) {
    const float top = pen.column.y;
    draw_exercise_head(pen, exercise.title, exercise.prompt);
    const auto drafts = drafts_for(card, exercise);
    const LetterContext context = find_draft(card, exercise, drafts, ui);
    if (card.gathered) return draw_gathered(context, drafts, ui, pen);
    const bool of_other = context.letter && !is_mine(card.screen, context.letter->person);
    const bool reading = context.letter && (of_other || ui.open.contains("read " + context.key));
    show_from_top(context.key, pen.column.y, ui, pen.canvas);
    if (!reading) end_reading(context.key, top, ui, pen.canvas);
    if (context.letter && (drafts.size() > 1 || reading))
        draw_wrapped(pen, Type::label, Colour::muted, draft_words(card, *context.letter));
    if (reading) {
        draw_wrapped(pen, Type::secondary, Colour::muted,
                     "Read it slowly, once as if it had been written to you.");
        draw_reading(*context.letter, exercise, pen);
    } else {
        draw_parts(context, ui, pen);
    }
    const bool listed = ui.open.contains("drafts " + context.key);
    const PressedLetter pressed = draw_links(context, reading, drafts.size(), listed, pen);
    draw_text_copy(context, ui, pen);
    if (context.letter && !of_other)
        draw_only_for_me(card, context.base, {context.ref, context.id, context.letter->only_for_me},
                         pen);
    if (listed) draw_drafts(context, drafts, ui, pen);
    act(context, pressed, top, ui, pen);
}

}  // namespace rekindle::app
