#include "app/frame/event_queue.hpp"

#include <algorithm>
#include <limits>

namespace rekindle::app {

namespace {

constexpr float nowhere = -std::numeric_limits<float>::max();

// Dear ImGui takes events one by one since 1.87; before, its state is simply written.
void move_pointer(float x, float y) {
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddMousePosEvent(x, y);
#else
    ImGui::GetIO().MousePos = {x, y};
#endif
}

void change_button(const ButtonChanged& change) {
    ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18900
    io.AddKeyEvent(ImGuiMod_Shift, change.shift);
    io.AddKeyEvent(ImGuiMod_Ctrl, change.ctrl);
    io.AddMouseButtonEvent(change.button, change.down);
#else
    io.KeyShift = change.shift;
    io.KeyCtrl = change.ctrl;
    io.MouseDown[change.button] = change.down;
#endif
}

// What a key does may change who gets the next one.
bool moves_focus(const KeyPress& press) {
    return press.ctrl || press.key == Key::tab || press.key == Key::enter ||
           press.key == Key::escape || press.key == Key::space || press.key == Key::insert ||
           press.key == Key::menu || press.key == Key::f10;
}

// What one frame has been given so far.
struct Share {
    bool keys = false;
    bool wheel = false;
    bool full = false;
};

bool give(const PointerMoved& move, Frame&, Share& share) {
    if (share.keys || share.wheel) return false;
    move_pointer(move.x, move.y);
    return true;
}
bool give(const PointerLeft&, Frame&, Share& share) {
    if (share.keys || share.wheel) return false;
    move_pointer(nowhere, nowhere);
    return true;
}
bool give(const ButtonChanged& change, Frame& frame, Share& share) {
    if (share.keys || share.wheel) return false;
    frame.input.shift = change.shift;
    change_button(change);
    share.full = true;
    return true;
}
bool give(const WheelTurned& wheel, Frame& frame, Share& share) {
    if (share.keys) return false;
    frame.wheel += wheel.lines;
    share.wheel = true;
    return true;
}
bool give(const KeyPress& press, Frame& frame, Share& share) {
    // Shortcuts are looked at before anything is drawn: what was typed before one comes first.
    if (press.ctrl && share.keys) return false;
    frame.input.events.emplace_back(press);
    share.keys = true;
    // What is typed after the keys that lock belongs to the passphrase.
    share.full = moves_focus(press) || (press.ctrl && press.key == Key::l);
    return true;
}
bool give(const Typed& typed, Frame& frame, Share& share) {
    frame.input.events.emplace_back(typed);
    share.keys = true;
    return true;
}

bool give(const QuickHideAsked&, Frame& frame, Share& share) {
    if (share.keys || share.wheel) return false;
    frame.input.quick_hide = true;
    share.full = true;
    return true;
}
bool give(const ShiftChanged&, Frame&, Share&) { return true; }
bool give(const OtherKey&, Frame&, Share&) { return true; }

// The pointer may move while one taps; whatever else happens is not Shift alone.
bool may_be_between(const WindowEvent& event) {
    return std::holds_alternative<PointerMoved>(event) ||
           std::holds_alternative<PointerLeft>(event);
}

bool is_click(const WindowEvent& event) {
    return std::holds_alternative<ButtonChanged>(event) ||
           std::holds_alternative<WheelTurned>(event);
}

}  // namespace

void EventQueue::add(WindowEvent event) {
    if (const auto* shift = std::get_if<ShiftChanged>(&event)) {
        if (quick_hide_.shift(shift->down, shift->seconds)) events_.push_back(QuickHideAsked{});
        return;
    }
    if (!may_be_between(event)) quick_hide_.other();
    if (std::holds_alternative<OtherKey>(event)) return;
    // A pointer that is moved draws one frame where it is, not one for each place it passed.
    if (std::holds_alternative<PointerMoved>(event) && !events_.empty() &&
        std::holds_alternative<PointerMoved>(events_.back()))
        events_.pop_back();
    events_.push_back(event);
}

bool EventQueue::asks_to_hide() const {
    return std::any_of(events_.begin(), events_.end(), [](const WindowEvent& event) {
        return std::holds_alternative<QuickHideAsked>(event);
    });
}

bool EventQueue::waits(const Frame& frame) const {
    if (!frame.clipboard->is_asking() || asks_to_hide()) return false;
    return std::none_of(events_.begin(), events_.end(), [](const WindowEvent& event) {
        const auto* press = std::get_if<KeyPress>(&event);
        return press && press->ctrl && press->key == Key::l;
    });
}

// A queue keeps the room of what it dealt out, and in it what that was.
void EventQueue::forget_dealt() { events_ = std::deque(events_.begin(), events_.end()); }

void EventQueue::feed(Frame& frame) {
    if (waits(frame)) return;
    Share share;
    while (!events_.empty() && !share.full) {
        const bool given = std::visit([&](const auto& event) { return give(event, frame, share); },
                                      events_.front());
        if (!given) return;
        if (is_click(events_.front())) ++clicks_;
        events_.pop_front();
    }
}

}  // namespace rekindle::app
