#include "app/screens/settings/parts.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/columns.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float label_width = 132;
constexpr float width_for_beside = 380;

void draw_journal_place(const Screen& screen, Canvas& canvas, Column& column) {
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink, "Your journal");
        inside.skip(canvas.px(4));
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted, "It is kept in");
        draw_wrapped(canvas, inside, Type::secondary, Colour::ink, screen.folder);
        inside.skip(canvas.px(8));
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted,
                     "To keep a copy, copy this folder to a place that is yours alone, such as a "
                     "USB stick in a drawer, or run “rekindle backup”, which makes one file of it. "
                     "“rekindle restore” brings it back; “rekindle export” writes everything as "
                     "one table.");
    }
    column.skip(canvas.px(16));
}

void draw_hide_words(Canvas& canvas, Column& column) {
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink, "When someone comes in");
        inside.skip(canvas.px(4));
        draw_wrapped(
            canvas, inside, Type::secondary, Colour::muted,
            "Press Shift three times, alone and within two seconds, or Hide in the corner: "
            "a blank page of notes stands here, all is saved, and the window goes down to "
            "the task bar, where it is only called Notes.\n\nTo come back, open it and "
            "press Shift three times again, or click on “Page 1” at the bottom right. "
            "Other keys do nothing there. It hides and does not lock; where a passphrase is set, "
            "Ctrl L locks.");
    }
    column.skip(canvas.px(16));
}

}  // namespace

bool draw_profile_open(const Screen& screen, Canvas& canvas, Column& column) {
    const Error* why = screen.why_read_only({PartKind::profile, {}, {}});
    if (!why) return true;
    draw_wrapped(canvas, column, Type::secondary, Colour::notice,
                 "This can only be read for now: " + why->message);
    column.skip(canvas.px(8));
    return false;
}

Column begin_setting(Canvas& canvas, Column& column, std::string_view label) {
    const bool beside = column.width >= canvas.px(width_for_beside);
    const float room = canvas.px(label_width);
    Column words{column.x, column.y + (beside ? canvas.px(6) : 0), beside ? room : column.width};
    draw_wrapped(canvas, words, Type::secondary, Colour::muted, label);
    if (beside) return {column.x + room, column.y, column.width - room};
    return {column.x, words.y + canvas.px(4), column.width};
}

void end_setting(const Canvas& canvas, Column& column, const Column& control) {
    column.y = std::max(control.y, column.y + canvas.px(32)) + canvas.px(8);
}

void draw_settings(const Screen& screen, SettingsUi& ui, Canvas& canvas, Column& column,
                   Actions& out) {
    draw_title(canvas, column, "Settings", "Everything here can be changed at any time.");
    draw_new_code(screen, ui.lock, canvas, column);
    draw_copies(screen, canvas, column, out);
    draw_beside(
        canvas, column,
        [&](Column& main) {
            draw_people(screen, "settings", canvas, main, out);
            draw_own_scales(screen, ui, canvas, main, out);
            draw_lock(screen, ui, canvas, main, out);
            draw_backups(screen, canvas, main, out);
        },
        [&](Column& side) {
            draw_look(screen, canvas, side, out);
            draw_days(screen, canvas, side, out);
            draw_hide_words(canvas, side);
            draw_journal_place(screen, canvas, side);
        });
}

}  // namespace rekindle::app
