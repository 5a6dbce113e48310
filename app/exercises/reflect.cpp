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

MarkedEntry marked(const CardContext& context, const Exercise& exercise, const Written& written) {
    return {{context.workbook.id, context.card.id, exercise.id}, written.id, written.only_for_me};
}

// The answers before the one in the field, latest first, each with its day.
void draw_earlier(const CardContext& context, const Exercise& exercise,
                  const std::vector<const Written*>& earlier, const AskingPen& pen) {
    const std::string base = context.name + '.' + exercise.id + ".earlier.";
    for (auto written = earlier.rbegin(); written != earlier.rend(); ++written) {
        pen.skip(6);
        draw_wrapped(pen, Type::label, Colour::muted, when_and_who(context.screen, **written));
        draw_wrapped(pen, Type::secondary, Colour::ink, (*written)->text);
        draw_only_for_me(context, base + (*written)->id, marked(context, exercise, **written), pen);
    }
    if (!earlier.empty()) pen.skip(6);
}

// What the other person wrote here, to be read when asked for and not to be changed.
void draw_other(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                const Pen& pen) {
    const Person* other = other_person(*context.screen.journal.profile, context.screen.person);
    if (!other) return;
    const auto theirs = answers_of(exercise_answers(context.answers, exercise.id), other->id);
    if (theirs.empty()) return;
    const std::string key =
        context.workbook.id + '/' + context.card.id + '/' + exercise.id + "/other";
    const bool shown = ui.earlier.contains(key);
    const std::string name = context.name + '.' + exercise.id + ".other";
    const std::string label = fmt::format("{} {} wrote ({})", shown ? "Hide what" : "What",
                                          writer_of(context.screen, other->id), theirs.size());
    if (button(pen.canvas, pen.column.x, pen.column.y,
               {.name = name,
                .label = label,
                .style = ButtonStyle::link,
                .state = shown ? "open" : "closed"}) &&
        !ui.earlier.insert(key).second)
        ui.earlier.erase(key);
    pen.skip(button_height);
    if (!shown) return;
    for (auto written = theirs.rbegin(); written != theirs.rend(); ++written) {
        draw_wrapped(pen, Type::label, Colour::muted, when_and_who(context.screen, **written));
        draw_wrapped(pen, Type::secondary, Colour::ink, (*written)->text);
        pen.skip(6);
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
Links draw_links(const CardContext& context, const Exercise& exercise, const Shown& answer,
                 const Pen& pen) {
    Links pressed;
    if (!answer.latest) return pressed;
    const std::string name = context.name + '.' + exercise.id;
    const Rect row = pen.column.take(pen.px(32));
    const float text_y = row.y + (row.h - pen.canvas.fonts[Type::label]->FontSize) / 2;
    float x = row.x;
    const std::string writer = writer_of(context.screen, answer.latest->person);
    x += draw_text(pen.canvas, x, text_y, Type::label, Colour::muted,
                   fmt::format("{} {}", writer.empty() ? "Written" : writer + ",",
                               day_words(context.screen, answer.latest->date))) +
         pen.px(16);
    const float y = row.y + (row.h - pen.px(button_height)) / 2;
    const std::string another = name + ".another";
    const ButtonSpec anew{another, "Write another", ButtonStyle::link, {}, context.writable};
    pressed.another = button(pen.canvas, x, y, anew);
    x += button_width(pen.canvas, anew) + pen.px(16);
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
    if (x + button_width(pen.canvas, old) > row.right()) {  // no room beside it: a row of its own
        const Rect next = pen.column.take(pen.px(32));
        pressed.earlier = button(pen.canvas, next.x, next.y, old);
    } else {
        pressed.earlier = button(pen.canvas, x, y, old);
    }
    return pressed;
}

}  // namespace

void draw_reflect(const CardContext& context, const Exercise& exercise, ExerciseUi& ui,
                  const AskingPen& pen) {
    draw_exercise_head(pen, exercise.title, exercise.prompt);
    const std::string key = context.workbook.id + '/' + context.card.id + '/' + exercise.id;
    const std::string name = context.name + '.' + exercise.id;
    auto own = answers_of(exercise_answers(context.answers, exercise.id), context.screen.person);
    const bool anew = ui.begun_anew[key];
    const Written* latest = own.empty() || anew ? nullptr : own.back();
    const std::string nothing;

    const std::string writer = writer_of(context.screen, context.screen.person);
    const std::string hint = writer.empty() ? "Write here" : writer + " writes here";
    const auto result = text_field(pen, {.name = name, .hint = hint, .enabled = context.writable},
                                   latest ? latest->text : nothing);
    if (result.changed) {
        pen.out.add(WriteAnswer{{context.workbook.id, context.card.id, exercise.id},
                                latest ? latest->id : "",
                                context.screen.next_id,
                                *result.changed});
        ui.begun_anew.erase(key);
    }
    if (latest) own.pop_back();
    if (anew && !own.empty()) {
        pen.skip(6);
        draw_wrapped(pen, Type::label, Colour::muted,
                     "Your earlier answer is kept; it comes back if you leave this empty.");
    }
    const bool shown = ui.earlier.contains(key);
    const Links pressed = draw_links(context, exercise, {latest, own.size(), shown}, pen);
    if (latest) draw_only_for_me(context, name, marked(context, exercise, *latest), pen);
    if (shown) draw_earlier(context, exercise, own, pen);
    draw_other(context, exercise, ui, pen);
    if (pressed.another) {
        ui.begun_anew[key] = true;
        pen.canvas.controls.focus(name);
    }
    if (pressed.earlier && !ui.earlier.insert(key).second) ui.earlier.erase(key);
}

}  // namespace rekindle::app
