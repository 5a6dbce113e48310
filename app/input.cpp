#include "app/input.hpp"

#include <algorithm>

namespace rekindle::app {

bool Input::take(const std::function<bool(const KeyPress&)>& wanted) {
    const auto found = std::find_if(events.begin(), events.end(), [&](const InputEvent& event) {
        const auto* press = std::get_if<KeyPress>(&event);
        return press && wanted(*press);
    });
    if (found == events.end()) return false;
    events.erase(found);
    return true;
}

bool Input::has(Key key) const {
    return std::any_of(events.begin(), events.end(), [key](const InputEvent& event) {
        const auto* press = std::get_if<KeyPress>(&event);
        return press && press->key == key;
    });
}

}  // namespace rekindle::app
