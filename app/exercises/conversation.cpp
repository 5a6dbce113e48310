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

const Talk* find_talk(const TalkContext& place, const std::string& id) {
    const auto& talks = exercise_answers(place.card.answers, place.exercise.id).talks;
    const auto found =
        std::find_if(talks.begin(), talks.end(), [&](const Talk& talk) { return talk.id == id; });
    return found == talks.end() ? nullptr : &*found;
}

// The choices made so far for a conversation on this card; only one is prepared at a time.
TalkUi& prepared_on(const TalkContext& place, ExerciseUi& ui) {
    if (ui.talk.exercise != place.key || ui.talk.step == Step::none) {
        const bool time_hidden = ui.talk.time_hidden;
        ui.talk = {};
        ui.talk.exercise = place.key;
        ui.talk.step = Step::preparing;
        ui.talk.time_hidden = time_hidden;
    }
    return ui.talk;
}

void draw_rules(Canvas& canvas, Column& column) {
    const float inset = canvas.px(14);
    for (const char* rule : ground_rules) {
        canvas.list()->AddCircleFilled(
            {column.x + canvas.px(5), column.y + line_height(canvas, Type::secondary) / 2},
            canvas.px(2.5f), canvas.colour(Colour::muted));
        Column words{column.x + inset, column.y, column.width - inset};
        draw_wrapped(canvas, words, Type::secondary, Colour::muted, rule);
        column.y = words.y;
    }
    column.skip(canvas.px(10));
}

// What it could be about, each a line to choose, and a field for a subject of one's own.
void draw_topics(const TalkContext& place, ExerciseUi& ui, Canvas& canvas, Column& column) {
    const bool prepared = ui.talk.exercise == place.key && ui.talk.step == Step::preparing;
    const std::string topic = prepared ? ui.talk.topic : std::string{};
    draw_wrapped(canvas, column, Type::secondary_strong, Colour::ink, "What it is about");
    column.skip(canvas.px(2));
    int number = 0;
    bool listed = false;
    for (const std::string& each : place.exercise.topics) {
        const std::string name = place.base + ".topic." + std::to_string(++number);
        const bool chosen = topic == each;
        listed = listed || chosen;
        if (tick_box(canvas, column, name, each, chosen, place.card.writable))
            prepared_on(place, ui).topic = chosen ? std::string{} : each;
    }
    column.skip(canvas.px(4));
    const std::string name = place.base + ".topic";
    const auto own = text_field(canvas, column,
                                {.name = name,
                                 .hint = "Or a subject of your own",
                                 .min_lines = 1,
                                 .single_line = true,
                                 .enabled = place.card.writable},
                                listed ? std::string{} : topic);
    if (own.changed) prepared_on(place, ui).topic = *own.changed;
    column.skip(canvas.px(12));
}

void draw_first_speaker(const TalkContext& place, ExerciseUi& ui, Canvas& canvas, Column& column) {
    const Speakers speakers = speakers_of(place.card.screen);
    const bool prepared = ui.talk.exercise == place.key && ui.talk.step == Step::preparing;
    const bool second = prepared && ui.talk.first_speaker == speakers[1].id;
    draw_wrapped(canvas, column, Type::secondary_strong, Colour::ink, "Who speaks first");
    column.skip(canvas.px(6));
    Flow flow{canvas, column};
    for (std::size_t i = 0; i < speakers.size(); ++i) {
        const std::string name = place.base + ".first." + speakers[i].id;
        if (flow_chip(canvas, flow,
                      {.name = name,
                       .label = speakers[i].name,
                       .selected = second == (i == 1),
                       .enabled = place.card.writable}))
            prepared_on(place, ui).first_speaker = speakers[i].id;
    }
    flow.end();
    column.skip(canvas.px(6));
}

// The words one comes with: an answer like any other, with its date and its earlier ones.
void draw_preparation(const TalkContext& place, ExerciseUi& ui, Canvas& canvas, Column& column,
                      Actions& out) {
    Exercise words;
    words.id = place.exercise.id;
    words.title = "Before you begin";
    words.prompt =
        "Where and when you want to talk, and what you want to say. You can read it out.";
    draw_reflect(place.card, words, ui, canvas, column, out);
    column.skip(canvas.px(10));
}

void draw_beginning(const TalkContext& place, ExerciseUi& ui, Canvas& canvas, Column& column,
                    Actions& out) {
    draw_preparation(place, ui, canvas, column, out);
    draw_topics(place, ui, canvas, column);
    draw_first_speaker(place, ui, canvas, column);
    draw_rules(canvas, column);
    const int minutes = place.exercise.minutes;
    const std::string label =
        minutes > 0 ? fmt::format("Begin, {} {} each", minutes, minutes == 1 ? "minute" : "minutes")
                    : "Begin";
    const ButtonSpec begin{
        place.base + ".begin", label, ButtonStyle::primary, {}, place.card.writable};
    if (button(canvas, column.x, column.y, begin)) {
        TalkUi& talk = prepared_on(place, ui);
        if (talk.first_speaker.empty()) talk.first_speaker = place.card.screen.person;
        begin_turns(place, talk, canvas.seconds);
        canvas.controls.focus(place.base + ".next", canvas.controls.shows_ring());
    }
    column.skip(canvas.px(button_height + 10));
}

// While another conversation is under way this one waits.
void draw_other_under_way(const TalkContext& place, const TalkUi& talk, Canvas& canvas,
                          Column& column, Actions& out) {
    draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                 "A conversation is under way on another card.");
    const auto card = card_of_key(talk.exercise);
    if (card && button(canvas, column.x, column.y,
                       {place.base + ".elsewhere", "Go back to it", ButtonStyle::link}))
        out.add(ShowCard{*card});
    column.skip(canvas.px(button_height));
}

// Afterwards: how it was, and what is worth keeping of it.
void draw_closing(const TalkContext& place, const Talk& talk, ExerciseUi& ui, Canvas& canvas,
                  Column& column, Actions& out) {
    draw_wrapped(canvas, column, Type::heading, Colour::ink, "How was it?");
    draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                 "Each answers alone. Skip what you like.");
    column.skip(canvas.px(8));
    draw_talk(place, talk, place.base + ".closing", canvas, column, out);
    if (button(canvas, column.x, column.y,
               {place.base + ".done", "Finish", ButtonStyle::primary})) {
        ui.talk = {};
        canvas.controls.focus(place.base + ".log", canvas.controls.shows_ring());
    }
    column.skip(canvas.px(button_height + 10));
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
                       Canvas& canvas, Column& column, Actions& out) {
    const TalkContext place{card,
                            exercise,
                            exercise_key(card, exercise),
                            card.name + '.' + exercise.id,
                            {card.workbook.id, card.card.id, exercise.id}};
    draw_exercise_head(canvas, column, exercise.title, exercise.prompt);
    const bool here = ui.talk.exercise == place.key;
    const Talk* held = here ? find_talk(place, ui.talk.talk) : nullptr;
    // A conversation whose entry was taken out, by undo for one, is not waited for any more.
    if (here && ui.talk.step == Step::closing && !held) ui.talk = {};
    if (!card.gathered) {
        if (!is_under_way(ui.talk))
            draw_beginning(place, ui, canvas, column, out);
        else if (!here)
            draw_other_under_way(place, ui.talk, canvas, column, out);
        else if (ui.talk.step == Step::closing)
            draw_closing(place, *held, ui, canvas, column, out);
        else
            draw_turns(place, ui, canvas, column, out);
    }
    draw_log(place, ui, canvas, column, out);
}

}  // namespace rekindle::app
