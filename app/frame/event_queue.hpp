// What came from the window, in the order in which it came, dealt out to frames so that nothing
// quick is lost: a press and its release are two frames, and a key goes where the click or the Tab
// before it moved the focus. The window library stays outside.
#pragma once

#include <cstdint>
#include <deque>
#include <variant>

#include "app/frame/frame.hpp"
#include "app/frame/input.hpp"
#include "app/frame/quick_hide.hpp"

namespace rekindle::app {

struct PointerMoved {
    float x = 0;  // pixels of the surface
    float y = 0;
};
struct PointerLeft {};
struct ButtonChanged {
    int button = 0;  // 0 left, 1 right, 2 middle
    bool down = false;
    bool shift = false;
    bool ctrl = false;
};
struct WheelTurned {
    float lines = 0;
};

// Shift itself, which types nothing.
struct ShiftChanged {
    bool down = false;
    double seconds = 0;  // on a clock that only goes forward
};
// A key that nothing is made of, or the keyboard going to another window: all it can do is to be in
// the way of the three times Shift.
struct OtherKey {};
struct QuickHideAsked {};  // made by the queue out of Shift alone, in its place among the others

using WindowEvent = std::variant<PointerMoved, PointerLeft, ButtonChanged, WheelTurned, KeyPress,
                                 Typed, ShiftChanged, OtherKey, QuickHideAsked>;

class EventQueue {
  public:
    void add(WindowEvent event);
    bool empty() const { return events_.empty(); }
    bool asks_to_hide() const;  // among what has not been dealt out yet
    // True while nothing is dealt out: something is being pasted, and what came after it belongs
    // behind it. Hiding and locking wait for nobody.
    bool waits(const Frame& frame) const;

    // Hands the next frame its share. The queue is empty when all has been dealt out.
    void feed(Frame& frame);

    // How many changes of a button and turns of the wheel were dealt out so far.
    std::uint64_t clicks() const { return clicks_; }

    // Of what was dealt out nothing is left; what waits goes on waiting.
    void forget_dealt();

  private:
    std::deque<WindowEvent> events_;
    QuickHide quick_hide_;
    std::uint64_t clicks_ = 0;
};

}  // namespace rekindle::app
