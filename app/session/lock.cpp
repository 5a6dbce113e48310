// What Settings asks to be done to the lock, handed on to whoever owns the session.
#include "app/session/session.hpp"

namespace rekindle::app {

void Session::change_lock() {
    LockUi& lock = ui.settings.lock;
    if (!lock.form || lock.busy || !target_) return;
    using Kind = LockRequest::Kind;
    const bool has_new =
        *lock.form == Kind::set || *lock.form == Kind::change || *lock.form == Kind::add_passphrase;
    if (has_new && !lock.next.text.same_as(lock.again.text)) {
        return lock.refuse("The two are not the same.", LockUi::About::again);
    }
    lock.problem.clear();
    lock.busy = true;
    lock_request_ = LockRequest{*lock.form,
                                Secret(lock.current.text.view()),
                                Secret(lock.next.text.view()),
                                lock.recovery,
                                lock.new_key,
                                lock.way};
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

std::optional<LockRequest> Session::take_lock_request() {
    std::optional<LockRequest> taken = std::move(lock_request_);
    lock_request_.reset();
    return taken;
}

}  // namespace rekindle::app
