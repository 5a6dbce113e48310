// A guided conversation: prepared, held in turns, looked back on, and kept in a dated log.
#include <fmt/format.h>

#include <algorithm>

#include "app/exercises/conversation_parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

using Step = TalkUi::Step;

constexpr std::array ground_rules{
    "One of you speaks. The other listens and answers nothing for now.",
    "Then whoever listened says back what they heard, and asks: is that it?",
    "Either of you can pause or stop at any moment, without giving a reason.",
};

Speaker speaker_of(const Screen& screen, const std::string& id) {
    const Person* person = find_person(*screen.journal.profile, id);
    const bool you = id == screen.person;
    if (person && !person->name.empty()) return {id, person->name, false};
    return {id, you ? "You" : "The other person", you};
}

const Talk* find_talk(const TalkContext& context, const std::string& id) {
    const auto& talks = exercise_answers(context.card.answers, context.exercise.id).talks;
    const auto found =
        std::find_if(talks.begin(), talks.end(), [&](const Talk& talk) { return talk.id == id; });
    return found == talks.end() ? nullptr : &*found;
}

// The choices made so far for a conversation on this card; only one is prepared at a time.
TalkUi& prepared_on(const TalkContext& context, ExerciseUi& ui) {
    if (ui.talk.exercise != context.key || ui.talk.step == Step::none) {
        const bool time_hidden = ui.talk.time_hidden;
        ui.talk = {};
        ui.talk.exercise = context.key;
        ui.talk.step = Step::preparing;
        ui.talk.time_hidden = time_hidden;
    }
    return ui.talk;
}

void draw_rules(const Pen& pen) {
    const float inset = pen.px(14);
    for (const char* rule : ground_rules) {
        pen.canvas.list()->AddCircleFilled(
            {pen.column.x + pen.px(5), pen.column.y + line_height(pen.canvas, Type::secondary) / 2},
            pen.px(2.5f), pen.canvas.colour(Colour::muted));
        Column words{pen.column.x + inset, pen.column.y, pen.column.width - inset};
        draw_wrapped(pen.in(words), Type::secondary, Colour::muted, rule);
        pen.column.y = words.y;
    }
    pen.skip(10);
}

// What it could be about, each a line to choose, and a field for a subject of one's own.
void draw_topics(const TalkContext& context, ExerciseUi& ui, const Pen& pen) {
    const bool prepared = ui.talk.exercise == context.key && ui.talk.step == Step::preparing;
    const std::string topic = prepared ? ui.talk.topic : std::string{};
    draw_wrapped(pen, Type::secondary_strong, Colour::ink, "What it is about");
    pen.skip(2);
    int number = 0;
    bool listed = false;
    for (const std::string& each : context.exercise.topics) {
        const std::string name = context.base + ".topic." + std::to_string(++number);
        const bool chosen = topic == each;
        listed = listed || chosen;
        if (tick_box(pen, name, each, chosen, context.card.writable))
            prepared_on(context, ui).topic = chosen ? std::string{} : each;
    }
    pen.skip(4);
    const std::string name = context.base + ".topic";
    const auto own = text_field(pen,
                                {.name = name,
                                 .hint = "Or a subject of your own",
                                 .min_lines = 1,
                                 .single_line = true,
                                 .enabled = context.card.writable},
                                listed ? std::string{} : topic);
    if (own.changed) prepared_on(context, ui).topic = *own.changed;
    pen.skip(12);
}

void draw_first_speaker(const TalkContext& context, ExerciseUi& ui, const Pen& pen) {
    const Speakers speakers = speakers_of(context.card.screen);
    const bool prepared = ui.talk.exercise == context.key && ui.talk.step == Step::preparing;
    const bool second = prepared && ui.talk.first_speaker == speakers[1].id;
    draw_wrapped(pen, Type::secondary_strong, Colour::ink, "Who speaks first");
    pen.skip(6);
    Flow flow{pen};
    for (std::size_t i = 0; i < speakers.size(); ++i) {
        const std::string name = context.base + ".first." + speakers[i].id;
        if (flow_chip(flow, {.name = name,
                             .label = speakers[i].name,
                             .selected = second == (i == 1),
                             .enabled = context.card.writable}))
            prepared_on(context, ui).first_speaker = speakers[i].id;
    }
    flow.end();
    pen.skip(6);
}

// The words one comes with: an answer like any other, with its date and its earlier ones.
void draw_preparation(const TalkContext& context, ExerciseUi& ui, const AskingPen& pen) {
    Exercise words;
    words.id = context.exercise.id;
    words.title = "Before you begin";
    words.prompt =
        "Where and when you want to talk, and what you want to say. You can read it out.";
    draw_reflect(context.card, words, ui, pen);
    pen.skip(10);
}

