#include "app/widgets/text_paste.hpp"

#include <fmt/format.h>

#include <utility>

#include "app/widgets/text.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {
namespace {

constexpr double time_to_read = 6;  // seconds

// How long a text may be, in letters: those outside of plain English take two bytes and more.
std::string length_words(std::size_t bytes) {
    if (bytes >= 1'000'000) return "about a million letters";
    return fmt::format("about {} letters", bytes);
}

// Why there is no text; nothing where that needs no words.
std::string_view reason(Pasted::Outcome outcome, Selection selection) {
    switch (outcome) {
        case Pasted::Outcome::no_answer:
            return "Nothing was pasted: the other program did not answer.";
        case Pasted::Outcome::too_long:
            return "Nothing was pasted: it is too long to be read.";
        case Pasted::Outcome::nothing:
            if (selection == Selection::clipboard)
                return "Nothing was pasted: there is no text on the clipboard.";
            break;
        case Pasted::Outcome::text:
            break;
    }
    return {};
}

bool is_of(const std::optional<FieldRemark>& remark, std::string_view field) {
    return remark && remark->field == field;
}

}  // namespace

void ask_to_paste(Canvas& canvas, std::string_view field, const FieldSelection& place,
                  Selection selection) {
    canvas.clipboard.ask(selection);
    canvas.fields.asked = PasteAsked{std::string(field), place, selection};
    canvas.draw_again();
}

std::optional<std::string> take_pasted(Canvas& canvas, std::string_view field,
                                       const FieldSelection& place) {
    auto& asked = canvas.fields.asked;
    if (!asked || asked->field != field || !canvas.input.pasted) return std::nullopt;
    const PasteAsked question = *std::exchange(asked, std::nullopt);
    Pasted pasted = *std::exchange(canvas.input.pasted, std::nullopt);
    if (pasted.outcome != Pasted::Outcome::text) {
        const auto words = reason(pasted.outcome, question.selection);
        if (!words.empty()) remark(canvas, field, std::string(words));
        return std::nullopt;
    }
    if (!(question.place == place)) {
        remark(canvas, field, "Nothing was pasted: it came too late. Paste once more.");
        return std::nullopt;
    }
    if (is_of(canvas.fields.remark, field)) canvas.fields.remark.reset();
    return std::move(pasted.text);
}

void remark(Canvas& canvas, std::string_view field, std::string words) {
    canvas.fields.remark = FieldRemark{std::string(field), std::move(words), canvas.seconds};
    canvas.draw_again();
}

void remark_no_room(Canvas& canvas, std::string_view field, std::size_t most_bytes) {
    remark(canvas, field,
           fmt::format("Nothing was pasted: it does not fit. This holds {}.",
                       length_words(most_bytes)));
}

void remark_full(Canvas& canvas, std::string_view field, std::size_t most_bytes) {
    remark(canvas, field,
           fmt::format("There is no room for more here: it holds {}.", length_words(most_bytes)));
}

void outlive_remark(Canvas& canvas, std::string_view field, bool focused) {
    auto& said = canvas.fields.remark;
    if (!is_of(said, field) || canvas.seconds - said->since < time_to_read) return;
    if (!focused || !canvas.input.events.empty()) said.reset();
}

void draw_remark(const Pen& pen, std::string_view field) {
    const auto& said = pen.canvas.fields.remark;
    if (!is_of(said, field)) return;
    pen.skip(4);
    const Rect rect{pen.column.x, pen.column.y, pen.column.width,
                    draw_wrapped(pen, Type::secondary, Colour::notice, said->words)};
    pen.canvas.controls.add({std::string(field) + ".notice", rect, "-", true, false});
    pen.skip(4);
}

}  // namespace rekindle::app
