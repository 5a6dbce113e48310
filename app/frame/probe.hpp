// Tells tests outside of the program where the controls are: one line for each that can be used,
// `NAME X Y W H STATE` in pixels of the window, in a file that is replaced when they change. Where
// REKINDLE_PROBE_FRAMES is set, also how far the window is, so that nobody who drives it has to
// wait for time to pass.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/frame/controls.hpp"
#include "workbook/base/result.hpp"
#include "workbook/store/kept_out.hpp"

namespace rekindle::app {

// The lines for the controls that can be seen, and one named `focus` whose state is the name of the
// control that has the keyboard, where one has.
std::string probe_lines(const Controls& controls);

// What is still to come by itself.
enum class Rest {
    busy,   // more of what came in is to be drawn at once
    waits,  // something is due within a minute or under way: a caret's blink, a save, an unlocking
    rests,  // neither
};

struct ProbedFrame {
    float width = 0;  // of the window, in pixels
    float height = 0;
    std::uint64_t number = 0;  // of the frames drawn so far, those that nobody saw among them
    Rest rest = Rest::busy;
    std::uint64_t clicks = 0;  // that these frames were given: see EventQueue::clicks
};

// The line of a frame, `frame 0 0 W H NUMBER,REST,CLICKS`.
std::string probe_line(const ProbedFrame& frame);

// Whether FILE may be one: a new file, or one that a probe wrote before; no file of the journal or
// of the program, no folder and no device. Errors: `usage`.
Result<void> check_probe(const std::filesystem::path& file, const KeptOut& kept_out);

class Probe {
  public:
    // The frame is told only where it is asked for.
    Probe(std::filesystem::path file, bool tells_frames)
        : file_(std::move(file)), tells_frames_(tells_frames) {}

    // Replaces the file when its lines are others than before; does nothing where it cannot. Where
    // the neutral page hides all others it tells no frame either: that page stands there alone.
    void tell(const Controls& controls, const ProbedFrame& frame);
    // The same frame as before, once it is known what is to come.
    void tell(Rest rest);

  private:
    void write();

    std::filesystem::path file_;
    bool tells_frames_;
    std::string lines_;  // of the controls
    ProbedFrame frame_;
    bool is_hidden_ = false;
    std::optional<std::string> told_;
};

}  // namespace rekindle::app
