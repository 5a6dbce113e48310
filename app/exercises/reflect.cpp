#include <fmt/format.h>

#include "app/exercises/exercises.hpp"
#include "app/exercises/only_for_me.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"
#include "app/words/people.hpp"

namespace rekindle::app {
namespace {

std::vector<const Written*> answers_of(const ExerciseAnswers& answers, std::string_view person) {
    std::vector<const Written*> own;
    for (const Written& written : answers.written)
        if (written.person == person) own.push_back(&written);
    return own;
}

// "Ada · 3 October 2026", or the day alone where one person writes.
std::string when_and_who(const Screen& screen, const Written& written) {
    const std::string writer = writer_of(screen, written.person);
    const std::string day = to_words_with_year(written.date);
    return writer.empty() ? day : fmt::format("{} · {}", writer, day);
}

MarkedEntry marked(const CardContext& place, const Exercise& exercise, const Written& written) {
    return {{place.workbook.id, place.card.id, exercise.id}, written.id, written.only_for_me};
}

// The answers before the one in the field, latest first, each with its day.
void draw_earlier(const CardContext& place, const Exercise& exercise,
                  const std::vector<const Written*>& earlier, Canvas& canvas, Column& column,
                  Actions& out) {
    const std::string base = place.name + '.' + exercise.id + ".earlier.";
    for (auto written = earlier.rbegin(); written != earlier.rend(); ++written) {
        column.skip(canvas.px(6));
        draw_wrapped(canvas, column, Type::label, Colour::muted,
                     when_and_who(place.screen, **written));
        draw_wrapped(canvas, column, Type::secondary, Colour::ink, (*written)->text);
        draw_only_for_me(place, base + (*written)->id, marked(place, exercise, **written),
                         {canvas, column, out});
    }
    if (!earlier.empty()) column.skip(canvas.px(6));
}

// What the other person wrote here, to be read when asked for and not to be changed.
void draw_other(const CardContext& place, const Exercise& exercise, ExerciseUi& ui, Canvas& canvas,
                Column& column) {
    const Person* other = other_person(*place.screen.journal.profile, place.screen.person);
    if (!other) return;
    const auto theirs = answers_of(exercise_answers(place.answers, exercise.id), other->id);
    if (theirs.empty()) return;
    const std::string key = place.workbook.id + '/' + place.card.id + '/' + exercise.id + "/other";
    const bool shown = ui.earlier.contains(key);
    const std::string name = place.name + '.' + exercise.id + ".other";
    const std::string label = fmt::format("{} {} wrote ({})", shown ? "Hide what" : "What",
                                          writer_of(place.screen, other->id), theirs.size());
    if (button(canvas, column.x, column.y,
               {.name = name,
                .label = label,
                .style = ButtonStyle::link,
                .state = shown ? "open" : "closed"}) &&
        !ui.earlier.insert(key).second)
        ui.earlier.erase(key);
    column.skip(canvas.px(button_height));
    if (!shown) return;
    for (auto written = theirs.rbegin(); written != theirs.rend(); ++written) {
        draw_wrapped(canvas, column, Type::label, Colour::muted,
                     when_and_who(place.screen, **written));
        draw_wrapped(canvas, column, Type::secondary, Colour::ink, (*written)->text);
        column.skip(canvas.px(6));
    }
}

// Of the field: what it shows, how many answers came before, and whether they are unfolded.
struct Shown {
    const Written* latest = nullptr;
    std::size_t earlier = 0;
    bool earlier_shown = false;
};

struct Links {
    bool another = false;
    bool earlier = false;
};

// What stands under the field: when it was written, a further answer, the earlier ones.
Links draw_links(const CardContext& place, const Exercise& exercise, const Shown& answer,
                 Canvas& canvas, Column& column) {
    Links pressed;
    if (!answer.latest) return pressed;
    const std::string name = place.name + '.' + exercise.id;
    const Rect row = column.take(canvas.px(32));
    const float text_y = row.y + (row.h - canvas.fonts[Type::label]->FontSize) / 2;
    float x = row.x;
    const std::string writer = writer_of(place.screen, answer.latest->person);
    x += draw_text(canvas, x, text_y, Type::label, Colour::muted,
                   fmt::format("{} {}", writer.empty() ? "Written" : writer + ",",
                               day_words(place.screen, answer.latest->date))) +
         canvas.px(16);
    const float y = row.y + (row.h - canvas.px(button_height)) / 2;
    const std::string another = name + ".another";
    const ButtonSpec anew{another, "Write another", ButtonStyle::link, {}, place.writable};
    pressed.another = button(canvas, x, y, anew);
    x += button_width(canvas, anew) + canvas.px(16);
    if (answer.earlier == 0) return pressed;
    const std::string label = answer.earlier_shown
                                  ? "Hide earlier answers"
                                  : fmt::format("Earlier answers ({})", answer.earlier);
    const ButtonSpec old{name + ".earlier",
                         label,
                         ButtonStyle::link,
                         {},
                         true,
                         answer.earlier_shown ? "open" : "closed"};
    if (x + button_width(canvas, old) > row.right()) {  // no room beside it: a row of its own
        const Rect next = column.take(canvas.px(32));
        pressed.earlier = button(canvas, next.x, next.y, old);
    } else {
        pressed.earlier = button(canvas, x, y, old);
    }
    return pressed;
}

}  // namespace

void draw_reflect(const CardContext& place, const Exercise& exercise, ExerciseUi& ui,
                  Canvas& canvas, Column& column, Actions& out) {
    draw_exercise_head(canvas, column, exercise.title, exercise.prompt);
    const std::string key = place.workbook.id + '/' + place.card.id + '/' + exercise.id;
    const std::string name = place.name + '.' + exercise.id;
    auto own = answers_of(exercise_answers(place.answers, exercise.id), place.screen.person);
    const bool anew = ui.begun_anew[key];
    const Written* latest = own.empty() || anew ? nullptr : own.back();
    const std::string nothing;

    const std::string writer = writer_of(place.screen, place.screen.person);
    const std::string hint = writer.empty() ? "Write here" : writer + " writes here";
    const auto result =
        text_field(canvas, column, {.name = name, .hint = hint, .enabled = place.writable},
                   latest ? latest->text : nothing);
    if (result.changed) {
        out.add(WriteAnswer{{place.workbook.id, place.card.id, exercise.id},
                            latest ? latest->id : "",
                            ui.fresh,
                            *result.changed});
        ui.begun_anew.erase(key);
    }
    if (latest) own.pop_back();
    if (anew && !own.empty()) {
        column.skip(canvas.px(6));
        draw_wrapped(canvas, column, Type::label, Colour::muted,
                     "Your earlier answer is kept; it comes back if you leave this empty.");
    }
    const bool shown = ui.earlier.contains(key);
    const Links pressed = draw_links(place, exercise, {latest, own.size(), shown}, canvas, column);
    if (latest)
        draw_only_for_me(place, name, marked(place, exercise, *latest), {canvas, column, out});
    if (shown) draw_earlier(place, exercise, own, canvas, column, out);
    draw_other(place, exercise, ui, canvas, column);
    if (pressed.another) {
        ui.begun_anew[key] = true;
        canvas.controls.focus(name);
    }
    if (pressed.earlier && !ui.earlier.insert(key).second) ui.earlier.erase(key);
}

}  // namespace rekindle::app
