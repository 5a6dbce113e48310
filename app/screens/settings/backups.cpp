#include <fmt/format.h>

#include "app/screens/settings/parts.hpp"
#include "app/screens/shell/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"
#include "app/words/backup_words.hpp"

namespace rekindle::app {
namespace {

void draw_state(const Screen& screen, const BackupsUi& backups, Canvas& canvas, Column& column,
                Actions& out) {
    if (!backups.problem.empty()) {
        draw_wrapped(canvas, column, Type::secondary, Colour::notice, backups.problem);
        return;
    }
    if (!backups.state) {
        draw_wrapped(canvas, column, Type::secondary, Colour::muted, "Reading …");
        return;
    }
    const std::string words = difference_words(backups.difference);
    draw_wrapped(canvas, column, Type::secondary, Colour::ink,
                 words.empty() ? "It is the same as the journal is now." : words);
    column.skip(canvas.px(6));
    if (words.empty()) return;
    const ButtonSpec restore{
        .name = "settings.backups.restore", .label = "Bring it back", .enabled = screen.complete};
    if (button(canvas, column.x, column.y, restore)) out.add(RestoreBackup{});
    column.skip(canvas.px(button_height + 4));
    draw_wrapped(canvas, column, Type::label, Colour::muted, "Undo takes that back in one step.");
}

// What was written is saved all the same; only the state before it is missing.
void draw_backup_problem(const CareUi& care, Canvas& canvas, Column& column) {
    if (care.backup_problem.empty()) return;
    draw_notice_heading(canvas, column, "The state before your last changes could not be kept");
    draw_wrapped(canvas, column, Type::secondary, Colour::ink,
                 "Your changes are saved. " + care.backup_problem);
    column.skip(canvas.px(10));
}

void draw_found(const Screen& screen, const BackupsUi& backups, Canvas& canvas, Column& column,
                Actions& out) {
    if (backups.found.empty() && backups.problem.empty())
        draw_wrapped(canvas, column, Type::secondary, Colour::muted,
                     "None yet. The first is kept when you next change something.");
    if (backups.found.empty() && !backups.problem.empty())
        draw_wrapped(canvas, column, Type::secondary, Colour::notice, backups.problem);
    for (const BackupSummary& summary : backups.found) {
        const int number = summary.backup.number;
        const std::string name = fmt::format("settings.backups.{}", number);
        const std::string label = backup_words(summary, screen.now.date);
        const bool shown = backups.shown == number;
        if (link_row(canvas, column, name, label, shown ? "open" : "closed"))
            out.add(ReadBackup{number});
        if (!shown) continue;
        Column inside{column.x + canvas.px(14), column.y, column.width - canvas.px(14)};
        draw_state(screen, backups, canvas, inside, out);
        column.y = inside.y + canvas.px(10);
    }
}

}  // namespace

void draw_backups(const Screen& screen, Canvas& canvas, Column& column, Actions& out) {
    {
        CardGround card{canvas, column};
        Column& inside = card.inside;
        draw_wrapped(canvas, inside, Type::heading, Colour::ink, "Earlier states");
        inside.skip(canvas.px(4));
        draw_wrapped(canvas, inside, Type::secondary, Colour::muted,
                     "Before the first change of a day the journal is kept as it was: two weeks of "
                     "days, then one state a week for a year. They are kept in the journal’s "
                     "folder and are as private as the journal itself.");
        inside.skip(canvas.px(8));
        draw_backup_problem(screen.care, canvas, inside);
        const bool looking = screen.backups.step == BackupsUi::Step::looking;
        const bool listed = screen.backups.step == BackupsUi::Step::listed;
        const ButtonSpec look{.name = "settings.backups",
                              .label = listed ? "Hide them" : "Show them",
                              .enabled = !looking,
                              .state = listed ? "open" : "closed"};
        if (button(canvas, inside.x, inside.y, look)) out.add(ListBackups{});
        inside.skip(canvas.px(button_height + 6));
        if (listed) draw_found(screen, screen.backups, canvas, inside, out);
    }
    column.skip(canvas.px(16));
}

}  // namespace rekindle::app
