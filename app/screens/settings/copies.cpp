// Copies that sync tools and editors left beside the journal's files: what each holds, and the
// choice between bringing that in and leaving it.
#include <fmt/format.h>

#include "app/screens/settings/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "app/words/care_words.hpp"

namespace rekindle::app {
namespace {

// Why what the copy has cannot be brought in for now; empty when it can.
std::string what_is_in_the_way(const Screen& screen, const ShownCopy& entry) {
    if (entry.copy.refused) return "It cannot be read: " + to_sentence(*entry.copy.refused);
    if (screen.why_read_only(entry.copy.part))
        return "The journal’s own file cannot be read just now. What to do about it is said above.";
    return {};
}

void draw_choice(const Screen& screen, const ShownCopy& entry, bool can, bool adds,
                 const AskingPen& pen) {
    const std::string file = entry.copy.file.string();
    const std::string bring = "copies.bring." + name_in_controls(file);
    const std::string leave = "copies.leave." + name_in_controls(file);
    Flow flow{pen};
    flow.step = button_height;
    const ButtonSpec bring_in{
        .name = bring,
        .label = entry.bringing ? "Saving …" : (adds ? "Bring in what it has" : "Put it away"),
        .enabled = screen.complete && !entry.bringing};
    if (can && flow_button(flow, bring_in)) pen.out.add(BringInCopy{file});
    if (flow_button(flow, {.name = leave, .label = "Leave it"})) pen.out.add(LeaveCopy{file});
    flow.end();
}

void draw_copy(const Screen& screen, const ShownCopy& entry, const AskingPen& pen) {
    draw_wrapped(pen, Type::strong, Colour::ink,
                 "A copy of " + part_words(entry.copy.part, screen.content));
    draw_wrapped(pen, Type::label, Colour::muted, entry.copy.file.string());
    const std::string in_the_way = what_is_in_the_way(screen, entry);
    const std::string words = bring_in_words(entry.difference);
    if (!in_the_way.empty())
        draw_wrapped(pen, Type::secondary, Colour::notice, in_the_way);
    else
        draw_wrapped(pen, Type::secondary, Colour::ink,
                     words.empty() ? "It holds nothing that is not in the journal." : words);
    if (!entry.problem.empty()) draw_wrapped(pen, Type::secondary, Colour::notice, entry.problem);
    pen.skip(6);
    draw_choice(screen, entry, in_the_way.empty(), !words.empty(), pen);
    pen.skip(4);
}

}  // namespace

void draw_copies(const Screen& screen, const AskingPen& pen) {
    if (screen.notices.copies.empty()) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Copies beside the journal’s files");
        inside.skip(4);
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     "A sync tool or an editor left them, mostly when something was written in two "
                     "places. What is brought in takes nothing out and can be undone in one step; "
                     "the copy is then kept in .history/merged inside the journal’s folder.");
        inside.skip(10);
        for (const ShownCopy& entry : screen.notices.copies) draw_copy(screen, entry, inside);
    }
    pen.skip(16);
}

}  // namespace rekindle::app
