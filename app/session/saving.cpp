#include "app/session/saving.hpp"

#include <algorithm>
#include <utility>

namespace rekindle::app {
namespace {

constexpr double after_last_edit = 0.7;  // seconds
constexpr double after_first_edit = 4.0;
constexpr double try_again_after = 10.0;

}  // namespace

std::optional<double> Saving::deadline() const {
    return state_ == State::saving ? std::nullopt : due_;
}

SaveState Saving::shown() const {
    using Kind = SaveState::Kind;
    const TimeOfDay at = saved_at_.value_or(TimeOfDay{});
    if (problem_) return {Kind::refused, at, *problem_};
    if (state_ != State::clean) return {Kind::unsaved, at, {}};
    return {saved_at_ ? Kind::saved : Kind::nothing_yet, at, {}};
}

void Saving::changed(bool differs, double now) {
    if (!differs) {  // an undo can lead back to what is on disk
        due_.reset();
        first_change_.reset();
        if (state_ == State::due) state_ = State::clean;
        return;
    }
    if (!first_change_) first_change_ = now;
    // Soon after the last key, but not put off for ever by somebody who goes on typing.
    due_ = std::min(now + after_last_edit, *first_change_ + after_first_edit);
    if (state_ == State::clean) state_ = State::due;
}

void Saving::begin() {
    state_ = State::saving;
    due_.reset();
    first_change_.reset();
}

void Saving::end(TimeOfDay at) {
    state_ = State::clean;
    saved_at_ = at;
    problem_.reset();
}

void Saving::refuse(std::string problem, double now) {
    state_ = State::refused;
    problem_ = std::move(problem);
    due_ = now + try_again_after;
}

void Saving::found_saved(TimeOfDay at) {
    if (state_ != State::saving) state_ = State::clean;
    saved_at_ = at;
    problem_.reset();
}

}  // namespace rekindle::app
