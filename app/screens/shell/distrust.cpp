// What of a locked journal is not as it was left: said at the top of the page, shown and not
// written over, until somebody says that it is right as it is.
#include <fmt/format.h>

#include <algorithm>

#include "app/screens/shell/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/words/care_words.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t most_told = 4;  // more are counted only

// How its controls are named.
std::string name_of_distrusted(const Distrust& distrust) {
    switch (distrust.kind) {
        case DistrustKind::older_state:
            return "state";
        case DistrustKind::older_lock:
            return "lock";
        case DistrustKind::other_key:
            return "key";
        case DistrustKind::older_file:
        case DistrustKind::exchanged_file:
        case DistrustKind::file_gone:
            break;
    }
    return distrust.part ? app::name_of(*distrust.part) : "journal";
}

std::string what_it_is(const Distrust& distrust, const Content& content) {
    switch (distrust.kind) {
        case DistrustKind::older_state:
            return "The journal as a whole";
        case DistrustKind::older_lock:
            return "Its lock";
        case DistrustKind::other_key:
            return "Its key";
        case DistrustKind::older_file:
        case DistrustKind::exchanged_file:
        case DistrustKind::file_gone:
            break;
    }
    return distrust.part ? capital(part_words(*distrust.part, content)) : "The journal as a whole";
}

std::string_view what_it_may_mean(DistrustKind kind) {
    switch (kind) {
        case DistrustKind::older_file:
            return "This is older than what was saved last. A copy may have been put back, by you, "
                   "by a sync tool or by somebody else. You can read it; nothing is written over "
                   "it.";
        case DistrustKind::exchanged_file:
            return "This is not what was saved last. Two computers may have written at the same "
                   "time, or somebody put something else in its place. You can read it; nothing is "
                   "written over it.";
        case DistrustKind::file_gone:
            return "It was saved here before, and its file is gone. A sync tool may still be "
                   "bringing it; otherwise something removed it.";
        case DistrustKind::older_state:
            return "It is older than this computer remembers, or the list of what was saved is "
                   "gone. All of it may have been put back as it was before, or another computer "
                   "wrote at the same time. What you write now is saved.";
        case DistrustKind::older_lock:
            return "An earlier lock is in place: a passphrase or code that was replaced or taken "
                   "out since may open the journal again. If it was not you who put it back, "
                   "change the passphrase in Settings and encrypt everything anew.";
        case DistrustKind::other_key:
            return "It is not the one it was last time. It may have been changed on another "
                   "computer. Or this is the journal from before a change, or another one in its "
                   "place. You can read it; nothing is written.";
    }
    return {};
}

// Whether earlier states may have more of it.
bool has_earlier_states(DistrustKind kind) {
    return kind != DistrustKind::older_lock && kind != DistrustKind::other_key;
}

// A file that is gone is not told where it is offered back already, or written again by itself
// from what stands here.
bool is_told_elsewhere(const Screen& screen, const Distrust& distrust) {
    if (distrust.kind != DistrustKind::file_gone || !distrust.part) return false;
    return !same_part(screen.journal, Journal{}, *distrust.part) ||
           std::any_of(screen.notices.missing.begin(), screen.notices.missing.end(),
                       [&](const ShownMissing& each) {
                           return each.missing.earlier.part == *distrust.part;
                       });
}

void look_at_earlier_states(const Screen& screen, Actions& out) {
    out.add(GoTo{Page::settings});
    if (screen.backups.step == ShownBackups::Step::closed) out.add(ListBackups{});
}

void draw_one(const Screen& screen, const Distrust& distrust, const AskingPen& pen) {
    draw_wrapped(pen, Type::strong, Colour::ink, what_it_is(distrust, screen.content));
    draw_wrapped(pen, Type::secondary, Colour::ink, what_it_may_mean(distrust.kind));
    draw_wrapped(pen, Type::label, Colour::muted, distrust.words.place.file);
    const std::string accept = "distrust.accept." + name_of_distrusted(distrust);
    const std::string earlier = "distrust.earlier." + name_of_distrusted(distrust);
    std::vector<ButtonSpec> choices{{.name = accept, .label = "Accept it as it is"}};
    if (has_earlier_states(distrust.kind))
        choices.push_back(
            {.name = earlier, .label = "Look at earlier states", .style = ButtonStyle::link});
    const auto chosen = draw_choices(pen, choices);
    if (chosen == 0)
        pen.out.add(AcceptAsItIs{{distrust}});
    else if (chosen)
        look_at_earlier_states(screen, pen.out);
}

}  // namespace

void draw_distrust(const Screen& screen, const AskingPen& pen) {
    std::vector<Distrust> told;
    for (const Distrust& each : screen.distrust)
        if (!is_told_elsewhere(screen, each)) told.push_back(each);
    if (told.empty()) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_notice_heading(inside, "This journal is not as it was left");
        if (!screen.notices.accept_problem.empty())
            draw_wrapped(inside, Type::secondary, Colour::notice, screen.notices.accept_problem);
        inside.skip(8);
        const std::size_t shown = std::min(told.size(), most_told);
        for (std::size_t i = 0; i < shown; ++i) {
            if (i > 0) inside.skip(between_items);
            draw_one(screen, told[i], inside);
        }
        if (told.size() > 1) inside.skip(between_items);
        if (told.size() > shown)
            draw_wrapped(
                inside, Type::secondary, Colour::muted,
                fmt::format("And {} more; “rekindle check” names them all.", told.size() - shown));
        if (told.size() > 1 &&
            draw_choices(inside, {{.name = "distrust.accept.all", .label = "Accept all of it"}}))
            pen.out.add(AcceptAsItIs{told});
    }
    pen.skip(20);
}

}  // namespace rekindle::app
