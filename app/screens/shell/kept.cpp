// What could not be saved before and does not come back by itself, said at the top of the page:
// what it is, where it is kept, and the choice between bringing it in and leaving it.
#include <fmt/format.h>

#include <algorithm>

#include "app/screens/shell/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/words/care_words.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t most_kept = 4;  // more are counted only

std::string why_words(const AskedUnsaved& asked) {
    switch (asked.why) {
        case WhyAsked::plain:
            return "It is plain text beside this locked journal: written before the lock was set, "
                   "or put there by something else. If you bring it in, it is saved encrypted and "
                   "the plain file is taken away.";
        case WhyAsked::elsewhere:
            return fmt::format(
                "It was written in {}. If that was this journal, bring it in; nothing that was "
                "written since is changed by that.",
                asked.unsaved.journal.string());
        case WhyAsked::claimed:
            return "The program was cut off while it was being saved: it may be in the journal "
                   "already.";
        case WhyAsked::moved_on:
            return "It began from another state of this journal: something was written since, or "
                   "this is an old one that was put back. What was written since stays when you "
                   "bring it in.";
        case WhyAsked::stays:
            return "The folder that it is kept in cannot be written, so that it would come back "
                   "each time. That is why it is not brought in by itself.";
    }
    return {};
}

// Why what is kept cannot be brought in for now; empty when it can.
std::string what_is_in_the_way(const Screen& screen, const Unsaved& unsaved) {
    for (const Part& part : changed_parts(unsaved.base, unsaved.ours))
        if (screen.why_read_only(part))
            return "The journal’s own file cannot be written just now. What to do about it is said "
                   "above.";
    return {};
}

void draw_choice(const Screen& screen, const ShownKept& entry, bool can, bool adds,
                 const AskingPen& pen) {
    const std::string file = entry.asked.unsaved.file.string();
    const std::string id = name_in_controls(entry.asked.unsaved.file.filename().string());
    const std::string bring = "kept.bring." + id;
    const std::string leave = "kept.leave." + id;
    const bool asked = entry.step == ShownKept::Step::asked;
    std::vector<ButtonSpec> choices;
    if (can)
        choices.push_back(
            {.name = bring,
             .label = !asked ? "Saving …" : (adds ? "Bring it in" : "Remove it from there"),
             .enabled = screen.complete && asked});
    choices.push_back({.name = leave, .label = "Not now", .style = ButtonStyle::link});
    const auto chosen = draw_choices(pen, choices);
    if (!chosen) return;
    if (choices[*chosen].name == bring)
        pen.out.add(BringInKept{file});
    else
        pen.out.add(LeaveKept{file});
}

void draw_kept_one(const Screen& screen, const ShownKept& entry, const AskingPen& pen) {
    const Unsaved& unsaved = entry.asked.unsaved;
    draw_wrapped(pen, Type::strong, Colour::ink, unsaved_in_words(unsaved));
    draw_wrapped(pen, Type::label, Colour::muted, unsaved.file.string());
    if (entry.step == ShownKept::Step::stays) {
        draw_wrapped(pen, Type::secondary, Colour::notice,
                     "It is in the journal now. Its file could not be taken away: delete it "
                     "yourself, if you can.");
        draw_choice(screen, entry, false, false, pen);
        return;
    }
    draw_wrapped(pen, Type::secondary, Colour::muted, why_words(entry.asked));
    const std::string in_the_way = what_is_in_the_way(screen, unsaved);
    const std::string words = bring_in_words(entry.difference, "it");
    if (!in_the_way.empty())
        draw_wrapped(pen, Type::secondary, Colour::notice, in_the_way);
    else
        draw_wrapped(pen, Type::secondary, Colour::ink,
                     words.empty() ? "It holds nothing that is not in the journal." : words);
    draw_choice(screen, entry, in_the_way.empty(), !words.empty(), pen);
}

}  // namespace

void draw_kept(const Screen& screen, const AskingPen& pen) {
    if (screen.notices.kept.empty()) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_notice_heading(inside, "Something that could not be saved earlier is waiting for you");
        inside.skip(8);
        const std::size_t shown = std::min(screen.notices.kept.size(), most_kept);
        for (std::size_t i = 0; i < shown; ++i) {
            if (i > 0) inside.skip(between_items);
            draw_kept_one(screen, screen.notices.kept[i], inside);
        }
        if (screen.notices.kept.size() > shown) inside.skip(between_items);
        if (screen.notices.kept.size() > shown)
            draw_wrapped(inside, Type::secondary, Colour::muted,
                         fmt::format("And {} more; “rekindle check” names them all.",
                                     screen.notices.kept.size() - shown));
    }
    pen.skip(20);
}

}  // namespace rekindle::app
