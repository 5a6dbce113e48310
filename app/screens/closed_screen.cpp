#include "app/screens/closed_screen.hpp"

#include "app/screens/lone_card.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/text.hpp"
#include "app/words/in_the_clear_words.hpp"

namespace rekindle::app {
namespace {

// Its top stands where that of a passphrase asked for would, if what is said leaves room for that.
constexpr LoneCard place{.title = "Closed", .width = 560, .needed_height = 430, .margin = 24};

void draw_why(const Error& why, Canvas& canvas, Column& column) {
    draw_wrapped(canvas, column, Type::heading, Colour::ink, "This cannot be opened");
    column.skip(canvas.px(8));
    draw_wrapped(canvas, column, Type::body, Colour::ink, why.message);
    if (!why.remedy.empty()) draw_wrapped(canvas, column, Type::body, Colour::ink, why.remedy);
    if (!why.place.file.empty()) {
        column.skip(canvas.px(4));
        draw_wrapped(canvas, column, Type::label, Colour::muted, why.place.file);
    }
    column.skip(canvas.px(8));
    draw_wrapped(canvas, column, Type::secondary, Colour::muted, "Nothing has been changed.");
}

}  // namespace

bool ClosedScreen::draw(Canvas& canvas) {
    draw_lone_card(place, canvas, [&](Column& column) {
        draw_why(why_, canvas, column);
        if (can_retry_) draw_retry(canvas, column);
        if (in_the_clear_) draw_in_the_clear(canvas, column);
    });
    return retry_ || said_yes_;
}

void ClosedScreen::draw_retry(Canvas& canvas, Column& column) {
    column.skip(canvas.px(12));
    const ButtonSpec again{.name = "closed.retry",
                           .label = looking_ ? "Looking …" : "Look again",
                           .style = ButtonStyle::primary,
                           .enabled = !looking_};
    if (button(canvas, column.x, column.y, again)) looking_ = retry_ = true;
    column.skip(canvas.px(button_height));
}

void ClosedScreen::draw_in_the_clear(Canvas& canvas, Column& column) {
    column.skip(canvas.px(20));
    draw_wrapped(canvas, column, Type::body, Colour::ink, about_in_the_clear);
    column.skip(canvas.px(8));
    const ButtonSpec yes{
        .name = "closed.in_the_clear", .label = "Continue without the lock", .enabled = !looking_};
    if (button(canvas, column.x, column.y, yes)) looking_ = said_yes_ = true;
    column.skip(canvas.px(button_height));
}

void ClosedScreen::refuse(Error why) {
    why_ = std::move(why);
    looking_ = false;
}

}  // namespace rekindle::app
