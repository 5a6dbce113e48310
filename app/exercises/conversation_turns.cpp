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
void close(const TalkContext& context, ExerciseUi& ui, Actions& out) {
    ui.talk.talk = context.card.screen.next_id;
    ui.talk.step = Step::closing;
    ui.talk.ends_at = 0;
    out.add(AddTalk{context.ref, ui.talk.talk, ui.talk.topic});
}

void draw_bar(const Pen& pen, double share) {
    const Rect bar = pen.column.take(pen.px(6));
    const float rounding = bar.h / 2;
    pen.canvas.list()->AddRectFilled(bar.min(), bar.max(), pen.canvas.colour(Colour::sunken),
                                     rounding);
    const float width = bar.w * static_cast<float>(std::clamp(share, 0.0, 1.0));
    if (width >= bar.h)
        pen.canvas.list()->AddRectFilled(bar.min(), {bar.x + width, bar.bottom()},
                                         pen.canvas.colour(Colour::accent), rounding);
    pen.skip(8);
}

// Counts down by the second, and only while it can be seen; with the time hidden there is nothing
// to draw anew before the end.
void draw_clock(const TalkContext& context, TalkUi& talk, const Pen& pen) {
    const double left = seconds_left(talk, pen.canvas.seconds);
    const std::string label = talk.time_hidden ? "Show the time" : "Hide the time";
    if (is_turn_over(talk, pen.canvas.seconds)) {
        draw_wrapped(pen, Type::body, Colour::ink,
                     "The time of this turn is over. Finish the sentence in peace.");
        pen.skip(8);
        return;
    }
    pen.canvas.draw_again_at(talk.ends_at);
    if (!talk.time_hidden) {
        draw_wrapped(pen, Type::title, Colour::ink, clock_words(left));
        draw_bar(pen, left / (60.0 * context.exercise.minutes));
        pen.canvas.draw_again_at(talk.ends_at - (std::ceil(left) - 1));
    }
    if (button(pen.canvas, pen.column.x, pen.column.y - pen.px(4),
               {context.base + ".time", label, ButtonStyle::link}))
        talk.time_hidden = !talk.time_hidden;
    pen.skip(button_height);
}

struct PressedTurn {
    bool next = false;
    bool more = false;
    bool pause = false;
    bool stop = false;
};

PressedTurn draw_buttons(const TalkContext& context, const std::string& next_label, bool over,
                         const Pen& pen) {
    const std::string next = context.base + ".next";
    const std::string more = context.base + ".more";
    const std::string pause = context.base + ".pause";
    const std::string stop = context.base + ".stop";
    PressedTurn pressed;
    Flow flow{pen};
    flow.step = button_height;
    pressed.next = flow_button(flow, {next, next_label, ButtonStyle::primary});
    if (over) pressed.more = flow_button(flow, {more, "One more minute"});
    pressed.pause = flow_button(flow, {pause, "Pause"});
    pressed.stop = flow_button(flow, {stop, "Stop here"});
    flow.end();
    return pressed;
}

void draw_speaking(const TalkContext& context, const Turn& turn, ExerciseUi& ui,
                   const AskingPen& pen) {
    TalkUi& talk = ui.talk;
    draw_wrapped(pen, Type::heading, Colour::ink, verb(turn.speaks, "speak", "speaks"));
    draw_wrapped(pen, Type::secondary, Colour::muted,
                 verb(turn.listens, "listen", "listens") + ", and answer" +
                     (turn.listens.is_you ? "" : "s") + " nothing for now.");
    pen.skip(6);
    if (talk.ends_at > 0) draw_clock(context, talk, pen);
    const bool over = is_turn_over(talk, pen.canvas.seconds);
    const std::string next = "Now " + inside_sentence(turn.listens) +
                             (turn.listens.is_you ? " say" : " says") + " it back";
    const PressedTurn pressed = draw_buttons(context, next, over, pen);
    if (pressed.more) talk.ends_at = pen.canvas.seconds + one_more_minute;
    if (pressed.pause) pause(talk, pen.canvas.seconds);
    if (pressed.next) {
        talk.step = Step::saying_back;
        talk.ends_at = 0;
    }
    if (pressed.stop) close(context, ui, pen.out);
}

void draw_saying_back(const TalkContext& context, const Turn& turn, ExerciseUi& ui,
                      const AskingPen& pen) {
    TalkUi& talk = ui.talk;
    draw_wrapped(pen, Type::heading, Colour::ink,
                 verb(turn.listens, "say back what you heard", "says back what they heard"));
    draw_wrapped(
        pen, Type::secondary, Colour::muted,
        "What was said, and what was felt, in other words and without an answer. Then ask: "
        "is that it, or is something missing?");
    pen.skip(8);
    const bool last = talk.turn == 1;
    const PressedTurn pressed =
        draw_buttons(context, last ? "Look back on it" : "Change places", false, pen);
    if (pressed.pause) pause(talk, pen.canvas.seconds);
    if (pressed.stop || (pressed.next && last)) return close(context, ui, pen.out);
    if (!pressed.next) return;
    talk.turn = 1;
    begin_turns(context, talk, pen.canvas.seconds);
}

void draw_paused(const TalkContext& context, ExerciseUi& ui, const AskingPen& pen) {
    draw_wrapped(pen, Type::heading, Colour::ink, "A pause");
    draw_wrapped(
        pen, Type::body, Colour::ink,
        "Put both feet on the floor. Let a breath out slowly, longer than it came in, three "
        "times. Look around and name five things you see.");
    pen.skip(4);
    draw_wrapped(pen, Type::secondary, Colour::muted,
                 "It is fine to go on and it is fine to stop here. What was said stays said.");
    pen.skip(10);
    const std::string on = context.base + ".resume";
    Flow flow{pen};
    flow.step = button_height;
    if (flow_button(flow, {on, "Go on", ButtonStyle::primary})) {
        go_on(ui.talk, context.exercise.minutes > 0, pen.canvas.seconds);
        pen.canvas.controls.focus(context.base + ".next", pen.canvas.controls.shows_ring());
    }
    if (flow_button(flow, {context.base + ".stop", "Stop here"})) close(context, ui, pen.out);
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

void begin_turns(const TalkContext& context, TalkUi& talk, double now) {
    talk.step = Step::speaking;
    talk.ends_at = context.exercise.minutes > 0 ? now + 60.0 * context.exercise.minutes : 0;
}

void draw_turns(const TalkContext& context, ExerciseUi& ui, const AskingPen& pen) {
    const float top = pen.column.y;
    const float inset = pen.px(side_line_inset);
    Column inside{pen.column.x + inset, pen.column.y, pen.column.width - inset};
    if (!ui.talk.topic.empty()) {
        draw_wrapped(pen.in(inside), Type::secondary, Colour::muted, ui.talk.topic);
        inside.skip(pen.px(4));
    }
    const Turn turn = turn_of(context.card.screen, ui.talk);
    switch (ui.talk.step) {
        case Step::speaking:
            draw_speaking(context, turn, ui, pen.in(inside));
            break;
        case Step::saying_back:
            draw_saying_back(context, turn, ui, pen.in(inside));
            break;
        case Step::paused:
            draw_paused(context, ui, pen.in(inside));
            break;
        default:
            break;
    }
    pen.column.y = inside.y;
    draw_side_line(pen.canvas, pen.column.x, top, pen.column.y - pen.px(4), Colour::accent);
    pen.skip(10);
}

}  // namespace rekindle::app
