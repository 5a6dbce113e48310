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
std::vector<const Letter*> drafts_for(const CardContext& place, const Exercise& exercise) {
    std::vector<const Letter*> drafts;
    for (const Letter& letter : exercise_answers(place.answers, exercise.id).letters)
        drafts.push_back(&letter);
    return drafts;
}

// What the window remembers is each person's own.
std::string memory_key(const LetterContext& place) {
    return place.key + '@' + place.card.screen.person;
}

// The draft that was chosen, else the latest of one's own. One that was taken out again, or that is
// not written yet, is an empty page.
LetterContext find_draft(const CardContext& card, const Exercise& exercise,
                         const std::vector<const Letter*>& drafts, const ExerciseUi& ui) {
    LetterContext place{card,
                        exercise,
                        exercise_key(card, exercise),
                        card.name + '.' + exercise.id,
                        {card.workbook.id, card.card.id, exercise.id}};
    const auto chosen = ui.letters.find(memory_key(place));
    for (const Letter* letter : drafts) {
        const bool wanted = chosen != ui.letters.end() ? letter->id == chosen->second
                                                       : is_mine(card.screen, letter->person);
        if (wanted) place.letter = letter;
    }
    if (place.letter)
        place.id = place.letter->id;
    else
        place.id = chosen != ui.letters.end() ? chosen->second : ui.fresh;
    return place;
}

std::string draft_words(const CardContext& place, const Letter& letter) {
    std::string words = "Begun " + day_words(place.screen, letter.date);
    if (letter.changed != letter.date)
        words += ", last changed " + day_words(place.screen, letter.changed);
    const std::string writer = writer_of(place.screen, letter.person);
    return writer.empty() ? words : writer + " · " + words;
}

void draw_part(const LetterContext& place, const Choice& part, int number, ExerciseUi& ui,
               const Pen& pen) {
    const auto& [canvas, column, out] = pen;
    const std::string name = place.base + '.' + std::to_string(number);
    const std::string nothing;
    const std::string* text = &nothing;
    if (place.letter)
        if (const auto found = place.letter->parts.find(part.id);
            found != place.letter->parts.end())
            text = &found->second;
    draw_wrapped(canvas, column, Type::secondary_strong, Colour::ink, part.title);
    if (!part.hint.empty()) draw_wrapped(canvas, column, Type::secondary, Colour::muted, part.hint);
    column.skip(canvas.px(4));
    const auto result = text_field(
        canvas, column, {.name = name, .min_lines = 2, .enabled = place.card.writable}, *text);
    if (result.changed) {
        out.add(WriteLetterPart{place.ref, place.id, part.id, *result.changed});
        ui.letters[memory_key(place)] = place.id;
    }
    if (place.exercise.notices && !part.quiet) draw_notices(place, name, *text, ui, canvas, column);
    column.skip(canvas.px(12));
}

void draw_parts(const LetterContext& place, ExerciseUi& ui, Canvas& canvas, Column& column,
                Actions& out) {
    const Pen pen{canvas, column, out};
    int number = 0;
    for (const Choice& part : place.exercise.items) draw_part(place, part, ++number, ui, pen);
    if (!place.letter) return;
    for (const auto& [id, text] : place.letter->parts) {
        const auto same = [&id = id](const Choice& part) { return part.id == id; };
        const auto& items = place.exercise.items;
        if (std::none_of(items.begin(), items.end(), same))
            draw_part(place, {id, id}, ++number, ui, pen);
    }
}

struct Pressed {
    bool read = false;
    bool fresh = false;
    bool drafts = false;
    bool remove = false;
    TakeOut out{};
};

// What can be done with a draft that has words in it.
Pressed draw_links(const LetterContext& place, bool reading, std::size_t drafts, bool drafts_shown,
                   Canvas& canvas, Column& column) {
    Pressed pressed;
    if (drafts == 0) return pressed;
    const bool own = place.letter && is_mine(place.card.screen, place.letter->person);
    const std::string read = place.base + (reading ? ".back" : ".read");
    const std::string fresh = place.base + ".fresh";
    const std::string list = place.base + ".drafts";
    const std::string remove = place.base + ".remove";
    const std::string drafts_label = fmt::format("Drafts ({})", drafts);
    Flow flow{canvas, column};
    flow.step = 32;
    flow.gap = 16;
    flow.between_lines = 0;
    if (place.letter) {
        if (own || !reading)
            pressed.read = flow_button(
                canvas, flow,
                {read, reading ? "Back to writing" : "Read it through", ButtonStyle::link});
        pressed.out = draw_take_out(place, canvas, flow);
    }
    if (place.card.writable && place.letter)
        pressed.fresh =
            flow_button(canvas, flow, {fresh, "Begin a fresh draft", ButtonStyle::link});
    pressed.drafts = flow_button(
        canvas, flow,
        {list, drafts_label, ButtonStyle::link, {}, true, drafts_shown ? "open" : "closed"});
    if (own && place.card.writable)
        pressed.remove =
            flow_button(canvas, flow, {remove, "Delete this draft…", ButtonStyle::link});
    flow.end();
    return pressed;
}

