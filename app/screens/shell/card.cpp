// What the cards at the top of the page have in common: how they begin, and what can be chosen.
#include "app/widgets/card.hpp"
#include "app/screens/shell/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float below_card = 20;
constexpr float before_button = 8;

bool draw_control(const NoticeCard& notice, Canvas& canvas, Column& column) {
    if (notice.leads_on) return link_row(canvas, column, notice.name, notice.label);
    column.skip(canvas.px(before_button));
    const bool pressed =
        button(canvas, column.x, column.y, {.name = notice.name, .label = notice.label});
    column.skip(canvas.px(button_height));
    return pressed;
}

}  // namespace

bool draw_notice_card(const NoticeCard& notice, Canvas& canvas, Column& column) {
    bool used = false;
    {
        CardGround card{canvas, column};
        draw_wrapped(canvas, card.inside, Type::strong, Colour::ink, notice.title);
        for (const std::string& words : notice.words)
            draw_wrapped(canvas, card.inside, Type::secondary, notice.colour, words);
        used = draw_control(notice, canvas, card.inside);
    }
    column.skip(canvas.px(below_card));
    return used;
}

std::optional<std::size_t> draw_choices(Canvas& canvas, Column& column,
                                        const std::vector<ButtonSpec>& choices) {
    std::optional<std::size_t> chosen;
    column.skip(canvas.px(6));
    Flow flow{canvas, column};
    flow.step = button_height;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (flow_button(canvas, flow, choices[i])) chosen = i;
    flow.end();
    column.skip(-canvas.px(flow.between_lines));  // nothing need follow
    return chosen;
}

void draw_card_head(Canvas& canvas, Column& column, std::string_view title,
                    std::string_view words) {
    draw_wrapped(canvas, column, Type::strong, Colour::ink, title);
    draw_wrapped(canvas, column, Type::secondary, Colour::muted, words);
    column.skip(canvas.px(8));
}

}  // namespace rekindle::app
