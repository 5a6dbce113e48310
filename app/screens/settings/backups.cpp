#include <fmt/format.h>

#include "app/screens/settings/parts.hpp"
#include "app/screens/shell/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/words/backup_words.hpp"

namespace rekindle::app {
namespace {

void draw_state(const Screen& screen, const ShownBackups& backups, const AskingPen& pen) {
    if (!backups.problem.empty()) {
        draw_wrapped(pen, Type::secondary, Colour::notice, backups.problem);
        return;
    }
    if (!backups.state) {
        draw_wrapped(pen, Type::secondary, Colour::muted, "Reading …");
        return;
    }
    const std::string words = difference_words(backups.difference);
    draw_wrapped(pen, Type::secondary, Colour::ink,
                 words.empty() ? "It is the same as the journal is now." : words);
    pen.skip(6);
    if (words.empty()) return;
    const ButtonSpec restore{
        .name = "settings.backups.restore", .label = "Bring it back", .enabled = screen.complete};
    if (button(pen.canvas, pen.column.x, pen.column.y, restore)) pen.out.add(RestoreBackup{});
    pen.skip(button_height + 4);
    draw_wrapped(pen, Type::label, Colour::muted, "Undo takes that back in one step.");
}

// What was written is saved all the same; only the state before it is missing.
void draw_backup_problem(const FileNotices& notices, const Pen& pen) {
    if (notices.backup_problem.empty()) return;
    draw_notice_heading(pen, "The state before your last changes could not be kept");
    draw_wrapped(pen, Type::secondary, Colour::ink,
                 "Your changes are saved. " + notices.backup_problem);
    pen.skip(10);
}

void draw_found(const Screen& screen, const ShownBackups& backups, const AskingPen& pen) {
    if (backups.found.empty() && backups.problem.empty())
        draw_wrapped(pen, Type::secondary, Colour::muted,
                     "None yet. The first is kept when you next change something.");
    if (backups.found.empty() && !backups.problem.empty())
        draw_wrapped(pen, Type::secondary, Colour::notice, backups.problem);
    for (const BackupSummary& summary : backups.found) {
        const int number = summary.backup.number;
        const std::string name = fmt::format("settings.backups.{}", number);
        const std::string label = backup_words(summary, screen.now.date);
        const bool shown = backups.shown == number;
        if (link_row(pen, name, label, shown ? "open" : "closed")) pen.out.add(ReadBackup{number});
        if (!shown) continue;
        Column inside{pen.column.x + pen.px(14), pen.column.y, pen.column.width - pen.px(14)};
        draw_state(screen, backups, pen.in(inside));
        pen.column.y = inside.y + pen.px(10);
    }
}

}  // namespace

void draw_backups(const Screen& screen, const AskingPen& pen) {
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_wrapped(inside, Type::heading, Colour::ink, "Earlier states");
        inside.skip(4);
        draw_wrapped(inside, Type::secondary, Colour::muted,
                     "Before the first change of a day the journal is kept as it was: two weeks of "
                     "days, then one state a week for a year. They are kept in the journal’s "
                     "folder and are as private as the journal itself.");
        inside.skip(8);
        draw_backup_problem(screen.notices, inside);
        const bool looking = screen.backups.step == ShownBackups::Step::looking;
        const bool listed = screen.backups.step == ShownBackups::Step::listed;
        const ButtonSpec look{.name = "settings.backups",
                              .label = listed ? "Hide them" : "Show them",
                              .enabled = !looking,
                              .state = listed ? "open" : "closed"};
        if (button(pen.canvas, inside.column.x, inside.column.y, look)) pen.out.add(ListBackups{});
        inside.skip(button_height + 6);
        if (listed) draw_found(screen, screen.backups, inside);
    }
    pen.skip(16);
}

}  // namespace rekindle::app
