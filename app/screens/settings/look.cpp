#include <fmt/format.h>

#include <cmath>

#include "app/screens/settings/parts.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/flow.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr double text_step = 1.1;

void draw_themes(const Screen& screen, Canvas& canvas, Column& column, Actions& out) {
    Flow flow{canvas, column};
    for (const Theme& theme : screen.themes) {
        const std::string name = "settings.theme." + theme.id;
        if (flow_chip(
                canvas, flow,
                {.name = name, .label = theme.title, .selected = theme.id == canvas.theme.id}))
            out.add(UseTheme{theme.id});
    }
    flow.end();
}

void draw_text_size(const Screen& screen, Canvas& canvas, Column& column, Actions& out) {
    const double scale = screen.preferences.text_scale;
    const std::string percent = fmt::format("{} %", std::lround(scale * 100));
    Flow flow{canvas, column};
    flow.step = button_height;
    if (flow_button(canvas, flow,
                    {.name = "settings.text.smaller", .label = "−", .enabled = scale > 0.751}))
        out.add(ScaleText{1 / text_step});
    if (flow_button(canvas, flow, {.name = "settings.text.reset", .label = percent}))
        out.add(ScaleText{0});
    if (flow_button(canvas, flow,
                    {.name = "settings.text.larger", .label = "+", .enabled = scale < 2.499}))
        out.add(ScaleText{text_step});
    flow.end();
}

}  // namespace

void draw_look(const Screen& screen, Canvas& canvas, Column& column, Actions& out) {
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink, "Look");
        inside.skip(canvas.px(8));
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted, "Colours");
        inside.skip(canvas.px(4));
        draw_themes(screen, canvas, inside, out);
        inside.skip(canvas.px(4));
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted, "Text size");
        inside.skip(canvas.px(4));
        draw_text_size(screen, canvas, inside, out);
        inside.skip(-canvas.px(8));
    }
    column.skip(canvas.px(16));
}

}  // namespace rekindle::app
