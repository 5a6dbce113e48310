#include "app/input.hpp"

#include <algorithm>

namespace rekindle::app {

bool Input::take(const std::function<bool(const KeyPress&)>& wanted) {
    const auto found = std::find_if(events.begin(), events.end(), [&](const InputEvent& event) {
        const auto* press = std::get_if<KeyPress>(&event);
        return press && wanted(*press);
    });
    if (found == events.end()) return false;
    const bool is_space = std::get<KeyPress>(*found).key == Key::space;
    const auto after = events.erase(found);
    if (!is_space) return true;
    const auto made = std::find(after, events.end(), InputEvent{Typed{U' '}});
    space_to_come_ = made == events.end();
    if (!space_to_come_) events.erase(made);
    return true;
}

void Input::drop_late_space() {
    if (events.empty()) return;
    if (space_to_come_ && events.front() == InputEvent{Typed{U' '}}) events.erase(events.begin());
    space_to_come_ = false;
}

bool Input::has(Key key) const {
    return std::any_of(events.begin(), events.end(), [key](const InputEvent& event) {
        const auto* press = std::get_if<KeyPress>(&event);
        return press && press->key == key;
    });
}

}  // namespace rekindle::app
