#include <fmt/format.h>

#include <algorithm>

#include "app/exercises/letter_parts.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

// More at once would be a reproach.
constexpr std::size_t most_notices = 3;

// What was found, worked out anew only when the text is another.
const std::vector<FoundPhrase>& found_in(const std::string& text, const std::string& field,
                                         const std::vector<Phrase>& phrases, ExerciseUi& ui) {
    NoticedText& noticed = ui.noticed[field];
    if (noticed.of != text) noticed = {text, find_phrases(text, phrases)};
    return noticed.found;
}

}  // namespace

void draw_side_line(Canvas& canvas, float x, float top, float bottom, Colour colour) {
    const float thick = canvas.px(3);
    canvas.list()->AddRectFilled({x, top}, {x + thick, bottom}, canvas.colour(colour), thick / 2);
}

void draw_notices(const LetterContext& place, const std::string& field, const std::string& text,
                  ExerciseUi& ui, Canvas& canvas, Column& column) {
    const auto& phrases = place.card.screen.content.phrases;
    const auto& found = found_in(text, field, phrases, ui);
    if (found.empty()) return;
    column.skip(canvas.px(6));
    const float top = column.y;
    const float inset = canvas.px(side_line_inset);
    Column words{column.x + inset, column.y, column.width - inset};
    for (std::size_t i = 0; i < std::min(found.size(), most_notices); ++i) {
        if (found[i].phrase >= phrases.size()) continue;
        if (i > 0) words.skip(canvas.px(4));
        draw_wrapped(canvas, words, Type::secondary, Colour::muted,
                     fmt::format("“{}” · {}", found[i].words, phrases[found[i].phrase].why));
    }
    column.y = words.y;
    draw_side_line(canvas, column.x, top, column.y, Colour::accent);
}

}  // namespace rekindle::app
