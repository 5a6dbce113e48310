#include <fmt/format.h>

#include <algorithm>

#include "app/exercises/exercises.hpp"
#include "app/widgets/slider.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

bool rates(const Exercise* exercise, const Scale& scale) {
    if (!exercise || exercise->rates.empty()) return true;
    return std::find(exercise->rates.begin(), exercise->rates.end(), scale.id) !=
           exercise->rates.end();
}

// "First rated 2 · 3 · 4 on 3 October", for the scales that were rated again on a later day.
std::string first_rated(const CardContext& context, const Exercise* exercise) {
    std::string values;
    std::string apart;  // used instead when the first days differ
    std::optional<Date> day;
    bool same_day = true;
    for (const Scale& scale : context.card.scales) {
        if (!rates(exercise, scale)) continue;
        const auto [first, latest] =
            first_and_latest(context.answers, scale.id, context.screen.person);
        if (!first || first->date == latest->date) continue;
        same_day = same_day && (!day || *day == first->date);
        day = first->date;
        const std::string_view dot = values.empty() ? "" : " · ";
        values += fmt::format("{}{}", dot, first->value);
        apart += fmt::format("{}{} {} on {}", dot, scale.title, first->value,
                             to_short_words(first->date));
    }
    if (!day) return {};
    if (!same_day) return "First rated " + apart;
    return fmt::format("First rated {} on {} {}", values, day->day(), month_name(day->month()));
}

}  // namespace

void draw_scale(const CardContext& context, const Exercise* exercise, const AskingPen& pen) {
    draw_exercise_head(pen, exercise ? exercise->title : "How this step feels",
                       exercise ? exercise->prompt : "");
    float label_width = 0;
    for (const Scale& scale : context.card.scales)
        label_width = std::max(label_width, text_width(pen.canvas, Type::body, scale.title));
    label_width =
        std::min(label_width / pen.canvas.scale + 24, pen.column.width / pen.canvas.scale * 0.5f);
    for (const Scale& scale : context.card.scales) {
        if (!rates(exercise, scale)) continue;
        const Rated* latest =
            first_and_latest(context.answers, scale.id, context.screen.person).latest;
        const std::string name = context.name + ".scale." + scale.id;
        const auto change = slider(pen,
                                   {.name = name,
                                    .label = scale.title,
                                    .label_width = label_width,
                                    .low = scale.low,
                                    .high = scale.high,
                                    .words_shown = false,
                                    .enabled = context.writable},
                                   latest ? std::optional(latest->value) : std::nullopt);
        if (change)
            pen.out.add(RateCard{{context.workbook.id, context.card.id}, scale.id, change->value});
    }
    const std::string first = first_rated(context, exercise);
    if (first.empty()) return;
    pen.skip(4);
    draw_wrapped(pen, Type::secondary, Colour::muted, first);
}

}  // namespace rekindle::app
