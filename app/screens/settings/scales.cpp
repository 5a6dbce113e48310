#include <fmt/format.h>

#include <algorithm>

#include "app/screens/settings/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

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

void draw_scale_row(const Scale& scale, bool open, Canvas& canvas, Column& column, Actions& out) {
    const std::string name = fmt::format("settings.scale.{}.remove", scale.id);
    const ButtonSpec remove{
        .name = name, .label = "Remove", .style = ButtonStyle::link, .enabled = open};
    const float right = column.x + column.width - button_width(canvas, remove);
    const float y = column.y;
    Column words{column.x, y + canvas.px(4), right - column.x - canvas.px(12)};
    draw_wrapped(canvas, words, Type::body, Colour::ink, scale.title);
    draw_wrapped(canvas, words, Type::label, Colour::muted,
                 fmt::format("0 {} · 10 {}", scale.low, scale.high));
    if (button(canvas, right, y, remove)) out.add(RemoveOwnScale{scale.id});
    column.y = std::max(words.y, y + canvas.px(button_height)) + canvas.px(8);
}

// One line of what is being typed; Enter goes on to the next.
bool draw_draft(SettingsUi& ui, std::string_view label, const std::string& key,
                std::string_view hint, Canvas& canvas, Column& column) {
    Column control = begin_setting(canvas, column, label);
    std::string& draft = ui.drafts[key];
    const std::string name = "settings.scale." + key;
    const auto typed =
        text_field(canvas, control,
                   {.name = name, .hint = hint, .single_line = true, .most_bytes = 200}, draft);
    if (typed.changed) draft = *typed.changed;
    end_setting(canvas, column, control);
    return typed.confirmed;
}

void draw_new_scale(const Screen& screen, SettingsUi& ui, Canvas& canvas, Column& column,
                    Actions& out) {
    if (draw_draft(ui, "Name", "title", "such as Sleep", canvas, column))
        canvas.controls.focus("settings.scale.low");
    if (draw_draft(ui, "0 means", "low", "such as none", canvas, column))
        canvas.controls.focus("settings.scale.high");
    const bool confirmed = draw_draft(ui, "10 means", "high", "such as all night", canvas, column);
    const std::string& title = ui.drafts["title"];
    const bool ready = !title.empty();
    const bool pressed =
        button(canvas, column.x, column.y,
               {.name = "settings.scale.add", .label = "Add this slider", .enabled = ready});
    column.skip(canvas.px(button_height));
    if (!ready || !(pressed || confirmed)) return;
    out.add(AddOwnScale{{new_scale_id(screen, title), title, ui.drafts["low"], ui.drafts["high"]}});
    ui.drafts.clear();
}

}  // namespace

void draw_own_scales(const Screen& screen, SettingsUi& ui, Canvas& canvas, Column& column,
                     Actions& out) {
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink, "Sliders of your own");
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted,
                     "They appear on Today after the others. If you remove one, its ratings are "
                     "kept and come back with it.");
        inside.skip(canvas.px(8));
        const bool open = draw_profile_open(screen, canvas, inside);
        for (const Scale& scale : screen.journal.profile->own_scales)
            draw_scale_row(scale, open, canvas, inside, out);
        if (open) draw_new_scale(screen, ui, canvas, inside, out);
    }
    column.skip(canvas.px(16));
}

}  // namespace rekindle::app
