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

}  // namespace rekindle::app
