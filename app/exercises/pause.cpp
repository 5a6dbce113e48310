// A pause: slow breathing by a calm figure, which can be read as words alone, or a break with a
// promise of when one is back. Nothing moves but while somebody breathes by it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/ask/asking_pen.hpp"
#include "app/exercises/exercises.hpp"
#include "app/exercises/only_for_me.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr double in_seconds = 4;  // a breath out that is longer than the one in calms
constexpr double out_seconds = 6;
constexpr double most_seconds = 5 * 60;  // then it ends by itself, should nobody look any more
constexpr double between_pictures = 1.0 / 30;
constexpr int usual_minutes = 20;
constexpr int most_minutes = 12 * 60;
constexpr int day_minutes = 24 * 60;
constexpr double look_again = 15;  // seconds: the minutes left are told to the minute
constexpr float figure_height = 150;
constexpr float smallest_radius = 30;
constexpr float largest_radius = 66;

struct PauseContext {
    const CardContext& card;
    const Exercise& exercise;
    std::string key;   // of the exercise, in ExerciseUi
    std::string base;  // of its controls: card.CARD.EXERCISE
    ExerciseRef ref;
    const std::vector<PauseTaken>& pauses;
    ExerciseUi& ui;
};

int break_minutes(const Exercise& exercise) {
    return exercise.minutes > 0 ? std::min(exercise.minutes, most_minutes) : usual_minutes;
}

TimeOfDay later_by(TimeOfDay time, int minutes) {
    return TimeOfDay{(time.minutes + minutes) % day_minutes};
}

int minutes_between(TimeOfDay from, TimeOfDay to) {
    return (to.minutes - from.minutes + day_minutes) % day_minutes;
}

// Until the time that was promised; 0 and less when it has come.
int minutes_left(const PauseTaken& pause, TimeOfDay now) {
    return minutes_between(pause.time, *pause.back_at) - minutes_between(pause.time, now);
}

// The break of this person that nobody came back from: the last of today.
const PauseTaken* open_break(const PauseContext& context, std::string_view person) {
    const auto is_open = [&](const PauseTaken& pause) {
        return pause.person == person && pause.back_at && !pause.came_back &&
               pause.date == context.card.screen.today;
    };
    const auto found = std::find_if(context.pauses.rbegin(), context.pauses.rend(), is_open);
    return found == context.pauses.rend() ? nullptr : &*found;
}

// --- slow breathing ---

struct Breath {
    bool in = true;
    double share = 0;  // how far in or out it is, 0 to 1
    double ends_in = 0;
};

Breath breath_after(double seconds) {
    const double at = std::fmod(std::max(seconds, 0.0), in_seconds + out_seconds);
    if (at < in_seconds) return {true, at / in_seconds, in_seconds - at};
    return {false, (at - in_seconds) / out_seconds, in_seconds + out_seconds - at};
}

// Slow where it turns, as a breath is.
float radius_of(const Breath& breath) {
    const double eased = (1 - std::cos(breath.share * 3.14159265358979)) / 2;
    const auto full = static_cast<float>(breath.in ? eased : 1 - eased);
    return smallest_radius + (largest_radius - smallest_radius) * full;
}

void draw_figure(const Breath& breath, bool still, const Pen& pen) {
    Canvas& canvas = pen.canvas;
    const std::string_view words = breath.in ? "Breathe in …" : "Breathe out …";
    if (still) {
        const Rect row = pen.column.take(canvas.px(40));
        draw_text_centred(canvas, row, Type::heading, Colour::ink, words);
        if (!is_hidden(canvas, row)) canvas.draw_again_in(breath.ends_in);
        return;
    }
    const Rect area = pen.column.take(canvas.px(figure_height));
    const float radius = canvas.scale * radius_of(breath);  // whole pixels would make it jump
    canvas.list()->AddCircleFilled(area.centre(), radius, canvas.colour(Colour::sunken), 64);
    canvas.list()->AddCircle(area.centre(), radius, canvas.colour(Colour::accent), 64,
                             std::max(1.5f, 2 * canvas.scale));
    draw_text_centred(canvas, area, Type::secondary_strong, Colour::ink, words);
    if (!is_hidden(canvas, area)) canvas.draw_again_in(between_pictures);
}

void end_breathing(const PauseContext& context, const AskingPen& pen) {
    context.ui.breathing.exercise.clear();
    if (context.card.writable)
        pen.out.add(TakePause{context.ref, context.card.screen.next_id, std::nullopt});
}

void draw_breathing(const PauseContext& context, const AskingPen& pen) {
    BreathingUi& breathing = context.ui.breathing;
    const double gone = pen.canvas.seconds - breathing.since;
    if (gone >= most_seconds) return end_breathing(context, pen);
    draw_figure(breath_after(gone), breathing.still, pen);
    draw_wrapped(pen, Type::label, Colour::muted,
                 "Four seconds in, six out. If another measure is easier, take that one.");
    pen.skip(8);
    const std::string enough = context.base + ".enough";
    const std::string still = context.base + ".still";
    Flow flow{pen};
    flow.step = button_height;
    const bool ended = flow_button(flow, {enough, "That is enough", ButtonStyle::primary});
    if (flow_button(flow, {.name = still,
                           .label = breathing.still ? "Show the circle" : "Words alone",
                           .style = ButtonStyle::link,
                           .state = breathing.still ? "checked" : "-"}))
        breathing.still = !breathing.still;
    flow.end();
    if (!ended) return;
    end_breathing(context, pen);
    pen.canvas.controls.focus(context.base + ".breathe", pen.canvas.controls.shows_ring());
}

// --- a break ---