void toggle(std::set<std::string>& open, const std::string& key) {
    if (!open.insert(key).second) open.erase(key);
}

// It stands above the list that it was chosen from: the page moves to where it begins.
void show_draft(const LetterContext& place, const Letter& letter, ExerciseUi& ui, Canvas& canvas) {
    ui.letters[memory_key(place)] = letter.id;
    ui.shown_from_top = place.key;
    canvas.draw_again();
}

// Every draft by its days; pressing one shows it.
void draw_drafts(const LetterContext& place, const std::vector<const Letter*>& drafts,
                 ExerciseUi& ui, Canvas& canvas, Column& column) {
    for (std::size_t i = drafts.size(); i-- > 0;) {
        const Letter& letter = *drafts[i];
        const bool shown = letter.id == place.id;
        const std::string name = place.base + ".draft." + std::to_string(i + 1);
        const std::string words = draft_words(place.card, letter) + (shown ? " · shown above" : "");
        if (link_row(canvas, column, name, words, shown ? "checked" : "-"))
            show_draft(place, letter, ui, canvas);
    }
}

// On Practices: the letters that are there, each to be opened and read.
void draw_gathered(const LetterContext& place, const std::vector<const Letter*>& drafts,
                   ExerciseUi& ui, Canvas& canvas, Column& column) {
    for (std::size_t i = drafts.size(); i-- > 0;) {
        const Letter& letter = *drafts[i];
        if (!is_shown(place.card, letter.id)) continue;
        const std::string key = "read " + place.key + '/' + letter.id;
        const std::string name = place.base + '.' + std::to_string(i + 1);
        const bool open = ui.open.contains(key);
        if (link_row(canvas, column, name, draft_words(place.card, letter),
                     open ? "open" : "closed")) {
            toggle(ui.open, key);
            if (!open) ui.shown_from_top = key;
        }
        if (!open) continue;
        show_from_top(key, column.y, ui, canvas);
        draw_reading(letter, place.exercise, canvas, column);
    }
}

// For another page than the one that was read: the place one was at belongs to that.
void leave_reading(const LetterContext& place, ExerciseUi& ui) {
    ui.open.erase("read " + place.key);
    ui.left_at.erase(place.key);
}

// `top` is where the exercise stands on the screen.
void act(const LetterContext& place, const Pressed& pressed, float top, ExerciseUi& ui,
         Canvas& canvas, Actions& out) {
    if (pressed.read) {
        toggle(ui.open, "read " + place.key);
        if (ui.open.contains("read " + place.key)) begin_reading(place.key, top, ui, canvas);
    }
    if (pressed.drafts) toggle(ui.open, "drafts " + place.key);
    take_out(place, pressed.out, ui, canvas);
    if (pressed.fresh) {
        ui.letters[memory_key(place)] = ui.fresh;
        leave_reading(place, ui);
        canvas.controls.focus(place.base + ".1", canvas.controls.shows_ring());
    }
    if (pressed.remove) {
        out.add(RemoveLetter{place.ref, place.id});
        ui.letters.erase(memory_key(place));
        leave_reading(place, ui);
    }
}

}  // namespace

void draw_letter(const CardContext& card, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                 Column& column, Actions& out) {
    const float top = column.y;
    draw_exercise_head(canvas, column, exercise.title, exercise.prompt);
    const auto drafts = drafts_for(card, exercise);
    const LetterContext place = find_draft(card, exercise, drafts, ui);
    if (card.gathered) return draw_gathered(place, drafts, ui, canvas, column);
    const bool of_other = place.letter && !is_mine(card.screen, place.letter->person);
    const bool reading = place.letter && (of_other || ui.open.contains("read " + place.key));
    show_from_top(place.key, column.y, ui, canvas);
    if (!reading) end_reading(place.key, top, ui, canvas);
    if (place.letter && (drafts.size() > 1 || reading))
        draw_wrapped(canvas, column, Type::label, Colour::muted, draft_words(card, *place.letter));
    if (reading) {
        draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                     "Read it slowly, once as if it had been written to you.");
        draw_reading(*place.letter, exercise, canvas, column);
    } else {
        draw_parts(place, ui, canvas, column, out);
    }
    const bool listed = ui.open.contains("drafts " + place.key);
    const Pressed pressed = draw_links(place, reading, drafts.size(), listed, canvas, column);
    draw_text_copy(place, ui, canvas, column, out);
    if (place.letter && !of_other)
        draw_only_for_me(card, place.base, {place.ref, place.id, place.letter->only_for_me},
                         {canvas, column, out});
    if (listed) draw_drafts(place, drafts, ui, canvas, column);
    act(place, pressed, top, ui, canvas, out);
}

}  // namespace rekindle::app
