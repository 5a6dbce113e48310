// The session's side of what is not as it was left in a locked journal: it is shown, and not
// written over until somebody says that it is right so.
#include <algorithm>

#include "app/session/session.hpp"

namespace rekindle::app {

// What was told of the part before is told anew, or no more.
void Session::take_in_distrust(const Part& part, const Opened& read) {
    std::erase_if(distrust_, [&](const Distrust& each) { return each.part == part; });
    distrust_.insert(distrust_.end(), read.distrust.begin(), read.distrust.end());
}

void Session::accept(const std::vector<Distrust>& told) {
    if (target_ && !told.empty()) target_->ask(AcceptDistrust{told});
}

// The parts are read anew by whoever did it. What was typed into them meanwhile is saved then.
void Session::take_in(const DistrustAccepted& accepted) {
    notices_.accept_problem =
        accepted.result ? std::string{} : to_sentence(accepted.result.error());
    if (!accepted.result) return note_lock(accepted.result.error());
    for (const Distrust& each : accepted.told) {
        std::erase(distrust_, each);
        if (each.part) read_only_.erase(*each.part);
        if (each.kind == DistrustKind::other_key)
            std::erase_if(read_only_, [](const auto& part) {
                return part.second.code == ErrorCode::distrusted;
            });
    }
    // Another key makes no file right that is told for itself.
    for (const Distrust& each : distrust_)
        if (each.part && is_read_only(each.kind)) read_only_.emplace(*each.part, each.words);
    note_unsaved();
}

}  // namespace rekindle::app
