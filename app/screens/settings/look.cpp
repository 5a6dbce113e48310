#include <fmt/format.h>

#include <cmath>

#include "app/screens/settings/parts.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr double text_step = 1.1;

void draw_themes(const Screen& screen, const AskingPen& pen) {
    Flow flow{pen};
    for (const Theme& theme : screen.themes) {
        const std::string name = "settings.theme." + theme.id;
        if (flow_chip(
                flow,
                {.name = name, .label = theme.title, .selected = theme.id == pen.canvas.theme.id}))
            pen.out.add(UseTheme{theme.id});
    }
    flow.end();
}

void draw_text_size(const Screen& screen, const AskingPen& pen) {
    const double scale = screen.preferences.text_scale;
    const std::string percent = fmt::format("{} %", std::lround(scale * 100));
    Flow flow{pen};
    flow.step = button_height;
    if (flow_button(flow,
                    {.name = "settings.text.smaller", .label = "−", .enabled = scale > 0.751}))
        pen.out.add(ScaleText{1 / text_step});
    if (flow_button(flow, {.name = "settings.text.reset", .label = percent}))
        pen.out.add(ScaleText{0});
    if (flow_button(flow, {.name = "settings.text.larger", .label = "+", .enabled = scale < 2.499}))
        pen.out.add(ScaleText{text_step});
    flow.end();
}

}  // namespace

void draw_look(const Screen& screen, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Look");
        inside.skip(8);
        draw_wrapped(inside, Type::secondary, Colour::muted, "Colours");
        inside.skip(4);
        draw_themes(screen, inside);
        inside.skip(4);
        draw_wrapped(inside, Type::secondary, Colour::muted, "Text size");
        inside.skip(4);
        draw_text_size(screen, inside);
        inside.skip(-8);
    }
    pen.skip(16);
}

}  // namespace rekindle::app
