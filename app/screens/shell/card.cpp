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

bool draw_control(const NoticeCard& notice, const Pen& pen) {
    if (notice.leads_on) return link_row(pen, notice.name, notice.label);
    pen.skip(before_button);
    const bool pressed = button(pen.canvas, pen.column.x, pen.column.y,
                                {.name = notice.name, .label = notice.label});
    pen.skip(button_height);
    return pressed;
}

}  // namespace

bool draw_notice_card(const NoticeCard& notice, const Pen& pen) {
    bool used = false;
    {
        CardGround card{pen};
        const Pen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::strong, Colour::ink, notice.title);
        for (const std::string& words : notice.words)
            draw_wrapped(inside, Type::secondary, notice.colour, words);
        used = draw_control(notice, inside);
    }
    pen.skip(below_card);
    return used;
}

std::optional<std::size_t> draw_choices(const Pen& pen, const std::vector<ButtonSpec>& choices) {
    std::optional<std::size_t> chosen;
    pen.skip(6);
    Flow flow{pen};
    flow.step = button_height;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (flow_button(flow, choices[i])) chosen = i;
    flow.end();
    pen.column.skip(-pen.px(flow.between_lines));  // nothing need follow
    return chosen;
}

void draw_card_head(const Pen& pen, std::string_view title, std::string_view words) {
    draw_wrapped(pen, Type::strong, Colour::ink, title);
    draw_wrapped(pen, Type::secondary, Colour::muted, words);
    pen.skip(8);
}

}  // namespace rekindle::app
