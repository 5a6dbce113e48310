// Plain files that lie in the locked journal's folder, pictures too: each by its name, with the
// choice between encrypting it with the journal and leaving it.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "app/screens/settings/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"
#include "app/words/care_words.hpp"

namespace rekindle::app {
namespace {

using Step = OtherFile::Step;

constexpr std::size_t most_shown = 8;  // more are counted only, and come up as these are settled

// Whether somebody wants it left.
bool draw_choice(const OtherFile& other, const AskingPen& pen) {
    const std::string take = "settings.lock.take." + name_in_controls(other.file);
    const std::string leave = leave_name(other);
    const bool is_taking = other.step == Step::taking;
    Flow flow{pen};
    flow.step = button_height;
    flow.gap = 14;
    if (!other.is_folder && flow_button(flow, {.name = take,
                                               .label = is_taking ? "Taking it in …" : "Take it in",
                                               .enabled = !is_taking}))
        pen.out.add(TakeIn{other.file});
    const bool left = flow_button(flow, {.name = leave,
                                         .label = other.is_folder ? "It can stay" : "Not now",
                                         .style = ButtonStyle::link,
                                         .enabled = !is_taking});
    flow.end();
    return left;
}

// Whether somebody wants it left.
bool draw_other(const OtherFile& other, const AskingPen& pen) {
    draw_wrapped(pen, Type::strong, Colour::ink, other.file);
    bool left = false;
    if (other.step == Step::taken) {
        draw_wrapped(
            pen, Type::secondary, Colour::muted,
            "It is encrypted with the journal now, and the plain file is no longer there.");
    } else {
        if (other.is_folder)
            draw_wrapped(pen, Type::secondary, Colour::muted,
                         "This is a folder of its own, such as another journal. What is in it "
                         "stays plain; if that is of this journal, move it to a safe place.");
        if (other.is_picture)
            draw_wrapped(pen, Type::secondary, Colour::muted,
                         "This is a picture, a sound or a film: it may show what you wrote.");
        if (!other.problem.empty())
            draw_wrapped(pen, Type::secondary, Colour::notice, other.problem);
        pen.skip(4);
        left = draw_choice(other, pen);
    }
    pen.skip(8);
    return left;
}

}  // namespace

std::string leave_name(const OtherFile& other) {
    return "settings.lock.not_now." + name_in_controls(other.file);
}

void draw_others(LockUi& ui, const AskingPen& pen) {
    if (ui.others.empty()) return;
    draw_wrapped(
        pen, Type::secondary, Colour::ink,
        "These are in the journal’s folder and are not encrypted. If one holds something "
        "of the journal, take it in: it is encrypted with it, and “rekindle lock give-back” "
        "writes it out again. What is left stays as it is.");
    pen.skip(8);
    std::optional<std::string> left;
    std::size_t shown = 0;
    std::size_t more = 0;
    for (const OtherFile& other : ui.others) {
        const bool is_settled = other.step == Step::taken;
        if (!is_settled && shown == most_shown) {
            ++more;
            continue;
        }
        shown += is_settled ? 0 : 1;
        if (draw_other(other, pen)) left = other.file;
    }
    if (more > 0) {
        draw_wrapped(pen, Type::secondary, Colour::muted, fmt::format("And {} more.", more));
        pen.skip(8);
    }
    if (left) std::erase_if(ui.others, [&](const OtherFile& each) { return each.file == *left; });
}

}  // namespace rekindle::app
