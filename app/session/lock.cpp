// What Settings asks to be done to the lock, handed on to whoever owns the session.
#include "app/session/session.hpp"

namespace rekindle::app {

void Session::wish(LockWish what) {
    if (!lock_wish_ || lock_wish_->index() <= what.index()) lock_wish_ = std::move(what);
}

void Session::change_lock(const ChangeLock& change) {
    LockUi& lock = ui.settings.lock;
    if (!change.request || lock.busy || !target_) return;
    lock.busy = true;
    wish(change);
}

// Whoever owns the session does it.
void Session::take_in_other(const std::string& file) {
    for (OtherFile& other : ui.settings.lock.others) {
        if (other.file != file || other.is_folder || other.step != OtherFile::Step::offered)
            continue;
        other.step = OtherFile::Step::taking;
        other.problem.clear();
    }
}

}  // namespace rekindle::app
