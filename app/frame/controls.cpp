#include "app/frame/controls.hpp"

#include <algorithm>

namespace rekindle::app {

void Controls::begin_frame() {
    now_.clear();
    hovered_.clear();
}

bool Controls::add(Control control) {
    const bool focused = has_focus(control.name);
    if (focused) place_ = now_.size();
    now_.push_back(std::move(control));
    return focused;
}

void Controls::end_frame(int steps) {
    if (steps == 0 || now_.empty()) return;
    const auto count = static_cast<int>(now_.size());
    const bool still_there = find(focused_) != nullptr;
    // From nowhere Tab begins at the first control, Shift+Tab at the last.
    int place = steps > 0 ? -1 : count;
    if (!focused_.empty()) {
        place = static_cast<int>(std::min(place_, now_.size()));
        if (!still_there && steps > 0) --place;  // its place is taken by what came after it
    }
    for (int tried = 0; tried < count; ++tried) {
        place = ((place + (steps > 0 ? 1 : -1)) % count + count) % count;
        const Control& next = now_[static_cast<std::size_t>(place)];
        if (!next.focusable) continue;
        focus(next.name, true);
        place_ = static_cast<std::size_t>(place);
        return;
    }
}

bool Controls::take_scroll_request(std::string_view name) {
    if (!scroll_ || !has_focus(name)) return false;
    scroll_ = false;
    return true;
}

void Controls::focus(std::string_view name, bool by_keyboard) {
    focused_ = name;
    by_keyboard_ = by_keyboard;
    scroll_ = true;
}

void Controls::grab(std::string_view name, bool by_keyboard) {
    focus(name, by_keyboard);
    scroll_ = false;
}

const Control* Controls::find(std::string_view name) const {
    const auto found = std::find_if(now_.begin(), now_.end(),
                                    [&](const Control& control) { return control.name == name; });
    return found == now_.end() ? nullptr : &*found;
}

}  // namespace rekindle::app
