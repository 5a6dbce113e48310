// Earlier states of the journal: found and read by the writer's thread, brought back here as one
// step like any other, which can be undone and is saved like any other.
#include <algorithm>
#include <set>

#include "app/session/session.hpp"
#include "workbook/store/difference.hpp"

namespace rekindle::app {
void Session::list_backups() {
    BackupsUi& backups = ui.settings.backups;
    if (backups.step == BackupsUi::Step::listed) {  // folded again
        backups = {};
        return;
    }
    if (!target_) return;
    backups = {};
    backups.step = BackupsUi::Step::looking;
    target_->ask(FindBackups{});
}

void Session::take_in(const BackupsFound& found) {
    BackupsUi& backups = ui.settings.backups;
    if (backups.step != BackupsUi::Step::looking) return;
    backups.step = BackupsUi::Step::listed;
    if (found.result)
        backups.found = *found.result;
    else
        backups.problem = to_sentence(found.result.error());
}

void Session::read_backup(int number) {
    BackupsUi& backups = ui.settings.backups;
    const bool folded = backups.shown == number;
    backups.shown = folded ? 0 : number;
    backups.state.reset();
    backups.problem.clear();
    if (folded || !target_) return;
    const auto found =
        std::find_if(backups.found.begin(), backups.found.end(),
                     [&](const auto& summary) { return summary.backup.number == number; });
    if (found != backups.found.end()) target_->ask(OpenBackup{found->backup});
}

void Session::take_in(const BackupOpened& read) {
    BackupsUi& backups = ui.settings.backups;
    if (backups.shown != read.backup.number) return;
    if (!read.result) {
        backups.problem = to_sentence(read.result.error());
        return;
    }
    if (!read.result->read_only.empty()) {
        backups.problem = to_sentence(read.result->read_only.begin()->second);
        return;
    }
    backups.state = std::make_shared<const Journal>(read.result->journal);
    backups.difference = difference(journal(), *backups.state);
}

// What cannot be read now is not written over: those parts stay as they are.
void Session::restore_backup() {
    BackupsUi& backups = ui.settings.backups;
    if (!backups.state || !months_to_read_.empty()) return;
    std::set<Part> stay;
    for (const auto& [part, error] : read_only_) stay.insert(part);
    Journal next = with_all_parts(journal(), *backups.state, stay);
    apply_alone(std::move(next), "an earlier state");
    backups = {};
    journal_changed();
    begin_save();
}

}  // namespace rekindle::app
