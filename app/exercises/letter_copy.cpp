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

std::string text_of(const LetterContext& place) {
    return place.letter ? letter_text(*place.letter, place.exercise.items) : std::string{};
}

void draw_written(const LetterContext& place, TextCopyUi& copy, Canvas& canvas, Column& column) {
    draw_wrapped(canvas, column, Type::secondary, Colour::ink, "Saved as " + copy.path);
    draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                 "It is a plain copy: whoever can open your files can read it. Delete it there "
                 "when you no longer need it.");
    if (button(canvas, column.x, column.y,
               {place.base + ".export.close", "All right", ButtonStyle::link}))
        copy = {};
    column.skip(canvas.px(button_height));
}

void draw_asking(const LetterContext& place, TextCopyUi& copy, Canvas& canvas, Column& column,
                 Actions& out) {
    draw_wrapped(canvas, column, Type::secondary, Colour::muted, plain_copy);
    column.skip(canvas.px(6));
    const auto path = text_field(canvas, column,
                                 {.name = place.base + ".export.path",
                                  .hint = "The whole path of a new file",
                                  .min_lines = 1,
                                  .single_line = true},
                                 copy.path);
    if (path.changed) copy.path = *path.changed;
    if (copy.step == CopyStep::refused) {
        column.skip(canvas.px(4));
        draw_wrapped(canvas, column, Type::secondary, Colour::notice, copy.problem);
    }
    column.skip(canvas.px(10));
    const bool can = copy.step != CopyStep::writing && !copy.path.empty();
    Flow flow{canvas, column};
    flow.step = button_height;
    const bool save =
        flow_button(canvas, flow,
                    {place.base + ".export.save", "Save it there", ButtonStyle::primary, {}, can});
    const bool leave = flow_button(canvas, flow, {place.base + ".export.leave", "Not now"});
    flow.end();
    if (can && (save || path.confirmed)) out.add(SaveText{copy.path, text_of(place) + "\n"});
    if (leave) copy = {};
}

}  // namespace

TakeOut draw_take_out(const LetterContext& place, Canvas& canvas, Flow& flow) {
    TakeOut asked;
    asked.copied = flow_button(canvas, flow, {place.base + ".copy", "Copy", ButtonStyle::link});
    asked.saved =
        flow_button(canvas, flow, {place.base + ".export", "Save as text", ButtonStyle::link});
    return asked;
}

void take_out(const LetterContext& place, TakeOut asked, ExerciseUi& ui, Canvas& canvas) {
    if (asked.copied) canvas.copy(text_of(place));
    if (!asked.saved) return;
    ui.copy = {.letter = place.key,
               .path = suggested_path(place.card.screen),
               .problem = {},
               .step = CopyStep::asking};
    canvas.controls.focus(place.base + ".export.path", canvas.controls.shows_ring());
}

void draw_text_copy(const LetterContext& place, ExerciseUi& ui, Canvas& canvas, Column& column,
                    Actions& out) {
    if (!canvas.fields.copied.empty() && canvas.fields.copied == text_of(place))
        draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                     "Copied. It is on the clipboard until something else is.");
    TextCopyUi& copy = ui.copy;
    if (copy.step == CopyStep::none || copy.letter != place.key) return;
    column.skip(canvas.px(6));
    if (copy.step == CopyStep::written)
        draw_written(place, copy, canvas, column);
    else
        draw_asking(place, copy, canvas, column, out);
    column.skip(canvas.px(6));
}

}  // namespace rekindle::app
