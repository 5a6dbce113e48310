#include "app/screens/closed_screen.hpp"

#include <algorithm>
#include <cmath>

#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/whole_window.hpp"
#include "app/words/in_the_clear_words.hpp"

namespace rekindle::app {
namespace {

constexpr float card_width = 560;
constexpr float needed_height = 430;

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
    const WholeWindow window(canvas, "Closed", 0, true);
    const float width = std::min(canvas.px(card_width), window.rect.w - canvas.px(32));
    // As high as where a passphrase is asked for, if what is said leaves room for that.
    const float top = std::min(window.rect.h * 0.2f, window.rect.h - canvas.px(needed_height));
    Column column{std::round((window.rect.w - width) / 2),
                  std::round(std::max(top, canvas.px(24))) - window.scrolled(), width};
    {
        CardGround card{canvas, column};
        draw_why(why_, canvas, card.inside);
        if (can_retry_) {
            card.inside.skip(canvas.px(12));
            const ButtonSpec again{.name = "closed.retry",
                                   .label = looking_ ? "Looking …" : "Look again",
                                   .style = ButtonStyle::primary,
                                   .enabled = !looking_};
            if (button(canvas, card.inside.x, card.inside.y, again)) looking_ = retry_ = true;
            card.inside.skip(canvas.px(button_height));
        }
        if (in_the_clear_) {
            card.inside.skip(canvas.px(20));
            draw_wrapped(canvas, card.inside, Type::body, Colour::ink, about_in_the_clear);
            card.inside.skip(canvas.px(8));
            const ButtonSpec yes{
                .name = "closed.in_the_clear", .label = "Go on in the clear", .enabled = !looking_};
            if (button(canvas, card.inside.x, card.inside.y, yes)) looking_ = said_yes_ = true;
            card.inside.skip(canvas.px(button_height));
        }
    }
    window.end_scrolling(canvas, column.y + window.scrolled() + canvas.px(24));
    return retry_ || said_yes_;
}

void ClosedScreen::refuse(Error why) {
    why_ = std::move(why);
    looking_ = false;
}

}  // namespace rekindle::app
