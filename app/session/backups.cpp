// Earlier states of the journal: found and read by the writer's thread, brought back here as one
// step like any other, which can be undone and is saved like any other.
#include <algorithm>
#include <set>

#include "app/session/session.hpp"
#include "workbook/store/difference.hpp"

namespace rekindle::app {
void Session::list_backups() {
    if (backups_.step == ShownBackups::Step::listed) {  // folded again
        backups_ = {};
        return;
    }
    if (!target_) return;
    backups_ = {};
    backups_.step = ShownBackups::Step::looking;
    target_->ask(FindBackups{});
}

void Session::take_in(const BackupsFound& found) {
    if (backups_.step != ShownBackups::Step::looking) return;
    backups_.step = ShownBackups::Step::listed;
    if (found.result)
        backups_.found = *found.result;
    else
        backups_.problem = to_sentence(found.result.error());
}

void Session::read_backup(int number) {
    const bool folded = backups_.shown == number;
    backups_.shown = folded ? 0 : number;
    backups_.state.reset();
    backups_.problem.clear();
    if (folded || !target_) return;
    const auto found =
        std::find_if(backups_.found.begin(), backups_.found.end(),
                     [&](const auto& summary) { return summary.backup.number == number; });
    if (found != backups_.found.end()) target_->ask(OpenBackup{found->backup});
}

void Session::take_in(const BackupOpened& read) {
    if (backups_.shown != read.backup.number) return;
    if (!read.result) {
        backups_.problem = to_sentence(read.result.error());
        return;
    }
    if (!read.result->read_only.empty()) {
        backups_.problem = to_sentence(read.result->read_only.begin()->second);
        return;
    }
    backups_.state = std::make_shared<const Journal>(read.result->journal);
    backups_.difference = difference(journal(), *backups_.state);
}

// What cannot be read now is not written over: those parts stay as they are.
void Session::restore_backup() {
    if (!backups_.state || !months_to_read_.empty()) return;
    std::set<Part> stay;
    for (const auto& [part, error] : read_only_) stay.insert(part);
    Journal next = with_all_parts(journal(), *backups_.state, stay);
    apply_alone(std::move(next), "an earlier state");
    backups_ = {};
    journal_changed();
    begin_save();
}

}  // namespace rekindle::app