void draw_break(const PauseContext& context, const PauseTaken& pause, const AskingPen& pen) {
    const std::string time = to_iso(*pause.back_at);
    const int left = minutes_left(pause, context.card.screen.now.time);
    if (left > 0) {
        draw_wrapped(pen, Type::heading, Colour::ink, "A break until " + time);
        draw_wrapped(pen, Type::secondary, Colour::muted,
                     fmt::format("{} {} left. What you talked about can wait until then.", left,
                                 left == 1 ? "minute" : "minutes"));
        pen.canvas.draw_again_in(look_again);
    } else {
        draw_wrapped(pen, Type::heading, Colour::ink, "You said you would be back at " + time);
        draw_wrapped(pen, Type::secondary, Colour::muted,
                     "Go back, or say that you need longer and take another break.");
    }
    pen.skip(8);
    const std::string back = context.base + ".back";
    Flow flow{pen};
    flow.step = button_height;
    if (flow_button(flow, {back, "I am back", ButtonStyle::primary, {}, context.card.writable})) {
        pen.out.add(ComeBack{context.ref, pause.id});
        pen.canvas.controls.focus(context.base + ".breathe", pen.canvas.controls.shows_ring());
    }
    flow.end();
}

// Of two people the one who waits reads when the other means to be back.
void draw_break_of_other(const PauseContext& context, const Pen& pen) {
    const Screen& screen = context.card.screen;
    for (const Person& person : screen.journal.profile->people) {
        if (person.id == screen.person) continue;
        const PauseTaken* pause = open_break(context, person.id);
        if (!pause) continue;
        draw_wrapped(
            pen, Type::secondary, Colour::ink,
            fmt::format("{} takes a break, to be back at {}.",
                        name_of(*screen.journal.profile, person.id), to_iso(*pause->back_at)));
        pen.skip(6);
    }
}

// What can be begun: breathing always, a break while there is none.
void draw_beginnings(const PauseContext& context, bool in_break, const AskingPen& pen) {
    const int minutes = break_minutes(context.exercise);
    const TimeOfDay back_at = later_by(context.card.screen.now.time, minutes);
    const std::string breathe = context.base + ".breathe";
    const std::string take = context.base + ".break";
    Flow flow{pen};
    flow.step = button_height;
    const bool begins = flow_button(flow, {breathe, "Breathe slowly"});
    if (!in_break &&
        flow_button(flow, {.name = take,
                           .label = fmt::format("A break, back at {}", to_iso(back_at)),
                           .enabled = context.card.writable})) {
        pen.out.add(TakePause{context.ref, context.card.screen.next_id, back_at});
        pen.canvas.controls.focus(context.base + ".back", pen.canvas.controls.shows_ring());
    }
    flow.end();
    if (!in_break)
        draw_wrapped(pen, Type::label, Colour::muted,
                     "Before you go into a break, say aloud that you come back, and when.");
    if (!begins) return;
    context.ui.breathing.exercise = context.key;
    context.ui.breathing.since = pen.canvas.seconds;
    pen.canvas.controls.focus(context.base + ".enough", pen.canvas.controls.shows_ring());
    pen.canvas.draw_again();
}

// --- those that were taken ---

std::string pause_words(const PauseContext& context, const PauseTaken& pause) {
    const Screen& screen = context.card.screen;
    std::string day = day_words(screen, pause.date);
    if (!day.empty() && day.front() == 't') day.front() = 'T';  // "Today" begins the line
    const std::string what =
        pause.back_at ? "a break, to be back at " + to_iso(*pause.back_at) : "slow breathing";
    const std::string writer = writer_of(screen, pause.person);
    return fmt::format("{}, {} · {}{}{}", day, to_iso(pause.time), what,
                       writer.empty() ? "" : " · ", writer);
}

void draw_taken(const PauseContext& context, const AskingPen& pen) {
    const std::string key = context.key + " taken";
    const bool shown = context.ui.open.contains(key);
    const std::string name = context.base + ".taken";
    const std::string label =
        shown ? "Hide the pauses" : fmt::format("Pauses taken ({})", context.pauses.size());
    if (link_row(pen, name, label, shown ? "open" : "closed") &&
        !context.ui.open.insert(key).second)
        context.ui.open.erase(key);
    if (!shown) return;
    std::size_t line = context.pauses.size();
    for (auto pause = context.pauses.rbegin(); pause != context.pauses.rend(); ++pause, --line) {
        draw_wrapped(pen, Type::secondary, Colour::ink, pause_words(context, *pause));
        const std::string remove = fmt::format("{}.{}.remove", context.base, line);
        if (!context.card.writable || !is_mine(context.card.screen, pause->person)) continue;
        if (link_row(pen, remove, "Delete this pause…"))
            pen.out.add(RemovePause{context.ref, pause->id});
    }
}

}  // namespace

void draw_pause(const CardContext& card, const Exercise& exercise, ExerciseUi& ui,
                const AskingPen& pen) {
    const PauseContext context{card,
                               exercise,
                               exercise_key(card, exercise),
                               card.name + '.' + exercise.id,
                               {card.workbook.id, card.card.id, exercise.id},
                               exercise_answers(card.answers, exercise.id).pauses,
                               ui};
    draw_exercise_head(pen, exercise.title, exercise.prompt);
    draw_break_of_other(context, pen);
    const PauseTaken* taken = open_break(context, card.screen.person);
    if (taken) draw_break(context, *taken, pen);
    if (ui.breathing.exercise == context.key)
        draw_breathing(context, pen);
    else
        draw_beginnings(context, taken && minutes_left(*taken, card.screen.now.time) > 0, pen);
    if (!context.pauses.empty()) draw_taken(context, pen);
}

}  // namespace rekindle::app
