// The session's side of saving. `base_` is what this window's journal was made from, part by part:
// what it is and what `base_` is differ exactly in what is not on disk yet.
#include <algorithm>

#include "app/home_path.hpp"
#include "app/session/session.hpp"

namespace rekindle::app {
namespace {

// True when a part holds nothing: what an absent file is read as.
bool is_empty_part(const Journal& journal, const Part& part) {
    switch (part.kind) {
        case PartKind::profile:
            return *journal.profile == Profile{};
        case PartKind::practices:
            return *journal.practices == Practices{};
        case PartKind::month: {
            const auto found = journal.months.find(part.month);
            return found == journal.months.end() || found->second->checkins.empty();
        }
        case PartKind::answers: {
            const auto found = journal.answers.find(part.workbook);
            return found == journal.answers.end() || found->second->cards.empty();
        }
    }
    return true;
}

}  // namespace

bool Session::is_saved() const { return changed_parts(base_, journal()).empty(); }

// One step that can be undone, and saved with the next edit or at the latest on leaving.
void Session::bring_back(const std::vector<Unsaved>& unsaved) {
    for (const Unsaved& change : unsaved) {
        ask_about(both_changed(change.base, change.ours, journal()));
        history_.apply(merge(change.base, change.ours, journal()), kept_before, {}, seconds_);
    }
    history_.close_step();
}

void Session::note_unsaved() {
    if (target_) saving_.changed(!is_saved(), seconds_);
}

// What is handed over to be saved, and what was kept elsewhere and is in it.
SaveJournal Session::all_unsaved() { return {base_, journal(), take_what_is_brought_in()}; }

void Session::begin_save() {
    if (!target_ || saving_.state() == Saving::State::saving || is_saved()) return;
    saving_.begin();
    target_->ask(all_unsaved());
}

void Session::focus_lost() { begin_save(); }

std::optional<double> Session::next_deadline() const { return saving_.deadline(); }

// In the order in which it happened: a file is told as a save or a repair before has left it.
void Session::take_in_news() {
    for (const StoreNews& news : target_->poll())
        std::visit([this](const auto& each) { take_in(each); }, news);
}

void Session::save_text(const SaveText& wanted) {
    TextCopyUi& copy = ui.exercises.copy;
    const auto path = expand_home(wanted.path);
    copy.path = path ? *path : wanted.path;
    copy.step = TextCopyUi::Step::writing;
    if (!path)
        take_in(TextWritten{copy.path, fail(path.error())});
    else if (target_)
        target_->ask(WriteText{copy.path, wanted.text});
    else
        take_in(TextWritten{copy.path, fail(ErrorCode::system, "Nothing is written from here.")});
}

void Session::take_in(const TextWritten& written) {
    TextCopyUi& copy = ui.exercises.copy;
    if (copy.step != TextCopyUi::Step::writing || copy.path != written.path) return;
    copy.step = written.result ? TextCopyUi::Step::written : TextCopyUi::Step::refused;
    if (!written.result) copy.problem = to_sentence(written.result.error());
}

// Nothing can be read or saved any more without asking for the passphrase, or without it.
void Session::note_lock(const Error& error) {
    if (error.code == ErrorCode::locked || error.code == ErrorCode::lock_gone) wish(ReadAgain{});
}

void Session::take_in(const SaveEnded& ended) {
    if (!ended.result) {
        note_lock(ended.result.error());
        return saving_.refuse(to_sentence(ended.result.error()), seconds_);
    }
    note_backup(ended);
    ask_about(ended.result->both);
    for (const Part& part : changed_parts(ended.base, ended.ours))
        if (!ended.result->refused.contains(part))
            take_in_saved_part(part, ended.ours, ended.result->journal);
    if (!ended.result->refused.empty())
        return saving_.refuse(to_string(ended.result->refused.begin()->second), seconds_);
    settle_kept(*ended.result);
    saving_.end(now_.time);
    note_unsaved();
    put_away_copies();
    settle_what_is_back();
}

// What the file holds can be more than was given to it. It is taken in where nothing was typed
// since; otherwise the next save, made from what was given, brings both together.
void Session::take_in_saved_part(const Part& part, const Journal& ours, const Journal& on_disk) {
    if (!same_part(journal(), ours, part)) {
        base_ = with_part(base_, ours, part);
        return;
    }
    base_ = with_part(base_, on_disk, part);
    if (same_part(journal(), on_disk, part)) return;
    history_.adopt(with_part(journal(), on_disk, part));
    look_again();
}

void Session::take_in(const PartRead& news) {
    const auto& [part, read] = news;
    const bool first = part.kind == PartKind::month && std::erase(months_to_read_, part.month) > 0;
    if (read) take_in_distrust(part, *read);
    const bool unread = !read || read->read_only.contains(part);
    if (unread && (!read || read->read_only.at(part).code != ErrorCode::distrusted)) {
        // What was read before stays on the screen.
        part_is_damaged(part, read ? read->read_only.at(part) : read.error());
        return;
    }
    const bool was_trusted = !first && !read_only_.contains(part);
    part_is_whole(part);
    // One that is not trusted was read in full: it is shown, and not written. What is on the screen
    // from before is the newer one.
    if (unread) read_only_[part] = read->read_only.at(part);
    if (unread && was_trusted) return;
    references_due_ = true;
    const bool edited = !same_part(journal(), base_, part);
    const bool vanished = is_empty_part(read->journal, part) && !is_empty_part(journal(), part);
    if (edited || vanished) {
        // Absence is never deletion: what is on the screen stays and is written with the next save.
        if (vanished) {
            base_ = with_part(base_, Journal{}, part);
            notices_.written_again.insert(part);
        }
        note_unsaved();
        return;
    }
    base_ = with_part(base_, read->journal, part);
    history_.adopt(with_part(journal(), read->journal, part));
    look_again();
}

Result<void> Session::close() {
    if (!target_) return {};
    // The save that is under way first, so that what it wrote is known as the base of the last one.
    (void)target_->save_and_wait({base_, base_});
    take_in_news();
    if (is_saved()) return {};
    auto saved = target_->save_and_wait(all_unsaved());
    if (!saved) {
        note_lock(saved.error());
        saving_.refuse(saved.error().message, seconds_);
        return fail(saved.error());
    }
    if (!saved->refused.empty()) {
        saving_.refuse(to_string(saved->refused.begin()->second), seconds_);
        return fail(saved->refused.begin()->second);
    }
    base_ = journal();
    return {};
}

}  // namespace rekindle::app
