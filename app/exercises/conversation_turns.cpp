// The turns of a conversation: who speaks, who says back, how much time is left, and a way to
// pause. The clock is silent and ends nothing by itself: when it is over, that is said, and the two
// go on when they are ready.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/exercises/conversation_parts.hpp"
#include "app/exercises/letter_parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

using Step = TalkUi::Step;

constexpr double one_more_minute = 60;  // seconds

std::string clock_words(double seconds) {
    const int left = static_cast<int>(std::ceil(seconds));
    return fmt::format("{}:{:02}", left / 60, left % 60);
}

std::string verb(const Speaker& who, const char* you, const char* they) {
    return who.name + ' ' + (who.is_you ? you : they);
}

// In the middle of a sentence "the other person" is not a name.
std::string inside_sentence(const Speaker& who) {
    if (who.is_you) return "you";
    return who.name == "The other person" ? "the other person" : who.name;
}

void pause(TalkUi& talk, double now) {
    talk.left = seconds_left(talk, now);
    talk.resumes = talk.step;
    talk.step = Step::paused;
    talk.ends_at = 0;
}

void go_on(TalkUi& talk, bool timed, double now) {
    talk.step = talk.resumes;
    if (timed && talk.step == Step::speaking) talk.ends_at = now + talk.left;
}

// The entry is made when the turns are over, however far they came.
void close(const TalkContext& place, ExerciseUi& ui, Actions& out) {
    ui.talk.talk = ui.fresh;
    ui.talk.step = Step::closing;
    ui.talk.ends_at = 0;
    out.add(AddTalk{place.ref, ui.fresh, ui.talk.topic});
}

void draw_bar(Canvas& canvas, Column& column, double share) {
    const Rect bar = column.take(canvas.px(6));
    const float rounding = bar.h / 2;
    canvas.list()->AddRectFilled(bar.min(), bar.max(), canvas.colour(Colour::sunken), rounding);
    const float width = bar.w * static_cast<float>(std::clamp(share, 0.0, 1.0));
    if (width >= bar.h)
        canvas.list()->AddRectFilled(bar.min(), {bar.x + width, bar.bottom()},
                                     canvas.colour(Colour::accent), rounding);
    column.skip(canvas.px(8));
}

// Counts down by the second, and only while it can be seen; with the time hidden there is nothing
// to draw anew before the end.
void draw_clock(const TalkContext& place, TalkUi& talk, Canvas& canvas, Column& column) {
    const double left = seconds_left(talk, canvas.seconds);
    const std::string label = talk.time_hidden ? "Show the time" : "Hide the time";
    if (is_turn_over(talk, canvas.seconds)) {
        draw_wrapped(canvas, column, Type::body, Colour::ink,
                     "The time of this turn is over. Finish the sentence in peace.");
        column.skip(canvas.px(8));
        return;
    }
    canvas.draw_again_at(talk.ends_at);
    if (!talk.time_hidden) {
        draw_wrapped(canvas, column, Type::title, Colour::ink, clock_words(left));
        draw_bar(canvas, column, left / (60.0 * place.exercise.minutes));
        canvas.draw_again_at(talk.ends_at - (std::ceil(left) - 1));
    }
    if (button(canvas, column.x, column.y - canvas.px(4),
               {place.base + ".time", label, ButtonStyle::link}))
        talk.time_hidden = !talk.time_hidden;
    column.skip(canvas.px(button_height));
}

struct PressedTurn {
    bool next = false;
    bool more = false;
    bool pause = false;
    bool stop = false;
};

PressedTurn draw_buttons(const TalkContext& place, const std::string& next_label, bool over,
                         Canvas& canvas, Column& column) {
    const std::string next = place.base + ".next";
    const std::string more = place.base + ".more";
    const std::string pause = place.base + ".pause";
    const std::string stop = place.base + ".stop";
    PressedTurn pressed;
    Flow flow{canvas, column};
    flow.step = button_height;
    pressed.next = flow_button(canvas, flow, {next, next_label, ButtonStyle::primary});
    if (over) pressed.more = flow_button(canvas, flow, {more, "One more minute"});
    pressed.pause = flow_button(canvas, flow, {pause, "Pause"});
    pressed.stop = flow_button(canvas, flow, {stop, "Stop here"});
    flow.end();
    return pressed;
}

