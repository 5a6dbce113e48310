// How what is written in the window stands to the disk: when it is to be saved next, and what the
// rail says of it. Knows no journal and no disk; whoever has them tells it what happens.
#pragma once

#include <optional>
#include <string>

#include "app/ask/screen.hpp"

namespace rekindle::app {

class Saving {
  public:
    enum class State {
        clean,    // there is nothing to save
        due,      // there is, at `deadline`
        saving,   // the disk was asked to and has not answered
        refused,  // it could not: it is tried again at `deadline`, or when somebody asks for it
    };

    State state() const { return state_; }
    // When to save next, in seconds; none while nothing is due or a save is under way.
    std::optional<double> deadline() const;
    SaveState shown() const;  // for people

    // The journal was changed, and now differs from what is on disk, or does not.
    void changed(bool differs, double now);
    // The disk was asked to save all of it.
    void begin();
    // It did, or could not.
    void end(TimeOfDay at);
    void refuse(std::string problem, double now);
    // All of it is on disk by another way.
    void found_saved(TimeOfDay at);

  private:
    State state_ = State::clean;
    std::optional<double> due_;           // of what was changed since the last save began
    std::optional<double> first_change_;  // of those
    std::optional<TimeOfDay> saved_at_;   // none: not by this window
    std::optional<std::string> problem_;  // of the last save; while it is tried again, too
};

}  // namespace rekindle::app
