#include <fmt/format.h>

#include <algorithm>

#include "app/screens/settings/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

// [a-z0-9-]+ out of a title; empty where it has none of these letters.
std::string id_letters(const std::string& title) {
    std::string id;
    for (const char c : title) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool plain = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        if (plain)
            id += small;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

// An id that no daily scale has yet.
std::string new_scale_id(const Screen& screen, const std::string& title) {
    std::string start = id_letters(title);
    if (start.empty()) start = "own";
    const auto taken = [&](const std::string& id) {
        return std::any_of(screen.scales.begin(), screen.scales.end(),
                           [&](const Scale& scale) { return scale.id == id; });
    };
    std::string id = start;
    for (int number = 2; taken(id); ++number) id = fmt::format("{}-{}", start, number);
    return id;
}

void draw_scale_row(const Scale& scale, bool open, const AskingPen& pen) {
    const std::string name = fmt::format("settings.scale.{}.remove", scale.id);
    const ButtonSpec remove{
        .name = name, .label = "Remove", .style = ButtonStyle::link, .enabled = open};
    const float right = pen.column.x + pen.column.width - button_width(pen.canvas, remove);
    const float y = pen.column.y;
    Column words{pen.column.x, y + pen.px(4), right - pen.column.x - pen.px(12)};
    draw_wrapped(pen.in(words), Type::body, Colour::ink, scale.title);
    draw_wrapped(pen.in(words), Type::label, Colour::muted,
                 fmt::format("0 {} · 10 {}", scale.low, scale.high));
    if (button(pen.canvas, right, y, remove)) pen.out.add(RemoveOwnScale{scale.id});
    pen.column.y = std::max(words.y, y + pen.px(button_height)) + pen.px(8);
}

void draw_new_scale(const Screen& screen, SettingsUi& ui, const AskingPen& pen) {
    std::string& title = ui.drafts["title"];
    std::string& low = ui.drafts["low"];
    std::string& high = ui.drafts["high"];
    const bool added = draw_add_form(
        {{"settings.scale.title", "Name", "such as Sleep", title},
         {"settings.scale.low", "0 means", "such as none", low},
         {"settings.scale.high", "10 means", "such as all night", high}},
        {.name = "settings.scale.add", .label = "Add this slider"}, [&] { return !title.empty(); },
        pen);
    if (!added) return;
    pen.out.add(AddOwnScale{{new_scale_id(screen, title), title, low, high}});
    ui.drafts.clear();
}

}  // namespace

void draw_own_scales(const Screen& screen, SettingsUi& ui, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Sliders of your own");
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     "They appear on Today after the others. If you remove one, its ratings are "
                     "kept and come back with it.");
        inside.skip(8);
        const bool open = draw_profile_open(screen, inside);
        for (const Scale& scale : screen.journal.profile->own_scales)
            draw_scale_row(scale, open, inside);
        if (open) draw_new_scale(screen, ui, inside);
    }
    pen.skip(16);
}

}  // namespace rekindle::app
