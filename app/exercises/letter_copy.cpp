#include <fmt/format.h>

#include "app/exercises/letter_parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"
#include "workbook/journal/letter_text.hpp"

namespace rekindle::app {
namespace {

using CopyStep = TextCopyUi::Step;

constexpr const char* plain_copy =
    "A plain copy outside of this journal. Whoever can open your files can read it there.";

// A name that says nothing of what is in it.
std::string suggested_path(const Screen& screen) {
    if (screen.documents.empty()) return {};
    return fmt::format("{}/letter-{}.txt", screen.documents, to_iso(screen.today));
}

std::string text_of(const LetterContext& context) {
    return context.letter ? letter_text(*context.letter, context.exercise.items) : std::string{};
}

void draw_written(const LetterContext& context, TextCopyUi& copy, const Pen& pen) {
    draw_wrapped(pen, Type::secondary, Colour::ink, "Saved as " + copy.path);
    draw_wrapped(pen, Type::secondary, Colour::muted,
                 "It is a plain copy: whoever can open your files can read it. Delete it there "
                 "when you no longer need it.");
    if (button(pen.canvas, pen.column.x, pen.column.y,
               {context.base + ".export.close", "All right", ButtonStyle::link}))
        copy = {};
    pen.skip(button_height);
}

void draw_asking(const LetterContext& context, TextCopyUi& copy, const AskingPen& pen) {
    draw_wrapped(pen, Type::secondary, Colour::muted, plain_copy);
    pen.skip(6);
    const auto path = text_field(pen,
                                 {.name = context.base + ".export.path",
                                  .hint = "The whole path of a new file",
                                  .min_lines = 1,
                                  .single_line = true},
                                 copy.path);
    if (path.changed) copy.path = *path.changed;
    if (copy.step == CopyStep::refused) {
        pen.skip(4);
        draw_wrapped(pen, Type::secondary, Colour::notice, copy.problem);
    }
    pen.skip(10);
    const bool can = copy.step != CopyStep::writing && !copy.path.empty();
    Flow flow{pen};
    flow.step = button_height;
    const bool save = flow_button(
        flow, {context.base + ".export.save", "Save it there", ButtonStyle::primary, {}, can});
    const bool leave = flow_button(flow, {context.base + ".export.leave", "Not now"});
    flow.end();
    if (can && (save || path.confirmed)) pen.out.add(SaveText{copy.path, text_of(context) + "\n"});
    if (leave) copy = {};
}

}  // namespace

TakeOut draw_take_out(const LetterContext& context, Flow& flow) {
    TakeOut asked;
    asked.copied = flow_button(flow, {context.base + ".copy", "Copy", ButtonStyle::link});
    asked.saved = flow_button(flow, {context.base + ".export", "Save as text", ButtonStyle::link});
    return asked;
}

void take_out(const LetterContext& context, TakeOut asked, ExerciseUi& ui, Canvas& canvas) {
    if (asked.copied) canvas.copy(text_of(context));
    if (!asked.saved) return;
    ui.copy = {.letter = context.key,
               .path = suggested_path(context.card.screen),
               .problem = {},
               .step = CopyStep::asking};
    canvas.controls.focus(context.base + ".export.path", canvas.controls.shows_ring());
}

void draw_text_copy(const LetterContext& context, ExerciseUi& ui, const AskingPen& pen) {
    if (!pen.canvas.fields.copied.empty() && pen.canvas.fields.copied == text_of(context))
        draw_wrapped(pen, Type::secondary, Colour::muted,
                     "Copied. It is on the clipboard until something else is.");
    TextCopyUi& copy = ui.copy;
    if (copy.step == CopyStep::none || copy.letter != context.key) return;
    pen.skip(6);
    if (copy.step == CopyStep::written)
        draw_written(context, copy, pen);
    else
        draw_asking(context, copy, pen);
    pen.skip(6);
}

}  // namespace rekindle::app
