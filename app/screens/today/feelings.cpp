// The sliders of a day.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/screens/today/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/slider.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float between_feelings = 34;  // the two columns of feelings
constexpr float width_for_two = 500;    // of the card's inside
constexpr float narrowest_label = 118;  // so that all tracks begin at one line
constexpr float widest_label_share = 0.5f;

void rate(const DayShown& day, const Scale& scale, const SliderSpec& spec, const AskingPen& pen) {
    if (const auto change = slider(pen, spec, day.rating(scale.id)))
        pen.out.add(RateFeeling{day.ref, scale.id, change->value});
}

void draw_big_slider(const Screen& screen, const DayShown& day, std::string_view id, Colour colour,
                     const AskingPen& pen) {
    const Scale* scale = find_daily_scale(screen.content, id);
    if (!scale) return;
    const std::string name = fmt::format("today.{}", id);
    rate(day, *scale,
         {.name = name,
          .label = scale->title,
          .label_type = Type::strong,
          .low = scale->low,
          .high = scale->high,
          .colour = colour,
          .enabled = day.closed.empty()},
         pen);
}

// The words at the ends of the feeling someone is at with the mouse or the keyboard.
std::string words_of_focused(const Screen& screen, const Canvas& canvas) {
    constexpr std::string_view prefix = "today.feel.";
    const std::string& focused = canvas.controls.focused();
    if (!focused.starts_with(prefix)) return {};
    for (const Scale& scale : screen.scales)
        if (std::string_view(focused).substr(prefix.size()) == scale.id)
            return fmt::format("0 {} · 10 {}", scale.low, scale.high);
    return {};
}

// In design units: the labels' common room, wide enough for the longest.
float label_room(Canvas& canvas, const std::vector<const Scale*>& scales, float width) {
    float widest = 0;
    for (const Scale* scale : scales)
        widest = std::max(widest, text_width(canvas, Type::body, scale->title));
    const float wanted = std::min(widest + canvas.px(20), width * widest_label_share);
    return std::max(wanted / canvas.scale, narrowest_label);
}

void draw_feeling_rows(const DayShown& day, const std::vector<const Scale*>& scales,
                       bool words_shown, const AskingPen& pen) {
    const float label_width = label_room(pen.canvas, scales, pen.column.width);
    for (const Scale* scale : scales) {
        const std::string name = "today.feel." + scale->id;
        rate(day, *scale,
             {.name = name,
              .label = scale->title,
              .label_width = label_width,
              .low = scale->low,
              .high = scale->high,
              .words_shown = words_shown,
              .enabled = day.closed.empty()},
             pen);
    }
}

// What stands in the left and in the right column: group by group in turn, then one's own.
std::array<std::vector<const Scale*>, 2> two_columns(const Screen& screen) {
    std::array<std::vector<const Scale*>, 2> sides;
    std::size_t next = 0;
    for (const FeelingGroup& group : screen.content.feelings) {
        if (group.folded) continue;
        bool used = false;
        for (const Scale& scale : group.scales) {
            if (is_fixed_scale(scale.id)) continue;
            sides[next].push_back(&scale);
            used = true;
        }
        if (used) next = 1 - next;
    }
    for (const Scale& own : screen.journal.profile->own_scales)
        sides[sides[1].size() < sides[0].size() ? 1 : 0].push_back(&own);
    return sides;
}

void draw_columns(const Screen& screen, const DayShown& day, const AskingPen& pen) {
    const auto sides = two_columns(screen);
    if (pen.column.width < pen.px(width_for_two)) {
        draw_feeling_rows(day, sides[0], false, pen);
        draw_feeling_rows(day, sides[1], false, pen);
        return;
    }
    const float gap = pen.px(between_feelings);
    const float width = std::floor((pen.column.width - gap) / 2);
    Column left{pen.column.x, pen.column.y, width};
    Column right{pen.column.x + width + gap, pen.column.y, width};
    draw_feeling_rows(day, sides[0], false, pen.in(left));
    draw_feeling_rows(day, sides[1], false, pen.in(right));
    pen.column.y = std::max(left.y, right.y);
}

void draw_folded_groups(const Screen& screen, const DayShown& day, TodayUi& ui,
                        const AskingPen& pen) {
    std::string titles;
    for (const FeelingGroup& group : screen.content.feelings)
        if (group.folded) titles += (titles.empty() ? "" : ", ") + group.title;
    if (titles.empty()) return;
    const std::string label =
        (ui.more_feelings ? "Less" : "More: ") + (ui.more_feelings ? std::string{} : titles);
    if (button(pen.canvas, pen.column.x, pen.column.y - pen.px(2),
               {.name = "today.more",
                .label = label,
                .style = ButtonStyle::link,
                .icon = ui.more_feelings ? icon::open : icon::folded,
                .state = ui.more_feelings ? "open" : "closed"}))
        ui.more_feelings = !ui.more_feelings;
    pen.skip(button_height - 12);  // below it the card has room enough
    if (!ui.more_feelings) return;
    pen.skip(12);
    for (const FeelingGroup& group : screen.content.feelings) {
        if (!group.folded) continue;
        draw_wrapped(pen, Type::secondary_strong, Colour::ink, group.title);
        std::vector<const Scale*> scales;
        for (const Scale& scale : group.scales) scales.push_back(&scale);
        draw_feeling_rows(day, scales, true, pen);
    }
}

}  // namespace

void draw_mood_and_trust(const Screen& screen, const DayShown& day, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_big_slider(screen, day, mood_scale, Colour::mood, inside);
        draw_big_slider(screen, day, trust_scale, Colour::trust, inside);
        inside.skip(-8);  // below the last words there is room enough
    }
    pen.skip(16);
}

void draw_feelings(const Screen& screen, const DayShown& day, TodayUi& ui, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        const Rect head = inside.column.take(line_height(pen.canvas, Type::heading) + pen.px(4));
        const std::string focused = words_of_focused(screen, pen.canvas);
        const std::string aside = focused.empty() ? "leave any of them empty" : focused;
        const std::string title =
            day.date == screen.today ? "What was there today" : "What was there";
        const float y = head.y + pen.px(4);
        draw_text(pen.canvas, head.x, y, Type::heading, Colour::ink, title);
        if (text_width(pen.canvas, Type::heading, title) +
                text_width(pen.canvas, Type::secondary, aside) + pen.px(16) <
            head.w)
            draw_text_right(pen.canvas, head.right(), y + pen.px(2), Type::secondary, Colour::muted,
                            aside);
        draw_columns(screen, day, inside);
        draw_folded_groups(screen, day, ui, inside);
    }
    pen.skip(16);
}

}  // namespace rekindle::app
