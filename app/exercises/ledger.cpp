#include "app/exercises/ledger.hpp"

#include <fmt/format.h>

#include "app/widgets/button.hpp"
#include "app/widgets/text_field.hpp"

namespace rekindle::app {

bool draw_begin(const Ledger& ledger, const LedgerWords& words, const std::string& field) {
    Canvas& canvas = ledger.canvas;
    Column& column = ledger.column;
    const bool pressed =
        button(canvas, column.x, column.y - canvas.px(2),
               {.name = ledger.base, .label = words.begin, .style = ButtonStyle::link});
    if (pressed) {
        ledger.ui.open.insert(ledger.id + " new");
        canvas.controls.focus(field, canvas.controls.shows_ring());
    }
    column.skip(canvas.px(32));
    return pressed;
}

bool draw_draft(const Ledger& ledger, const LedgerWords& words, const std::string& field,
                std::string& text, const std::function<bool(bool)>& choose) {
    Canvas& canvas = ledger.canvas;
    Column& column = ledger.column;
    column.skip(canvas.px(4));
    const auto typed =
        text_field(canvas, column, {.name = field, .hint = words.hint, .single_line = true}, text);
    if (typed.changed) text = *typed.changed;
    column.skip(canvas.px(8));
    const bool enough = choose(typed.confirmed);
    column.skip(canvas.px(4));
    const std::string add_name = ledger.base + ".add";
    const ButtonSpec add{
        .name = add_name, .label = words.add, .style = ButtonStyle::primary, .enabled = enough};
    const ButtonSpec leave{
        .name = ledger.base, .label = "Leave it", .style = ButtonStyle::link, .state = "open"};
    const bool added = button(canvas, column.x, column.y, add) || (typed.confirmed && enough);
    const bool left =
        button(canvas, column.x + button_width(canvas, add) + canvas.px(16), column.y, leave);
    column.skip(canvas.px(button_height));
    // What was begun and left is there again when it is taken up.
    if (added || left) ledger.ui.open.erase(ledger.id + " new");
    if (added) canvas.controls.focus(ledger.base, canvas.controls.shows_ring());
    return added;
}

bool draw_fold(const Ledger& ledger, const LedgerWords& words, int count) {
    Canvas& canvas = ledger.canvas;
    Column& column = ledger.column;
    const std::string key = fmt::format("{} {}", ledger.id, words.folded);
    const bool shown = ledger.ui.open.contains(key);
    const std::string name = ledger.base + ".over";
    const std::string label =
        shown ? std::string(words.fold) : fmt::format("{} ({})", words.over, count);
    if (button(canvas, column.x, column.y,
               {.name = name,
                .label = label,
                .style = ButtonStyle::link,
                .state = shown ? "open" : "closed"}) &&
        !ledger.ui.open.insert(key).second)
        ledger.ui.open.erase(key);
    column.skip(canvas.px(button_height));
    return shown;
}

}  // namespace rekindle::app