void draw_speaking(const TalkContext& place, const Turn& turn, ExerciseUi& ui, Canvas& canvas,
                   Column& column, Actions& out) {
    TalkUi& talk = ui.talk;
    draw_wrapped(canvas, column, Type::heading, Colour::ink, verb(turn.speaks, "speak", "speaks"));
    draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                 verb(turn.listens, "listen", "listens") + ", and answer" +
                     (turn.listens.is_you ? "" : "s") + " nothing for now.");
    column.skip(canvas.px(6));
    if (talk.ends_at > 0) draw_clock(place, talk, canvas, column);
    const bool over = is_turn_over(talk, canvas.seconds);
    const std::string next = "Now " + inside_sentence(turn.listens) +
                             (turn.listens.is_you ? " say" : " says") + " it back";
    const PressedTurn pressed = draw_buttons(place, next, over, canvas, column);
    if (pressed.more) talk.ends_at = canvas.seconds + one_more_minute;
    if (pressed.pause) pause(talk, canvas.seconds);
    if (pressed.next) {
        talk.step = Step::saying_back;
        talk.ends_at = 0;
    }
    if (pressed.stop) close(place, ui, out);
}

void draw_saying_back(const TalkContext& place, const Turn& turn, ExerciseUi& ui, Canvas& canvas,
                      Column& column, Actions& out) {
    TalkUi& talk = ui.talk;
    draw_wrapped(canvas, column, Type::heading, Colour::ink,
                 verb(turn.listens, "say back what you heard", "says back what they heard"));
    draw_wrapped(
        canvas, column, Type::secondary, Colour::muted,
        "What was said, and what was felt, in other words and without an answer. Then ask: "
        "is that it, or is something missing?");
    column.skip(canvas.px(8));
    const bool last = talk.turn == 1;
    const PressedTurn pressed =
        draw_buttons(place, last ? "Look back on it" : "Change places", false, canvas, column);
    if (pressed.pause) pause(talk, canvas.seconds);
    if (pressed.stop || (pressed.next && last)) return close(place, ui, out);
    if (!pressed.next) return;
    talk.turn = 1;
    begin_turns(place, talk, canvas.seconds);
}

void draw_paused(const TalkContext& place, ExerciseUi& ui, Canvas& canvas, Column& column,
                 Actions& out) {
    draw_wrapped(canvas, column, Type::heading, Colour::ink, "A pause");
    draw_wrapped(
        canvas, column, Type::body, Colour::ink,
        "Put both feet on the floor. Let a breath out slowly, longer than it came in, three "
        "times. Look around and name five things you see.");
    column.skip(canvas.px(4));
    draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                 "It is fine to go on and it is fine to stop here. What was said stays said.");
    column.skip(canvas.px(10));
    const std::string on = place.base + ".resume";
    Flow flow{canvas, column};
    flow.step = button_height;
    if (flow_button(canvas, flow, {on, "Go on", ButtonStyle::primary})) {
        go_on(ui.talk, place.exercise.minutes > 0, canvas.seconds);
        canvas.controls.focus(place.base + ".next", canvas.controls.shows_ring());
    }
    if (flow_button(canvas, flow, {place.base + ".stop", "Stop here"})) close(place, ui, out);
    flow.end();
}

}  // namespace

double seconds_left(const TalkUi& talk, double now) {
    if (talk.step == Step::paused) return talk.left;
    return talk.ends_at > 0 ? std::max(talk.ends_at - now, 0.0) : 0;
}

bool is_turn_over(const TalkUi& talk, double now) {
    return talk.step == Step::speaking && talk.ends_at > 0 && talk.ends_at <= now;
}

void begin_turns(const TalkContext& place, TalkUi& talk, double now) {
    talk.step = Step::speaking;
    talk.ends_at = place.exercise.minutes > 0 ? now + 60.0 * place.exercise.minutes : 0;
}

void draw_turns(const TalkContext& place, ExerciseUi& ui, Canvas& canvas, Column& column,
                Actions& out) {
    const float top = column.y;
    const float inset = canvas.px(side_line_inset);
    Column inside{column.x + inset, column.y, column.width - inset};
    if (!ui.talk.topic.empty()) {
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted, ui.talk.topic);
        inside.skip(canvas.px(4));
    }
    const Turn turn = turn_of(place.card.screen, ui.talk);
    switch (ui.talk.step) {
        case Step::speaking:
            draw_speaking(place, turn, ui, canvas, inside, out);
            break;
        case Step::saying_back:
            draw_saying_back(place, turn, ui, canvas, inside, out);
            break;
        case Step::paused:
            draw_paused(place, ui, canvas, inside, out);
            break;
        default:
            break;
    }
    column.y = inside.y;
    draw_side_line(canvas, column.x, top, column.y - canvas.px(4), Colour::accent);
    column.skip(canvas.px(10));
}

}  // namespace rekindle::app
