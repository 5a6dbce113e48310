#include "app/screens/closed_screen.hpp"

#include "app/screens/lone_card.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"
#include "app/words/in_the_clear_words.hpp"

namespace rekindle::app {
namespace {

// Its top stands where that of a passphrase asked for would, if what is said leaves room for that.
constexpr LoneCard closed_card{.title = "Closed", .width = 560, .needed_height = 430, .margin = 24};

void draw_why(const Error& why, const Pen& pen) {
    draw_wrapped(pen, Type::heading, Colour::ink, "This cannot be opened");
    pen.skip(8);
    draw_wrapped(pen, Type::body, Colour::ink, why.message);
    if (!why.remedy.empty()) draw_wrapped(pen, Type::body, Colour::ink, why.remedy);
    if (!why.place.file.empty()) {
        pen.skip(4);
        draw_wrapped(pen, Type::label, Colour::muted, why.place.file);
    }
    pen.skip(8);
    draw_wrapped(pen, Type::secondary, Colour::muted, "Nothing has been changed.");
}

}  // namespace

bool ClosedScreen::draw(Canvas& canvas) {
    draw_lone_card(closed_card, canvas, [&](const Pen& pen) {
        draw_why(why_, pen);
        if (can_retry_) draw_retry(pen);
        if (in_the_clear_) draw_in_the_clear(pen);
    });
    return retry_ || said_yes_;
}

void ClosedScreen::draw_retry(const Pen& pen) {
    pen.skip(12);
    const ButtonSpec again{.name = "closed.retry",
                           .label = looking_ ? "Looking …" : "Look again",
                           .style = ButtonStyle::primary,
                           .enabled = !looking_};
    if (button(pen.canvas, pen.column.x, pen.column.y, again)) looking_ = retry_ = true;
    pen.skip(button_height);
}

void ClosedScreen::draw_in_the_clear(const Pen& pen) {
    pen.skip(20);
    draw_wrapped(pen, Type::body, Colour::ink, about_in_the_clear);
    pen.skip(8);
    const ButtonSpec yes{
        .name = "closed.in_the_clear", .label = "Continue without the lock", .enabled = !looking_};
    if (button(pen.canvas, pen.column.x, pen.column.y, yes)) looking_ = said_yes_ = true;
    pen.skip(button_height);
}

void ClosedScreen::refuse(Error why) {
    why_ = std::move(why);
    looking_ = false;
}

}  // namespace rekindle::app
