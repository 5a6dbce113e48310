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

void draw_notices(const LetterContext& context, const std::string& field, const std::string& text,
                  ExerciseUi& ui, const Pen& pen) {
    const auto& phrases = context.card.screen.content.phrases;
    const auto& found = found_in(text, field, phrases, ui);
    if (found.empty()) return;
    pen.skip(6);
    const float top = pen.column.y;
    const float inset = pen.px(side_line_inset);
    Column words{pen.column.x + inset, pen.column.y, pen.column.width - inset};
    for (std::size_t i = 0; i < std::min(found.size(), most_notices); ++i) {
        if (found[i].phrase >= phrases.size()) continue;
        if (i > 0) words.skip(pen.px(4));
        draw_wrapped(pen.in(words), Type::secondary, Colour::muted,
                     fmt::format("“{}” · {}", found[i].words, phrases[found[i].phrase].why));
    }
    pen.column.y = words.y;
    draw_side_line(pen.canvas, pen.column.x, top, pen.column.y, Colour::accent);
}

}  // namespace rekindle::app