void draw_beginning(const TalkContext& context, ExerciseUi& ui, const AskingPen& pen) {
    draw_preparation(context, ui, pen);
    draw_topics(context, ui, pen);
    draw_first_speaker(context, ui, pen);
    draw_rules(pen);
    const int minutes = context.exercise.minutes;
    const std::string label =
        minutes > 0 ? fmt::format("Begin, {} {} each", minutes, minutes == 1 ? "minute" : "minutes")
                    : "Begin";
    const ButtonSpec begin{
        context.base + ".begin", label, ButtonStyle::primary, {}, context.card.writable};
    if (button(pen.canvas, pen.column.x, pen.column.y, begin)) {
        TalkUi& talk = prepared_on(context, ui);
        if (talk.first_speaker.empty()) talk.first_speaker = context.card.screen.person;
        begin_turns(context, talk, pen.canvas.seconds);
        pen.canvas.controls.focus(context.base + ".next", pen.canvas.controls.shows_ring());
    }
    pen.skip(button_height + 10);
}

// While another conversation is under way this one waits.
void draw_other_under_way(const TalkContext& context, const TalkUi& talk, const AskingPen& pen) {
    draw_wrapped(pen, Type::secondary, Colour::muted,
                 "A conversation is under way on another card.");
    const auto card = card_of_key(talk.exercise);
    if (card && button(pen.canvas, pen.column.x, pen.column.y,
                       {context.base + ".elsewhere", "Go back to it", ButtonStyle::link}))
        pen.out.add(ShowCard{*card});
    pen.skip(button_height);
}

// Afterwards: how it was, and what is worth keeping of it.
void draw_closing(const TalkContext& context, const Talk& talk, ExerciseUi& ui,
                  const AskingPen& pen) {
    draw_wrapped(pen, Type::heading, Colour::ink, "How was it?");
    draw_wrapped(pen, Type::secondary, Colour::muted, "Each answers alone. Skip what you like.");
    pen.skip(8);
    draw_talk(context, talk, context.base + ".closing", pen);
    if (button(pen.canvas, pen.column.x, pen.column.y,
               {context.base + ".done", "Finish", ButtonStyle::primary})) {
        ui.talk = {};
        pen.canvas.controls.focus(context.base + ".log", pen.canvas.controls.shows_ring());
    }
    pen.skip(button_height + 10);
}

}  // namespace

bool is_under_way(const TalkUi& talk) {
    return talk.step != Step::none && talk.step != Step::preparing;
}

Speakers speakers_of(const Screen& screen) {
    std::string other = someone_else;
    for (const Person& person : screen.journal.profile->people)
        if (person.id != screen.person) other = person.id;
    return {speaker_of(screen, screen.person), speaker_of(screen, other)};
}

Turn turn_of(const Screen& screen, const TalkUi& talk) {
    const Speakers both = speakers_of(screen);
    const bool second_began = talk.first_speaker == both[1].id;
    const bool second = second_began != (talk.turn == 1);
    return {both[second ? 1 : 0], both[second ? 0 : 1]};
}

std::string talk_words(const Screen& screen, const TalkUi& talk, double now) {
    const Turn turn = turn_of(screen, talk);
    const auto does = [](const Speaker& who, const char* you, const char* they) {
        return who.name + ' ' + (who.is_you ? you : they);
    };
    std::string words = "Your last talk is waiting for a look back";
    if (talk.step == Step::paused) words = "A pause in the conversation";
    if (talk.step == Step::speaking) words = does(turn.speaks, "speak", "speaks");
    if (talk.step == Step::saying_back) words = does(turn.listens, "say it back", "says it back");
    if (is_turn_over(talk, now)) words = "The time of this turn is over";
    return words + " · back to the card";
}

void draw_conversation(const CardContext& card, const Exercise& exercise, ExerciseUi& ui,
                       const AskingPen& pen) {
    const TalkContext context{card,
                              exercise,
                              exercise_key(card, exercise),
                              card.name + '.' + exercise.id,
                              {card.workbook.id, card.card.id, exercise.id}};
    draw_exercise_head(pen, exercise.title, exercise.prompt);
    const bool here = ui.talk.exercise == context.key;
    const Talk* held = here ? find_talk(context, ui.talk.talk) : nullptr;
    // A conversation whose entry was taken out, by undo for one, is not waited for any more.
    if (here && ui.talk.step == Step::closing && !held) ui.talk = {};
    if (!card.gathered) {
        if (!is_under_way(ui.talk))
            draw_beginning(context, ui, pen);
        else if (!here)
            draw_other_under_way(context, ui.talk, pen);
        else if (ui.talk.step == Step::closing)
            draw_closing(context, *held, ui, pen);
        else
            draw_turns(context, ui, pen);
    }
    draw_log(context, ui, pen);
}

}  // namespace rekindle::app
