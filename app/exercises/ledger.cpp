#include "app/exercises/ledger.hpp"

#include <fmt/format.h>

#include "app/widgets/button.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {

bool draw_begin(const Ledger& ledger, const LedgerWords& words, const std::string& field) {
    const AskingPen& pen = ledger.pen;
    const bool pressed =
        button(pen.canvas, pen.column.x, pen.column.y - pen.px(2),
               {.name = ledger.base, .label = words.begin, .style = ButtonStyle::link});
    if (pressed) {
        ledger.ui.open.insert(ledger.id + " new");
        pen.canvas.controls.focus(field, pen.canvas.controls.shows_ring());
    }
    pen.skip(32);
    return pressed;
}

bool draw_draft(const Ledger& ledger, const LedgerWords& words, const std::string& field,
                std::string& text, const std::function<bool(bool)>& choose) {
    const AskingPen& pen = ledger.pen;
    pen.skip(4);
    const auto typed =
        text_field(pen, {.name = field, .hint = words.hint, .single_line = true}, text);
    if (typed.changed) text = *typed.changed;
    pen.skip(8);
    const bool enough = choose(typed.confirmed);
    pen.skip(4);
    const std::string add_name = ledger.base + ".add";
    const ButtonSpec add{
        .name = add_name, .label = words.add, .style = ButtonStyle::primary, .enabled = enough};
    const ButtonSpec leave{
        .name = ledger.base, .label = "Leave it", .style = ButtonStyle::link, .state = "open"};
    const bool added =
        button(pen.canvas, pen.column.x, pen.column.y, add) || (typed.confirmed && enough);
    const bool left = button(pen.canvas, pen.column.x + button_width(pen.canvas, add) + pen.px(16),
                             pen.column.y, leave);
    pen.skip(button_height);
    // What was begun and left is there again when it is taken up.
    if (added || left) ledger.ui.open.erase(ledger.id + " new");
    if (added) pen.canvas.controls.focus(ledger.base, pen.canvas.controls.shows_ring());
    return added;
}

bool draw_fold(const Ledger& ledger, const LedgerWords& words, int count) {
    const AskingPen& pen = ledger.pen;
    const std::string key = fmt::format("{} {}", ledger.id, words.folded);
    const bool shown = ledger.ui.open.contains(key);
    const std::string name = ledger.base + ".over";
    const std::string label =
        shown ? std::string(words.fold) : fmt::format("{} ({})", words.over, count);
    if (button(pen.canvas, pen.column.x, pen.column.y,
               {.name = name,
                .label = label,
                .style = ButtonStyle::link,
                .state = shown ? "open" : "closed"}) &&
        !ledger.ui.open.insert(key).second)
        ledger.ui.open.erase(key);
    pen.skip(button_height);
    return shown;
}

}  // namespace rekindle::app
