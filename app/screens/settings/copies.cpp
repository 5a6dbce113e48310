// Copies that sync tools and editors left beside the journal's files: what each holds, and the
// choice between bringing that in and leaving it.
#include <fmt/format.h>

#include "app/ask/pen.hpp"
#include "app/screens/settings/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "app/words/care_words.hpp"

namespace rekindle::app {
namespace {

// Why what the copy has cannot be brought in for now; empty when it can.
std::string what_is_in_the_way(const Screen& screen, const CopyUi& entry) {
    if (entry.copy.refused) return "It cannot be read: " + to_sentence(*entry.copy.refused);
    if (screen.why_read_only(entry.copy.part))
        return "The journal’s own file cannot be read just now. What to do about it is said above.";
    return {};
}

void draw_choice(const Screen& screen, const CopyUi& entry, bool can, bool adds, const Pen& pen) {
    const auto& [canvas, column, out] = pen;
    const std::string file = entry.copy.file.string();
    const std::string bring = "copies.bring." + name_in_controls(file);
    const std::string leave = "copies.leave." + name_in_controls(file);
    Flow flow{canvas, column};
    flow.step = button_height;
    const ButtonSpec bring_in{
        .name = bring,
        .label = entry.bringing ? "Saving …" : (adds ? "Bring in what it has" : "Put it away"),
        .enabled = screen.complete && !entry.bringing};
    if (can && flow_button(canvas, flow, bring_in)) out.add(BringInCopy{file});
    if (flow_button(canvas, flow, {.name = leave, .label = "Leave it"})) out.add(LeaveCopy{file});
    flow.end();
}

void draw_copy(const Screen& screen, const CopyUi& entry, Canvas& canvas, Column& column,
               Actions& out) {
    draw_wrapped(canvas, column, Type::strong, Colour::ink,
                 "A copy of " + part_words(entry.copy.part, screen.content));
    draw_wrapped(canvas, column, Type::label, Colour::muted, entry.copy.file.string());
    const std::string in_the_way = what_is_in_the_way(screen, entry);
    const std::string words = bring_in_words(entry.difference);
    if (!in_the_way.empty())
        draw_wrapped(canvas, column, Type::secondary, Colour::notice, in_the_way);
    else
        draw_wrapped(canvas, column, Type::secondary, Colour::ink,
                     words.empty() ? "It holds nothing that is not in the journal." : words);
    if (!entry.problem.empty())
        draw_wrapped(canvas, column, Type::secondary, Colour::notice, entry.problem);
    column.skip(canvas.px(6));
    draw_choice(screen, entry, in_the_way.empty(), !words.empty(), {canvas, column, out});
    column.skip(canvas.px(4));
}

}  // namespace

void draw_copies(const Screen& screen, Canvas& canvas, Column& column, Actions& out) {
    if (screen.care.copies.empty()) return;
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::heading, Colour::ink,
                     "Copies beside the journal’s files");
        card.inside.skip(canvas.px(4));
        draw_wrapped(canvas, card.inside, Type::secondary, Colour::muted,
                     "A sync tool or an editor left them, mostly when something was written in two "
                     "places. What is brought in takes nothing out and can be undone in one step; "
                     "the copy is then kept in .history/merged inside the journal’s folder.");
        card.inside.skip(canvas.px(10));
        for (const CopyUi& entry : screen.care.copies)
            draw_copy(screen, entry, canvas, card.inside, out);
    }
    column.skip(canvas.px(16));
}

}  // namespace rekindle::app
