// Every control that stands on the screen, by name. One list serves three ends: Tab walks along it,
// `--probe` writes it out, and tests find in it what to click. Names are the program's contract.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rekindle::app {

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    ImVec2 min() const { return {x, y}; }
    ImVec2 max() const { return {x + w, y + h}; }
    ImVec2 centre() const { return {x + w / 2, y + h / 2}; }
    bool contains(ImVec2 point) const {
        return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
    }
    bool operator==(const Rect&) const = default;
};

// What a control is called. It is held, not looked at: it may be put together where it is asked
// for.
class ControlName {
  public:
    ControlName() = default;
    ControlName(std::string name) : name_(std::move(name)) {}
    ControlName(std::string_view name) : name_(name) {}
    ControlName(const char* name) : name_(name) {}

    operator std::string_view() const { return name_; }
    friend bool operator==(const ControlName& name, std::string_view other) {
        return name.name_ == other;
    }

  private:
    std::string name_;
};

struct Control {
    std::string name;     // without spaces
    Rect rect;            // pixels in the window; a slider's is its track
    std::string state;    // "value=6", "value=none", "open", "closed", "checked", "focused" or "-"
    bool visible = true;  // its centre is inside what is not clipped
    bool focusable = true;  // Tab stops at it
    bool operator==(const Control&) const = default;
};

class Controls {
  public:
    // Begins a frame with an empty list; the focus stays where it was.
    void begin_frame();

    // Adds a control of this frame; true when it has the keyboard's focus.
    bool add(Control control);

    // Ends the frame: walks the focus by `steps` (Tab +1, Shift+Tab -1; 0 for neither) along the
    // focusable controls of this frame, around the ends. When the control with the focus is gone,
    // the walk goes on from where it stood.
    void end_frame(int steps);

    const std::string& focused() const { return focused_; }
    bool has_focus(std::string_view name) const { return !focused_.empty() && focused_ == name; }
    // True in the frames after the focus was moved by the keyboard or by the program until the
    // control has been drawn: it then scrolls itself into view. Asking takes the answer away.
    bool take_scroll_request(std::string_view name);
    // Whether what has the focus is still to be scrolled into view, whichever control it is.
    bool has_scroll_request() const { return scroll_ && !focused_.empty(); }
    void focus(std::string_view name, bool by_keyboard = false);
    // Without scrolling: by the mouse that is on it, since nothing moves under the hand, or where
    // the page itself brings it into view.
    void grab(std::string_view name, bool by_keyboard = false);
    void clear_focus() { focused_.clear(); }
    // What the mouse is on in this frame; empty where it is on nothing, or on something covered.
    const std::string& hovered() const { return hovered_; }
    void hover(std::string_view name) { hovered_ = name; }
    // A ring is drawn only for someone who uses the keyboard.
    bool shows_ring() const { return by_keyboard_; }

    const std::vector<Control>& all() const { return now_; }
    const Control* find(std::string_view name) const;  // of this frame, or of the last ended one

  private:
    std::vector<Control> now_;
    std::string focused_;
    std::string hovered_;
    std::size_t place_ = 0;  // of the focused control in the list, when last seen
    bool by_keyboard_ = false;
    bool scroll_ = false;
};

}  // namespace rekindle::app
