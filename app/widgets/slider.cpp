#include "app/widgets/slider.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "app/widgets/text.hpp"
#include "app/widgets/tooltip.hpp"

namespace rekindle::app {
namespace {

constexpr float value_room = 48;  // right of the track, for the number
constexpr int lowest = 0;
constexpr int highest = 10;

struct SliderLayout {
    Rect row;    // the whole row without the words under the track
    Rect track;  // its left end is 0 and its right end 10
    Rect hit;    // where the mouse takes hold: the track and half a thumb around it
};

SliderLayout lay_out(const Canvas& canvas, const Rect& whole, const SliderSpec& spec) {
    const float height = canvas.px(28);
    const float left = whole.x + canvas.px(spec.label_width);
    const float right = std::max(left + canvas.px(40), whole.right() - canvas.px(value_room));
    const float thick = canvas.px(6);
    const Rect track{left, whole.y + std::round((height - thick) / 2), right - left, thick};
    const float around = canvas.px(11);
    return {
        {whole.x, whole.y, whole.w, height},
        track,
        {track.x - around, whole.y - canvas.px(2), track.w + 2 * around, height + canvas.px(4)}};
}

int value_at(const Rect& track, float x) {
    const float share = (x - track.x) / track.w;
    return std::clamp(static_cast<int>(std::lround(share * highest)), lowest, highest);
}

bool has_words_below(const SliderSpec& spec) {
    return spec.words_shown && !(spec.low.empty() && spec.high.empty());
}

std::string state_of(std::optional<int> value) {
    return value ? "value=" + std::to_string(*value) : "value=none";
}

void draw_track(Canvas& canvas, const SliderLayout& at, const SliderSpec& spec,
                std::optional<int> value, bool hovered) {
    const float rounding = at.track.h / 2;
    canvas.list()->AddRectFilled(at.track.min(), at.track.max(), canvas.colour(Colour::sunken),
                                 rounding);
    // Without its edge a sunken track is hardly seen on a dark card.
    canvas.list()->AddRect(at.track.min(), at.track.max(), canvas.colour(Colour::line), rounding, 0,
                           std::max(1.0f, canvas.scale));
    const float share = value ? static_cast<float>(*value) / highest : 0.5f;
    const ImVec2 thumb{at.track.x + at.track.w * share, at.track.centre().y};
    const ImU32 colour = canvas.colour(spec.enabled ? spec.colour : Colour::faint);
    const float radius = 10 * canvas.scale;
    const float thick = 2.6f * canvas.scale;
    if (value) {
        canvas.list()->AddRectFilled(at.track.min(), {thumb.x, at.track.bottom()}, colour,
                                     rounding);
        canvas.list()->AddCircleFilled(thumb, radius, canvas.colour(Colour::thumb), 32);
        canvas.list()->AddCircle(thumb, radius, colour, 32, thick);
        return;
    }
    // Hollow: the track shows through it, so that it says "not answered" without its colour too.
    canvas.list()->AddCircleFilled(thumb, radius, canvas.colour(Colour::surface), 32);
    canvas.list()->AddCircleFilled({thumb.x, thumb.y}, radius - thick,
                                   canvas.colour(Colour::surface), 32);
    canvas.list()->AddCircle(thumb, radius, canvas.colour(hovered ? spec.colour : Colour::faint),
                             32, std::max(1.0f, 1.4f * canvas.scale));
}

void draw_words(Canvas& canvas, const SliderLayout& at, const SliderSpec& spec) {
    const float y = at.row.bottom() + canvas.px(2);
    const float wanted = text_width(canvas, Type::label, spec.low) + canvas.px(12) +
                         text_width(canvas, Type::label, spec.high);
    // Under a short track the words use the room below the value, then that below the label.
    const float right = wanted <= at.track.w ? at.track.right() : at.row.right();
    const float left = at.track.x + wanted <= right ? at.track.x : at.row.x;
    draw_text(canvas, left, y, Type::label, Colour::faint, spec.low);
    draw_text_right(canvas, right, y, Type::label, Colour::faint, spec.high);
}

std::optional<SliderChange> change_by_mouse(const Interaction& seen, const SliderLayout& at,
                                            std::optional<int> value) {
    if (seen.right_clicked && value) return SliderChange{std::nullopt};
    if (!seen.held && !seen.pressed) return std::nullopt;
    if (!ImGui::IsMousePosValid()) return std::nullopt;
    const int wanted = value_at(at.track, ImGui::GetIO().MousePos.x);
    if (wanted == value) return std::nullopt;
    return SliderChange{wanted};
}

// Arrows step by one from where the value is; the first one on an empty slider answers the middle,
// since nobody can step from nowhere.
std::optional<SliderChange> change_by_keys(Canvas& canvas, std::string_view name,
                                           std::optional<int> value) {
    std::optional<SliderChange> change;
    const auto step = [&](int by) {
        const auto from = change ? change->value : value;
        change = SliderChange{from ? std::clamp(*from + by, lowest, highest) : highest / 2};
    };
    while (canvas.input.take(Key::right) || canvas.input.take(Key::up)) step(+1);
    while (canvas.input.take(Key::left) || canvas.input.take(Key::down)) step(-1);
    if (canvas.input.take(Key::home)) change = SliderChange{lowest};
    if (canvas.input.take(Key::end)) change = SliderChange{highest};
    const std::optional<int> before = change ? change->value : value;
    if (const auto number = canvas.input.take_number(name, before, highest, canvas.seconds))
        change = SliderChange{number};
    if (canvas.input.take(Key::del) || canvas.input.take(Key::backspace))
        change = SliderChange{std::nullopt};
    if (change && change->value == value) return std::nullopt;
    return change;
}

}  // namespace

float slider_height(const Canvas& canvas, const SliderSpec& spec) {
    return canvas.px(has_words_below(spec) ? 52 : 28);
}

std::optional<SliderChange> slider(const Pen& pen, const SliderSpec& spec,
                                   std::optional<int> value) {
    const SliderLayout at =
        lay_out(pen.canvas, pen.column.take(slider_height(pen.canvas, spec)), spec);
    Interaction seen;
    if (spec.enabled)
        seen = interact(pen.canvas, {.name = spec.name,
                                     .hit = at.hit,
                                     .state = state_of(value),
                                     .reported = at.track,
                                     .takes_keys = false});
    std::optional<SliderChange> change = change_by_mouse(seen, at, value);
    if (!change && seen.focused) change = change_by_keys(pen.canvas, spec.name, value);
    const std::optional<int> shown = change ? change->value : value;

    const auto middle = [&](Type type) {
        return at.row.y + (at.row.h - pen.canvas.fonts[type]->FontSize) / 2;
    };
    draw_text_cut(pen.canvas, {at.row.x, middle(spec.label_type)},
                  at.track.x - at.row.x - pen.px(12), spec.label_type, Colour::ink, spec.label);
    draw_track(pen.canvas, at, spec, shown, seen.hovered);
    if (shown)
        draw_text_right(pen.canvas, at.row.right(), middle(Type::strong), Type::strong, Colour::ink,
                        std::to_string(*shown));
    if (has_words_below(spec)) draw_words(pen.canvas, at, spec);
    if (!spec.words_shown && seen.hovered)
        tooltip(pen.canvas, fmt::format("0 {} · 10 {}", spec.low, spec.high));
    return change;
}

}  // namespace rekindle::app
