#include "app/screens/settings/parts.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/columns.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr float label_width = 132;
constexpr float width_for_beside = 380;

void draw_journal_place(const Screen& screen, const Pen& pen) {
    {
        CardGround card{pen};
        const Pen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Your journal");
        inside.skip(4);
        draw_wrapped(inside, Type::secondary, Colour::muted, "It is kept in");
        draw_wrapped(inside, Type::secondary, Colour::ink, screen.folder);
        inside.skip(8);
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     "To keep a copy, copy this folder to a place that is yours alone, such as a "
                     "USB stick in a drawer, or run “rekindle backup”, which makes one file of it. "
                     "“rekindle restore” brings it back; “rekindle export” writes everything as "
                     "one table.");
    }
    pen.skip(16);
}

void draw_hide_words(const Pen& pen) {
    {
        CardGround card{pen};
        const Pen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "When someone comes in");
        inside.skip(4);
        draw_wrapped(
            inside, Type::secondary, Colour::muted,
            "Press Shift three times, alone and within two seconds, or Hide in the corner: "
            "a blank page of notes stands here, all is saved, and the window goes down to "
            "the task bar, where it is only called Notes.\n\nTo come back, open it and "
            "press Shift three times again, or click on “Page 1” at the bottom right. "
            "Other keys do nothing there. It hides and does not lock; where a passphrase is set, "
            "Ctrl L locks.");
    }
    pen.skip(16);
}

// They come in above all else, a moment after the page did: what somebody reads further down then
// stays where it is, above all what was just said of the lock.
void draw_copies_as_they_come(const Screen& screen, SettingsUi& ui, const AskingPen& pen) {
    const float top = pen.column.y;
    draw_copies(screen, pen);
    const float height = pen.column.y - top;
    const std::size_t count = screen.notices.copies.size();
    const bool reads_below = ImGui::GetScrollY() > 0 || !ui.lock.said.empty();
    if (ui.copies && *ui.copies < count && reads_below) {
        // Clamped by Dear ImGui, which knows in the next frame how much there is to scroll.
        ImGui::SetScrollY(ImGui::GetScrollY() + height - ui.copies_height);
        pen.canvas.draw_again();
    }
    ui.copies = count;
    ui.copies_height = height;
}

}  // namespace

bool draw_profile_open(const Screen& screen, const Pen& pen) {
    const Error* why = screen.why_read_only({PartKind::profile, {}, {}});
    if (!why) return true;
    draw_wrapped(pen, Type::secondary, Colour::notice,
                 "This can only be read for now: " + why->message);
    pen.skip(8);
    return false;
}

Column begin_setting(const Pen& pen, std::string_view label) {
    const bool beside = pen.column.width >= pen.px(width_for_beside);
    const float room = pen.px(label_width);
    Column words{pen.column.x, pen.column.y + (beside ? pen.px(6) : 0),
                 beside ? room : pen.column.width};
    draw_wrapped(pen.in(words), Type::secondary, Colour::muted, label);
    if (beside) return {pen.column.x + room, pen.column.y, pen.column.width - room};
    return {pen.column.x, words.y + pen.px(4), pen.column.width};
}

void end_setting(const Pen& pen, const Column& control) {
    pen.column.y = std::max(control.y, pen.column.y + pen.px(32)) + pen.px(8);
}

void draw_settings(const Screen& screen, SettingsUi& ui, const AskingPen& pen) {
    draw_title(pen, "Settings", "Everything here can be changed at any time.");
    draw_new_code(screen, ui.lock, pen);
    draw_copies_as_they_come(screen, ui, pen);
    draw_beside(
        pen,
        [&](const AskingPen& main) {
            draw_people(screen, "settings", main);
            draw_own_scales(screen, ui, main);
            draw_lock(screen, ui, main);
            draw_backups(screen, main);
        },
        [&](const AskingPen& side) {
            draw_look(screen, side);
            draw_days(screen, side);
            draw_hide_words(side);
            draw_journal_place(screen, side);
        });
}

}  // namespace rekindle::app
