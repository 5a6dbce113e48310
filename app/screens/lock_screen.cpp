#include "app/screens/lock_screen.hpp"

#include <imgui.h>

#include <utility>

#include "app/screens/lone_card.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

// The field and its button fit in any window.
constexpr LoneCard locked_card{.title = "Locked", .width = 420, .needed_height = 330, .margin = 6};
constexpr std::size_t longest_path = 4096;  // bytes

// What ends there, where the window is too low for all of it.
void bring_into_sight(Canvas& canvas, float bottom) {
    const float below = bottom - ImGui::GetWindowHeight();
    if (below <= 0) return;
    ImGui::SetScrollY(ImGui::GetScrollY() + below);
    canvas.draw_again();
}

}  // namespace

bool LockScreen::draw(Canvas& canvas) {
    draw_lone_card(locked_card, canvas, [&](const Pen& pen) {
        draw_wrapped(pen, Type::heading, Colour::ink, "Locked");
        pen.skip(8);
        if (waiting_.empty())
            draw_asking(pen);
        else
            draw_wrapped(pen, Type::secondary, Colour::muted, waiting_);
    });
    return entered_;
}

void LockScreen::draw_asking(const Pen& pen) {
    bool confirmed = by_file_ ? draw_key_file(pen) : draw_passphrase(pen);
    pen.skip(10);
    const ButtonSpec unlock{.name = "lock.unlock",
                            .label = opening_ ? "Opening …" : "Unlock",
                            .style = ButtonStyle::primary,
                            .enabled = !opening_};
    confirmed = button(pen.canvas, pen.column.x, pen.column.y, unlock) || confirmed;
    const ButtonSpec other{.name = "lock.key_file",
                           .label = by_file_ ? "Use the passphrase" : "Use a key file",
                           .style = ButtonStyle::link,
                           .enabled = !opening_};
    if (button(pen.canvas, pen.column.x + button_width(pen.canvas, unlock) + pen.px(14),
               pen.column.y, other)) {
        by_file_ = !by_file_;
        wants_focus_ = true;
        problem_.clear();
    }
    pen.skip(button_height + 10);
    if (!problem_.empty()) {
        draw_wrapped(pen, Type::secondary, Colour::notice, problem_);
        pen.skip(8);
        if (std::exchange(to_problem_, false)) bring_into_sight(pen.canvas, pen.column.y);
    }
    draw_wrapped(pen, Type::label, Colour::muted,
                 by_file_
                     ? "The path of the file, such as /media/stick/notes.key."
                     : "A recovery code can be typed here, too. Without one of these nobody can "
                       "open it.");
    if (!confirmed || opening_ || !has_something()) return;
    problem_.clear();
    opening_ = entered_ = true;
}

bool LockScreen::draw_passphrase(const Pen& pen) {
    if (std::exchange(wants_focus_, false)) pen.canvas.controls.focus("lock.passphrase");
    const PassphraseSpec field{
        .name = "lock.passphrase", .label = "Passphrase", .shown = shown_, .enabled = !opening_};
    const PassphraseResult typed = passphrase_field(pen, field, typed_);
    if (typed.touched) problem_.clear();  // it was said of what stood there before
    if (tick_box(pen, "lock.show", "Show what is typed", shown_)) shown_ = !shown_;
    return typed.confirmed;
}

bool LockScreen::draw_key_file(const Pen& pen) {
    if (std::exchange(wants_focus_, false)) focus_and_select(pen.canvas, "lock.file", file_);
    draw_wrapped(pen, Type::secondary, Colour::muted, "Key file");
    pen.skip(4);
    const TextFieldResult typed = text_field(pen,
                                             {.name = "lock.file",
                                              .hint = "/media/stick/notes.key",
                                              .single_line = true,
                                              .enabled = !opening_,
                                              .most_bytes = longest_path},
                                             file_);
    if (typed.changed) {
        file_ = *typed.changed;
        problem_.clear();
    }
    return typed.confirmed;
}

std::optional<LockScreen::Entered> LockScreen::take_entered() {
    if (!std::exchange(entered_, false)) return std::nullopt;
    if (by_file_) return Entered{Secret(), file_};
    return Entered{Secret(typed_.text.view())};
}

void LockScreen::refuse(std::string problem) {
    opening_ = false;
    problem_ = std::move(problem);
    // Whoever types it anew replaces it, whoever wants to mend it moves into it.
    typed_.select_all();
    wants_focus_ = to_problem_ = true;
}

}  // namespace rekindle::app
