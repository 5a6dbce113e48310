#include "app/screens/lock_screen.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"
#include "app/widgets/whole_window.hpp"

namespace rekindle::app {
namespace {

constexpr float card_width = 420;
constexpr float needed_height = 330;
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
    const WholeWindow window(canvas, "Locked", 0, true);
    const float width = std::min(canvas.px(card_width), window.rect.w - canvas.px(32));
    // Where the window is low and the letters are large, the field and its button still fit.
    const float top = std::min(window.rect.h * 0.2f, window.rect.h - canvas.px(needed_height));
    Column column{std::round((window.rect.w - width) / 2),
                  std::round(std::max(top, canvas.px(6))) - window.scrolled(), width};
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::heading, Colour::ink, "Locked");
        card.inside.skip(canvas.px(8));
        if (waiting_.empty())
            draw_asking(canvas, card.inside);
        else
            draw_wrapped(canvas, card.inside, Type::secondary, Colour::muted, waiting_);
    }
    window.end_scrolling(canvas, column.y + window.scrolled() + canvas.px(6));
    return entered_;
}

void LockScreen::draw_asking(Canvas& canvas, Column& column) {
    bool confirmed = by_file_ ? draw_key_file(canvas, column) : draw_passphrase(canvas, column);
    column.skip(canvas.px(10));
    const ButtonSpec unlock{.name = "lock.unlock",
                            .label = opening_ ? "Being opened …" : "Unlock",
                            .style = ButtonStyle::primary,
                            .enabled = !opening_};
    confirmed = button(canvas, column.x, column.y, unlock) || confirmed;
    const ButtonSpec other{.name = "lock.key_file",
                           .label = by_file_ ? "Use the passphrase" : "Use a key file",
                           .style = ButtonStyle::link,
                           .enabled = !opening_};
    if (button(canvas, column.x + button_width(canvas, unlock) + canvas.px(14), column.y, other)) {
        by_file_ = !by_file_;
        wants_focus_ = true;
        problem_.clear();
    }
    column.skip(canvas.px(button_height + 10));
    if (!problem_.empty()) {
        draw_wrapped(canvas, column, Type::secondary, Colour::notice, problem_);
        column.skip(canvas.px(8));
        if (std::exchange(to_problem_, false)) bring_into_sight(canvas, column.y);
    }
    draw_wrapped(canvas, column, Type::label, Colour::muted,
                 by_file_
                     ? "The path of the file, such as /media/stick/notes.key."
                     : "A recovery code can be typed here, too. Without one of these nobody can "
                       "open it.");
    if (!confirmed || opening_ || !has_something()) return;
    problem_.clear();
    opening_ = entered_ = true;
}

bool LockScreen::draw_passphrase(Canvas& canvas, Column& column) {
    if (std::exchange(wants_focus_, false)) canvas.controls.focus("lock.passphrase");
    const PassphraseSpec field{
        .name = "lock.passphrase", .label = "Passphrase", .shown = shown_, .enabled = !opening_};
    const PassphraseResult typed = passphrase_field(canvas, column, field, typed_);
    if (typed.touched) problem_.clear();  // it was said of what stood there before
    if (tick_box(canvas, column, "lock.show", "Show what is typed", shown_)) shown_ = !shown_;
    return typed.confirmed;
}

bool LockScreen::draw_key_file(Canvas& canvas, Column& column) {
    if (std::exchange(wants_focus_, false)) focus_and_select(canvas, "lock.file", file_);
    draw_wrapped(canvas, column, Type::secondary, Colour::muted, "Key file");
    column.skip(canvas.px(4));
    const TextFieldResult typed = text_field(canvas, column,
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
